import { useEffect, type ReactNode } from "react";
import { useStore } from "zustand";
import { nameText } from "../../engine/schema/name.ts";
import { useApp } from "../AppContext.ts";
import { useShownMoment, useShownState } from "../timeline/useShownMoment.ts";
import { MomentRows } from "./MomentRows.tsx";
import { ResultGrid } from "./ResultGrid.tsx";
import "./data.css";

/** The tables with their row counts, and the first rows of the chosen one. */
export function DataPane(): ReactNode {
  const app = useApp();
  const database = useShownState();
  const shown = useShownMoment();
  const chosen = useStore(app.sql, (state) => state.table);
  const rows = useStore(app.sql, (state) => state.rows);
  const names = (database?.tables ?? []).map((table) =>
    table.schema === undefined || table.schema === null
      ? nameText(table.name)
      : `${table.schema}.${nameText(table.name)}`,
  );
  // A table that a run drops stays chosen while the run is looked at.
  const missing = shown === null && chosen !== null && database !== null && !names.includes(chosen);
  const first = names.find((name) => name !== "alembic_version") ?? names[0] ?? null;
  useEffect(() => {
    if ((chosen === null && first !== null) || missing) void app.showTable(first);
  }, [app, chosen, first, missing]);

  if (database === null) return <p className="empty">The database is starting.</p>;
  if (names.length === 0) return <p className="empty">No tables yet. Upgrade to create them.</p>;
  const result = rows?.results[0];
  return (
    <div className="data-pane">
      <ul className="table-list" aria-label="Tables">
        {names.map((name) => (
          <li key={name}>
            <button
              type="button"
              className="table-choice"
              aria-pressed={name === chosen}
              onClick={() => void app.showTable(name)}
            >
              <span className="table-name">{name}</span>
              <span className="dim">{rowText(database.rowCounts[name] ?? 0)}</span>
            </button>
          </li>
        ))}
      </ul>
      {shown !== null && chosen !== null ? (
        <div className="rows">
          <MomentRows
            table={chosen}
            state={shown.moment.state}
            isRead={shown.moment.stateRead}
            before={shown.recording.moments[shown.position - 1]?.state ?? null}
          />
        </div>
      ) : (
        <div className="rows">
          {rows?.error !== null && rows?.error !== undefined && <p className="sql-error">× {rows.error.message}</p>}
          {result !== undefined && chosen !== null && <ResultGrid result={result} label={`Rows of ${chosen}`} />}
          {result !== undefined && result.rows.length === 0 && <p className="empty">No rows.</p>}
          {result !== undefined && result.rows.length >= 200 && <p className="empty">The first 200 rows.</p>}
        </div>
      )}
    </div>
  );
}

function rowText(count: number): string {
  return `${count} ${count === 1 ? "row" : "rows"}`;
}
