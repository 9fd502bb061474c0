import { Fragment, type ReactNode } from "react";

/** A sentence whose parts between backticks are code. */
export function WithCode({ text }: { readonly text: string }): ReactNode {
  return text.split("`").map((part, index) =>
    // oxlint-disable-next-line react/no-array-index-key -- the parts have no other identity than their place
    index % 2 === 1 ? <code key={index}>{part}</code> : <Fragment key={index}>{part}</Fragment>,
  );
}
