import { memo, useEffect, useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from "react";
import { useStore } from "zustand";
import { completeLine } from "../../app/terminal/completeLine.ts";
import type { TerminalLine } from "../../app/terminalStore.ts";
import { filePaths } from "../../workspace/projectFiles.ts";
import { useApp } from "../AppContext.ts";
import { TerminalText } from "./TerminalText.tsx";
import "./terminal.css";

/** Lines that the browser leaves out together while they are out of sight; one by one they would cost it more than they save. */
const linesOfBlock = 50;

/** The same lines stay together when older ones are dropped. */
function blocksOf(
  lines: readonly TerminalLine[],
): readonly { readonly key: number; readonly entries: readonly TerminalLine[] }[] {
  const blocks: { readonly key: number; readonly entries: TerminalLine[] }[] = [];
  for (const line of lines) {
    const key = Math.floor(line.id / linesOfBlock);
    const last = blocks.at(-1);
    if (last?.key === key) last.entries.push(line);
    else blocks.push({ key, entries: [line] });
  }
  return blocks;
}

/** Output as a log that is read aloud, and one field for the next line. */
export function Terminal(): ReactNode {
  const app = useApp();
  const lines = useStore(app.terminal, (state) => state.lines);
  const history = useStore(app.terminal, (state) => state.history);
  const suggested = useStore(app.terminal, (state) => state.suggested);
  const running = useStore(app.engine, (state) => state.running);
  const waiting = useStore(app.engine, (state) => state.waiting.length);
  const ready = useStore(app.engine, (state) => state.boot.kind === "ready");
  const files = useStore(app.workspace, (state) => state.files);
  const paths = useMemo(() => filePaths(files), [files]);
  const [line, setLine] = useState("");
  const [candidates, setCandidates] = useState<readonly string[]>([]);
  /** How many lines back in the history the field stands; 0 is the line being typed. */
  const [back, setBack] = useState(0);
  const scroll = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const atEnd = useRef(true);

  useEffect(() => {
    const box = scroll.current;
    const content = box?.firstElementChild;
    if (box === null || content === null || content === undefined) return undefined;
    const observer = new ResizeObserver(() => {
      const letter = 7.5;
      app.setTerminalColumns(Math.floor((box.clientWidth - 28) / letter));
      if (atEnd.current) box.scrollTop = box.scrollHeight;
    });
    observer.observe(box);
    observer.observe(content);
    return () => observer.disconnect();
  }, [app]);

  const [taken, setTaken] = useState(suggested);
  if (suggested !== taken) {
    setTaken(suggested);
    if (suggested !== null) {
      setLine(suggested.line);
      setBack(0);
    }
  }
  useEffect(() => {
    if (suggested !== null) input.current?.focus();
  }, [suggested]);

  const recall = (steps: number) => {
    const next = Math.max(0, Math.min(history.length, back + steps));
    setBack(next);
    setLine(next === 0 ? "" : (history[history.length - next] ?? ""));
  };
  const complete = async () => {
    const { alembicParser } = await import("../../engine/commands/commandTable.ts");
    const known = app.engine.getState().project?.revisions ?? [];
    const completion = completeLine(line, {
      parser: alembicParser,
      revisions: known.map(({ revision }) => revision),
      labels: known.flatMap(({ branchLabels }) => branchLabels),
      files: paths,
    });
    setLine(completion.line);
    setCandidates(completion.candidates);
  };
  const submit = () => {
    atEnd.current = true;
    setLine("");
    setBack(0);
    setCandidates([]);
    void app.runLine(line);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const selected = window.getSelection()?.toString() ?? "";
    const selectedInput = event.currentTarget.selectionStart !== event.currentTarget.selectionEnd;
    if (event.key === "Enter") submit();
    else if (event.key === "ArrowUp") recall(1);
    else if (event.key === "ArrowDown") recall(-1);
    else if (event.key === "Tab" && !event.shiftKey && line.trim() !== "") void complete();
    else if (event.key === "l" && event.ctrlKey) app.terminal.getState().clear();
    else if (event.key === "c" && event.ctrlKey && selected === "" && !selectedInput) {
      if (running !== null) app.stop();
      else {
        app.terminal.getState().print("prompt", `${line}^C`);
        setLine("");
      }
    } else return;
    event.preventDefault();
  };

  return (
    <div className="terminal">
      <div
        className="terminal-scroll"
        ref={scroll}
        onScroll={({ currentTarget: box }) => {
          atEnd.current = box.scrollHeight - box.scrollTop - box.clientHeight < 24;
        }}
        onClick={() => {
          if ((window.getSelection()?.toString() ?? "") === "") input.current?.focus({ preventScroll: true });
        }}
      >
        <div>
          <div role="log" aria-label="Terminal output" aria-live="polite" className="terminal-lines">
            {lines.length === 0 && (
              <div className="terminal-line note">
                Type <b>alembic upgrade head</b> to apply the revisions, or <b>help</b>.
              </div>
            )}
            {blocksOf(lines).map(({ key, entries }, index, blocks) => (
              <div key={key} className={index < blocks.length - 1 ? "terminal-block" : undefined}>
                {entries.map((entry) => (
                  <TerminalRow key={entry.id} line={entry} paths={paths} />
                ))}
              </div>
            ))}
          </div>
          {candidates.length > 0 && <div className="terminal-line note candidates">{candidates.join("  ")}</div>}
          <label className="terminal-entry">
            <span className="prompt" aria-hidden="true">
              $
            </span>
            <input
              ref={input}
              aria-label="Command line"
              autoCapitalize="off"
              autoComplete="off"
              autoCorrect="off"
              spellCheck={false}
              value={line}
              onChange={(event) => {
                setLine(event.target.value);
                setBack(0);
                setCandidates([]);
              }}
              onKeyDown={onKeyDown}
            />
          </label>
        </div>
      </div>
      {running !== null && (
        <div className="terminal-running">
          <span role="status">
            {ready ? "Running" : "Waiting for the database:"} {running.line}
            {waiting > 0 && `, ${waiting} waiting`}
          </span>
          {ready && (
            <button type="button" className="button" onClick={() => app.stop()}>
              Stop <kbd>Ctrl C</kbd>
            </button>
          )}
        </div>
      )}
    </div>
  );
}

const TerminalRow = memo(function TerminalRow(props: {
  readonly line: TerminalLine;
  readonly paths: readonly string[];
}) {
  const { kind, text } = props.line;
  if (kind === "prompt") {
    return (
      <div className="terminal-line">
        <span className="prompt">$</span> {text}
      </div>
    );
  }
  const mistaken =
    kind === "mistake" || (kind === "stderr" && /^(FAILED|ERROR|Traceback|\w+Error\b)|: error:/.test(text));
  const faint = kind === "note" || (!mistaken && /^(INFO|DEBUG)\b/.test(text));
  return (
    <div className={`terminal-line${mistaken ? " mistake" : ""}${faint ? " note" : ""}`}>
      {mistaken && (
        <span className="mistake-sign" aria-hidden="true">
          ×{" "}
        </span>
      )}
      <TerminalText text={text} paths={props.paths} />
    </div>
  );
});
