import type { ReactNode } from "react";
import { whoWaits } from "../../engine/observation/lockConflicts.ts";
import type { ObservedLock } from "../../engine/runtime/statementObservation.ts";
import { shownLocks } from "./shownLocks.ts";

/** Who would wait for the locks. One connection cannot show that, so it is drawn from PostgreSQL's rules, and says so. */
export function ConflictTable({ locks }: { readonly locks: readonly ObservedLock[] }): ReactNode {
  const tables = shownLocks(locks.filter(({ kind }) => kind === "table"));
  if (tables.length === 0) return null;
  const work = whoWaits("ACCESS SHARE").map((entry) => entry.work);
  return (
    <details className="xray-details">
      <summary>Who waits for whom</summary>
      <p className="faint">
        Not observed: this database has one connection. Drawn from PostgreSQL’s table of conflicting locks.
      </p>
      <div className="xray-table" role="region" aria-label="Who waits for whom" tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">Meanwhile</th>
              {tables.map(({ name, mode }) => (
                <th key={name} scope="col">
                  <span className="mono">{name}</span>
                  <span className="faint xray-mode">{mode}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {work.map((name, row) => (
              <tr key={name}>
                <th scope="row" className="mono">
                  {name}
                </th>
                {tables.map((table) => (
                  <td key={table.name}>
                    {whoWaits(table.mode)[row]?.waits === true ? (
                      <span className="xray-waits">× waits</span>
                    ) : (
                      <span className="xray-runs">✓ runs</span>
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
