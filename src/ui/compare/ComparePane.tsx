import type { ReactNode } from "react";
import { useStore } from "zustand";
import { isLivePair } from "../../app/comparing.ts";
import type { DifferenceView as View } from "../../app/comparingStore.ts";
import { useApp } from "../AppContext.ts";
import { DifferencesPane } from "../drift/DifferencesPane.tsx";
import { ProblemItem } from "../problems/ProblemItem.tsx";
import { DifferenceView } from "./DifferenceView.tsx";
import { PointSelect } from "./PointSelect.tsx";
import "./compare.css";

const views: readonly { readonly id: View; readonly label: string }[] = [
  { id: "list", label: "List" },
  { id: "diagram", label: "Diagram" },
  { id: "code", label: "Operations" },
  { id: "sql", label: "SQL" },
];

/** Two points of the history and what lies between them; what is not applied is tried in a transaction that is rolled back. */
export function ComparePane(): ReactNode {
  const app = useApp();
  const { from, to, running, result, view } = useStore(app.comparing);
  const live = isLivePair(from, to);
  return (
    <div className="compare-pane">
      <div className="compare-bar">
        <PointSelect label="From" point={from} onChoose={(point) => app.compare(point, to)} />
        <PointSelect label="to" point={to} onChoose={(point) => app.compare(from, point)} />
        {!live && (
          <span className="compare-views" role="group" aria-label="Shown as">
            {views.map(({ id, label }) => (
              <button
                key={id}
                type="button"
                className="compare-view"
                aria-pressed={id === view}
                onClick={() => app.comparing.setState({ view: id })}
              >
                {label}
              </button>
            ))}
          </span>
        )}
      </div>
      {live && <DifferencesPane />}
      {!live && result === null && (
        <p className="empty" role="status">
          {running ? "Comparing, in a transaction that is rolled back…" : "Nothing to compare yet."}
        </p>
      )}
      {!live && result?.kind === "unavailable" && (
        <ul className="problem-list">
          <ProblemItem problem={result.problem} />
        </ul>
      )}
      {!live && result?.kind === "difference" && <DifferenceView difference={result.difference} view={view} />}
    </div>
  );
}
