import type { Finding, FindingsStore } from "../../app/findingsStore.ts";
import { monaco } from "./monaco.ts";
import { problemsOwner } from "./problemZones.ts";

/**
 * Tells the page what the editor underlines, apart from the problems that the page itself has marked.
 * @returns ends it
 */
export function tellFindings(store: FindingsStore): () => void {
  const tell = (): void => {
    const findings = monaco.editor.getModelMarkers({}).flatMap(toFinding);
    findings.sort((left, right) => compare(left.location, right.location));
    store.setState({ findings });
  };
  tell();
  const listening = monaco.editor.onDidChangeMarkers(tell);
  return () => {
    listening.dispose();
    store.setState({ findings: [] });
  };
}

function toFinding(marker: monaco.editor.IMarker): Finding[] {
  if (marker.owner === problemsOwner || marker.severity < monaco.MarkerSeverity.Warning) return [];
  return [
    {
      severity: marker.severity === monaco.MarkerSeverity.Error ? "error" : "warning",
      message: marker.message,
      location: {
        path: marker.resource.path.slice(1),
        line: marker.startLineNumber,
        column: marker.startColumn,
      },
    },
  ];
}

function compare(left: Finding["location"], right: Finding["location"]): number {
  return left.path.localeCompare(right.path) || left.line - right.line || left.column - right.column;
}
