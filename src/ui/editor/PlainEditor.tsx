import { useEffect, useRef, type ReactNode } from "react";
import { useStore } from "zustand";
import { useApp } from "../AppContext.ts";
import { ProblemItem } from "../problems/ProblemItem.tsx";

/** The file in a plain text field, for small screens and touch. */
export function PlainEditor({ path }: { readonly path: string }): ReactNode {
  const { workspace, engine } = useApp();
  const text = useStore(workspace, (state) => state.files[path] ?? "");
  const reveal = useStore(workspace, (state) => state.reveal);
  const problem = useStore(engine, (state) => (state.problem?.location?.path === path ? state.problem : null));
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    performance.mark("stillroom:interactive");
  }, []);
  useEffect(() => {
    const element = field.current;
    if (element === null || reveal === null || reveal.path !== path) return;
    const lines = element.value.split("\n");
    const start = lines.slice(0, reveal.line - 1).join("\n").length + (reveal.line > 1 ? 1 : 0);
    element.setSelectionRange(start, start + (lines[reveal.line - 1]?.length ?? 0));
    element.scrollTop = Math.max(0, (reveal.line - 4) * 20);
  }, [path, reveal]);
  return (
    <>
      {problem !== null && (
        <ul className="problem-list">
          <ProblemItem problem={problem} />
        </ul>
      )}
      <textarea
        ref={field}
        className="plain-editor"
        aria-label={`Text of ${path}`}
        spellCheck={false}
        autoCapitalize="off"
        autoComplete="off"
        wrap="off"
        value={text}
        onChange={(event) => workspace.getState().edit(path, event.target.value)}
      />
    </>
  );
}
