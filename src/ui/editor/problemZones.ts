import type { CommandProblem } from "../../app/engineStore.ts";
import { monaco } from "./monaco.ts";

export const problemsOwner = "stillroom";

/**
 * Marks problems in the file that the editor shows and tells each below its line.
 * @returns takes the marks away
 */
export function showProblems(
  editor: monaco.editor.IStandaloneCodeEditor,
  problems: readonly CommandProblem[],
): () => void {
  const model = editor.getModel();
  if (model === null) return () => undefined;
  const places = problems.flatMap((problem) =>
    problem.location === undefined
      ? []
      : [{ problem, line: Math.min(Math.max(1, problem.location.line), model.getLineCount()) }],
  );
  monaco.editor.setModelMarkers(
    model,
    problemsOwner,
    places.map(({ problem, line }) => ({
      severity: problem.severity === "error" ? monaco.MarkerSeverity.Error : monaco.MarkerSeverity.Warning,
      message: problem.message,
      startLineNumber: line,
      startColumn: model.getLineFirstNonWhitespaceColumn(line) || 1,
      endLineNumber: line,
      endColumn: model.getLineMaxColumn(line),
    })),
  );
  const lines = editor.createDecorationsCollection(
    places.map(({ line }) => ({
      range: new monaco.Range(line, 1, line, 1),
      options: { isWholeLine: true, className: "problem-line" },
    })),
  );
  const zones: string[] = [];
  editor.changeViewZones((accessor) => {
    for (const { problem, line } of places) {
      zones.push(
        accessor.addZone({
          afterLineNumber: line,
          heightInPx: zoneHeight(editor, problem),
          domNode: zoneNode(problem),
        }),
      );
    }
  });
  return () => {
    lines.clear();
    if (!model.isDisposed()) monaco.editor.setModelMarkers(model, problemsOwner, []);
    editor.changeViewZones((accessor) => {
      for (const zone of zones) accessor.removeZone(zone);
    });
  };
}

function zoneText({ message, hint, database }: CommandProblem): string {
  const more = [database?.detail, database?.hint, hint].filter((text) => text !== undefined && !message.includes(text));
  return [message.trimEnd(), ...new Set(more)].join("\n");
}

function zoneHeight(editor: monaco.editor.IStandaloneCodeEditor, problem: CommandProblem): number {
  const { contentWidth } = editor.getLayoutInfo();
  const perLine = Math.max(20, Math.floor((contentWidth - 40) / 6.2));
  const lines = zoneText(problem)
    .split("\n")
    .reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / perLine)), 0);
  return Math.min(lines, 8) * 18 + 6;
}

function zoneNode(problem: CommandProblem): HTMLElement {
  const zone = document.createElement("div");
  const node = document.createElement("div");
  node.className = `problem-zone ${problem.severity}`;
  const sign = document.createElement("b");
  sign.textContent = problem.severity === "error" ? "×" : "!";
  const text = document.createElement("span");
  text.textContent = zoneText(problem);
  node.append(sign, text);
  zone.append(node);
  return zone;
}
