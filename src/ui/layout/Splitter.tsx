import type { ReactNode } from "react";
import { Separator } from "react-resizable-panels";

export function Splitter({ label }: { readonly label: string }): ReactNode {
  return <Separator className="splitter" aria-label={label} />;
}
