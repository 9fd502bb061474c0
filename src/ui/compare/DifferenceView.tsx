import { useState, type ReactNode } from "react";
import type { DifferenceView as View } from "../../app/comparingStore.ts";
import type { Difference } from "../../engine/commands/readDifference.ts";
import { DiagramMemory } from "../diagram/diagramMemory.ts";
import { SchemaDiagram } from "../diagram/SchemaDiagram.tsx";
import { changeSign, changeTone, changeWord } from "../drift/changeTone.ts";
import { SqlText } from "../run/SqlText.tsx";

export function DifferenceView({
  difference,
  view,
}: {
  readonly difference: Difference;
  readonly view: View;
}): ReactNode {
  const { changes, steps, sql, code, from, to } = difference;
  const [memory] = useState(() => new DiagramMemory());
  if (view === "diagram")
    return (
      <div className="compare-diagram">
        <SchemaDiagram state={to} since={from} duration={0} caption="what differs is marked" memory={memory} />
      </div>
    );
  return (
    <div className="scroll-pane">
      <p className="compare-summary" role="status">
        {changes.length === 0
          ? "The two are the same."
          : changes.length === 1
            ? "1 difference."
            : `${changes.length} differences.`}
        {steps.length > 0 &&
          ` Would run ${steps.map(({ direction, revision }) => `${direction} ${revision.slice(0, 12)}`).join(", ")}.`}
      </p>
      {view === "list" && changes.length > 0 && (
        <ul className="differences" aria-label="Differences">
          {changes.map((change) => (
            <li key={`${change.sign}${change.title}`}>
              <span className={`sign ${changeTone[change.sign]}`}>
                <span aria-hidden="true">{changeSign[change.sign]}</span>
                <span className="visually-hidden">{changeWord[change.sign]}: </span>
              </span>
              <div>
                <p className="difference-title">{change.title}</p>
                {change.reason !== "" && <p className="dim">{change.reason}</p>}
              </div>
            </li>
          ))}
        </ul>
      )}
      {view === "code" && code !== "" && <CodeOf label="Operations" text={code} />}
      {view === "sql" && sql !== "" && (
        <pre className="compare-code" aria-label="SQL" tabIndex={0}>
          <SqlText sql={sql} />
        </pre>
      )}
    </div>
  );
}

function CodeOf({ label, text }: { readonly label: string; readonly text: string }): ReactNode {
  return (
    <pre className="compare-code" aria-label={label} tabIndex={0}>
      {text}
    </pre>
  );
}
