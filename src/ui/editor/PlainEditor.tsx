import { useEffect, useLayoutEffect, useRef, type ReactNode } from "react";
import { useStore } from "zustand";
import { useApp } from "../AppContext.ts";
import { useRunningPlace } from "./useRunningPlace.ts";
import { ProblemItem } from "../problems/ProblemItem.tsx";

/** The file in a plain text field, for small screens and touch. */
export function PlainEditor({ path }: { readonly path: string }): ReactNode {
  const { workspace, engine } = useApp();
  const text = useStore(workspace, (state) => state.files[path] ?? "");
  const reveal = useStore(workspace, (state) => state.reveal);
  const problem = useStore(engine, (state) => (state.problem?.location?.path === path ? state.problem : null));
  const field = useRef<HTMLTextAreaElement>(null);
  const running = useRunningPlace();
  const line = running?.path === path ? running.line : null;
  const mark = useRef<HTMLDivElement>(null);
  const placeMark = () => {
    const element = field.current;
    if (element === null || mark.current === null || line === null) return;
    const { top, height } = placeOf(element, line);
    mark.current.style.transform = `translateY(${top - element.scrollTop}px)`;
    mark.current.style.height = `${height}px`;
  };
  useLayoutEffect(placeMark);
  useEffect(() => {
    const element = field.current;
    if (element === null || line === null) return;
    const { top, height } = placeOf(element, line);
    if (top < element.scrollTop || top + height > element.scrollTop + element.clientHeight)
      element.scrollTop = Math.max(0, top - element.clientHeight / 3);
  }, [line]);
  useEffect(() => {
    performance.mark("stillroom:interactive");
  }, []);
  useEffect(() => {
    const element = field.current;
    if (element === null || reveal === null || reveal.path !== path) return;
    const lines = element.value.split("\n");
    const start = lines.slice(0, reveal.line - 1).join("\n").length + (reveal.line > 1 ? 1 : 0);
    element.setSelectionRange(start, start + (lines[reveal.line - 1]?.length ?? 0));
    element.scrollTop = Math.max(0, placeOf(element, reveal.line - 3).top);
  }, [path, reveal]);
  return (
    <>
      {problem !== null && (
        <ul className="problem-list">
          <ProblemItem problem={problem} />
        </ul>
      )}
      <div className="plain-box">
        {line !== null && <div ref={mark} className="plain-running" aria-hidden="true" />}
        <textarea
          ref={field}
          onScroll={placeMark}
          className="plain-editor"
          aria-label={`Text of ${path}`}
          spellCheck={false}
          autoCapitalize="off"
          autoComplete="off"
          wrap="off"
          value={text}
          onChange={(event) => workspace.getState().edit(path, event.target.value)}
        />
      </div>
    </>
  );
}

/** Where a line stands in the text field's content, in pixels. */
function placeOf(field: HTMLTextAreaElement, line: number): { readonly top: number; readonly height: number } {
  const { lineHeight, paddingTop } = getComputedStyle(field);
  const height = Number.parseFloat(lineHeight);
  return { top: Number.parseFloat(paddingTop) + (line - 1) * height, height };
}
