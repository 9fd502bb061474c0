import type { ReactNode } from "react";
import type { SqlResult } from "../../worker/messages.ts";

const mostRows = 500;

/** The rows of one answer. */
export function ResultGrid({ result, label }: { readonly result: SqlResult; readonly label: string }): ReactNode {
  const rows = result.rows.slice(0, mostRows);
  return (
    <div className="grid-box" tabIndex={0} role="region" aria-label={label}>
      <table className="grid">
        <thead>
          <tr>
            {result.columns.map((column, index) => (
              // oxlint-disable-next-line react/no-array-index-key
              <th key={index} scope="col">
                {column.name} <span className="type">{column.type}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, rowIndex) => (
            // oxlint-disable-next-line react/no-array-index-key
            <tr key={rowIndex}>
              {row.map((value, index) => (
                // oxlint-disable-next-line react/no-array-index-key
                <td key={index} className={value === null ? "null" : ""} title={value ?? "NULL"}>
                  {value ?? "NULL"}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {result.rows.length > mostRows && <p className="dim">The first {mostRows} rows are shown.</p>}
    </div>
  );
}
