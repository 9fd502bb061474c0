import type { ReactNode } from "react";

/** The file as text that can be read until the editor has arrived. */
export function CodePreview({ text }: { readonly text: string }): ReactNode {
  return (
    <pre className="code-preview" aria-busy="true">
      {text.split("\n").map((line, index) => (
        // oxlint-disable-next-line react/no-array-index-key
        <span key={index} className="code-line">
          {line === "" ? " " : line}
        </span>
      ))}
    </pre>
  );
}
