import type { ReactNode } from "react";

/** The file as text that can be read until the editor has arrived. */
export function CodePreview({ text }: { readonly text: string }): ReactNode {
  return (
    // It can be longer than the pane, and the keyboard scrolls what has the focus.
    <pre className="code-preview" aria-busy="true" role="region" aria-label="Code" tabIndex={0}>
      {text.split("\n").map((line, index) => (
        // oxlint-disable-next-line react/no-array-index-key
        <span key={index} className="code-line">
          {line === "" ? " " : line}
        </span>
      ))}
    </pre>
  );
}
