import { useEffect, useRef, useState, type ReactNode } from "react";
import { useStore } from "zustand";
import type { SourceLocation } from "../../engine/errors.ts";
import { useApp } from "../AppContext.ts";
import { useResolvedTheme } from "../header/ThemeButton.tsx";
import { useProblems } from "../problems/useProblems.ts";
import { callEnd } from "./callEnd.ts";
import { applyEditorTheme } from "./editorTheme.ts";
import { ModelSync } from "./modelSync.ts";
import { addGuestTypes, monaco } from "./monaco.ts";
import { PlayedFile } from "./PlayedFile.tsx";
import { showProblems } from "./problemZones.ts";
import { tellFindings } from "./tellFindings.ts";
import { useHeldPath } from "./useHeldPath.ts";
import { usePythonLanguage } from "./usePythonLanguage.ts";
import { useRunningPlace } from "./useRunningPlace.ts";

void addGuestTypes();

interface Parts {
  readonly editor: monaco.editor.IStandaloneCodeEditor;
  readonly models: ModelSync;
}

/** The code editor with one model for each file, and the places of problems and of the running statement. */
export function MonacoEditor({ path: shown }: { readonly path: string }): ReactNode {
  const { workspace, sharing, findings } = useApp();
  const host = useRef<HTMLDivElement>(null);
  const viewStates = useRef(new Map<string, monaco.editor.ICodeEditorViewState>());
  const [parts, setParts] = useState<Parts | null>(null);
  const theme = useResolvedTheme();
  const { held: path, enter } = useHeldPath(shown, parts?.editor ?? null);
  const reveal = useStore(workspace, (state) => state.reveal);
  const exists = useStore(workspace, (state) => state.files[path] !== undefined);
  const text = useStore(workspace, (state) => state.files[shown] ?? "");
  const problems = useProblems();
  const running = useRunningPlace();
  usePythonLanguage();

  useEffect(() => {
    const element = host.current;
    if (element === null) return undefined;
    applyEditorTheme(document.documentElement.dataset.theme === "dark" ? "dark" : "light");
    const models = new ModelSync(workspace);
    const editor = monaco.editor.create(element, {
      model: null,
      theme: "stillroom",
      ariaLabel: "Code",
      automaticLayout: true,
      minimap: { enabled: false },
      fontFamily: getComputedStyle(document.documentElement).getPropertyValue("--font-code") || "monospace",
      fontSize: Number.parseFloat(getComputedStyle(element).getPropertyValue("--text-code")) || 12.5,
      lineHeight: 1.6,
      lineNumbersMinChars: 4,
      lineDecorationsWidth: 16,
      glyphMargin: false,
      folding: false,
      padding: { top: 10, bottom: 22 },
      renderLineHighlight: "none",
      overviewRulerBorder: false,
      overviewRulerLanes: 0,
      hideCursorInOverviewRuler: true,
      scrollBeyondLastLine: false,
      smoothScrolling: false,
      // Words of the file are no suggestions where a language server knows what fits.
      wordBasedSuggestions: "off",
      fixedOverflowWidgets: true,
      guides: { indentation: false },
      stickyScroll: { enabled: false },
      // Its dimmed number of the last line would be too pale to read.
      renderFinalNewline: "on",
      bracketPairColorization: { enabled: false },
      scrollbar: { verticalScrollbarSize: 10, horizontalScrollbarSize: 10, useShadows: false },
    });
    setParts({ editor, models });
    void document.fonts.ready.then(() => monaco.editor.remeasureFonts());
    return () => {
      setParts(null);
      editor.dispose();
      models.dispose();
    };
  }, [workspace]);

  useEffect(() => tellFindings(findings), [findings]);

  useEffect(() => {
    applyEditorTheme(theme);
  }, [theme]);

  useEffect(() => {
    if (parts === null || !exists) return undefined;
    const { editor, models } = parts;
    const states = viewStates.current;
    editor.setModel(models.model(path));
    editor.restoreViewState(states.get(path) ?? null);
    if (performance.getEntriesByName("stillroom:interactive").length === 0) performance.mark("stillroom:interactive");
    return () => {
      const state = editor.getModel() === null ? null : editor.saveViewState();
      if (state !== null) states.set(path, state);
    };
  }, [parts, path, exists]);

  useEffect(() => {
    if (parts === null || reveal === null || reveal.path !== path) return;
    const position = { lineNumber: reveal.line, column: reveal.column };
    parts.editor.setPosition(position);
    parts.editor.revealPositionInCenterIfOutsideViewport(position);
  }, [parts, path, reveal]);

  useEffect(() => {
    if (parts === null) return undefined;
    const tell = (): void => sharing.cursorAt(path, parts.editor.getPosition()?.lineNumber ?? 1);
    tell();
    const listening = parts.editor.onDidChangeCursorPosition(tell);
    return () => listening.dispose();
  }, [parts, path, sharing]);

  useEffect(() => {
    if (parts === null || !exists) return undefined;
    return showProblems(
      parts.editor,
      problems.filter((problem) => problem.location?.path === path),
    );
  }, [parts, path, problems, exists]);

  useEffect(() => {
    if (parts === null || running === null || running.path !== path) return undefined;
    const lines = parts.editor.createDecorationsCollection([runningLine(running, parts.editor.getModel())]);
    parts.editor.revealLineInCenterIfOutsideViewport(running.line);
    return () => lines.clear();
  }, [parts, path, running]);

  return (
    <>
      <div ref={host} className="monaco-host" inert={shown !== path} />
      {shown !== path && parts !== null && (
        <PlayedFile
          path={shown}
          text={text}
          line={running?.path === shown ? running.line : null}
          editor={parts.editor}
          onEnter={enter}
        />
      )}
    </>
  );
}

function runningLine(
  place: SourceLocation,
  model: monaco.editor.ITextModel | null,
): monaco.editor.IModelDeltaDecoration {
  const last = model === null ? place.line : callEnd(place.line, model.getLinesContent());
  return {
    range: new monaco.Range(place.line, 1, last, 1),
    options: { isWholeLine: true, className: "running-line" },
  };
}
