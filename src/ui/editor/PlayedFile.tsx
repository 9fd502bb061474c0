import { useEffect, useLayoutEffect, useRef, useState, type ReactNode } from "react";
import { callEnd } from "./callEnd.ts";
import { languageOf } from "./languageOf.ts";
import { monaco } from "./monaco.ts";

interface PlayedFileProps {
  readonly path: string;
  readonly text: string;
  /** The line whose statement is shown; null: none of this file. */
  readonly line: number | null;
  /** Whose measures the text has. */
  readonly editor: monaco.editor.IStandaloneCodeEditor;
  /** Somebody goes into the code. */
  readonly onEnter: () => void;
}

interface Coloured {
  readonly path: string;
  readonly text: string;
  /** One for each line, escaped by the editor. */
  readonly lines: readonly string[];
}

/**
 * A file that a run passes through, as the editor would show it. The editor builds its view anew for each file, which takes longer than a
 * frame; a run goes through many files and nobody writes in them meanwhile.
 */
export function PlayedFile({ path, text, line, editor, onEnter }: PlayedFileProps): ReactNode {
  const [coloured, setColoured] = useState<Coloured | null>(null);
  useEffect(() => {
    let wanted = true;
    void monaco.editor.colorize(text, languageOf(path), { tabSize: 2 }).then((html) => {
      if (wanted) setColoured({ path, text, lines: linesOf(html) });
    });
    return () => {
      wanted = false;
    };
  }, [path, text]);
  return coloured === null ? null : (
    <ColouredFile
      key={coloured.path}
      lines={coloured.lines}
      line={coloured.path === path ? line : null}
      end={coloured.path === path && line !== null ? callEnd(line, coloured.text.split("\n")) : null}
      editor={editor}
      onEnter={onEnter}
    />
  );
}

/** Each line ends with a break. Text of the usual colour, which is the editor's first, needs no element of its own: half of them are that. */
function linesOf(html: string): readonly string[] {
  const lines = html.replaceAll(/<span class="mtk1">([^<]*)<\/span>/g, "$1").split("<br/>");
  return lines.slice(0, -1);
}

interface ColouredFileProps {
  readonly lines: readonly string[];
  readonly line: number | null;
  /** The last line of the statement. */
  readonly end: number | null;
  readonly editor: monaco.editor.IStandaloneCodeEditor;
  readonly onEnter: () => void;
}

function ColouredFile({ lines, line, end, editor, onEnter }: ColouredFileProps): ReactNode {
  const box = useRef<HTMLDivElement>(null);
  const { contentLeft, lineNumbersLeft, lineNumbersWidth, height } = editor.getLayoutInfo();
  const lineHeight = editor.getOption(monaco.editor.EditorOption.lineHeight);
  const { top, bottom } = editor.getOption(monaco.editor.EditorOption.padding);
  useLayoutEffect(() => {
    if (box.current === null || line === null) return;
    const middle = top + (line - 0.5) * lineHeight;
    const { current: scrolled } = box;
    // Most files need no scrolling, and to ask for it would lay the page out at once.
    if (middle > height) scrolled.scrollTop = middle - height / 2;
  }, [line, top, lineHeight, height]);
  return (
    // Who comes here by the keyboard or a press wants the editor itself.
    <div ref={box} className="played-file" role="region" aria-label="Code" tabIndex={0} onFocus={onEnter}>
      <div className="played-lines" style={{ margin: `${top}px 0 ${bottom}px`, lineHeight: `${lineHeight}px` }}>
        {line !== null && end !== null && (
          <div
            className="running-line"
            style={{ top: (line - 1) * lineHeight, height: (end - line + 1) * lineHeight, left: contentLeft }}
          />
        )}
        <div className="played-numbers" style={{ left: lineNumbersLeft, width: lineNumbersWidth }}>
          {lines.map((_line, index) => index + 1).join("\n")}
        </div>
        {/* oxlint-disable-next-line react/no-danger */}
        <div
          className="played-code"
          style={{ paddingLeft: contentLeft }}
          dangerouslySetInnerHTML={{ __html: lines.join("\n") }}
        />
      </div>
    </div>
  );
}
