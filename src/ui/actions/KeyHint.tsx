import type { ReactNode } from "react";
import { keyNames } from "./keys.ts";

/** The keys of an action, one cap each. */
export function KeyHint({ keys }: { readonly keys: string }): ReactNode {
  return (
    <span className="key-hint">
      {keyNames(keys).map((name) => (
        <kbd key={name}>{name}</kbd>
      ))}
    </span>
  );
}
