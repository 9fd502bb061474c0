import type { ReactNode } from "react";
import {
  compareRows,
  hasCutValues,
  type ComparedCell,
  type ComparedRows,
  type RowTone,
} from "../../app/rows/compareRows.ts";
import { nameAfter, tableAtMoment } from "../../app/rows/tableAtMoment.ts";
import type { DatabaseState } from "../../engine/runtime/migrationEvent.ts";

/** The first rows of a table at a moment of a run, beside those of the moment before. */
export function MomentRows(props: {
  readonly table: string;
  readonly state: DatabaseState;
  readonly before: DatabaseState | null;
  /** False: `state` is that of the last moment that was read. */
  readonly isRead: boolean;
}): ReactNode {
  const { table, state, before, isRead } = props;
  const name = (before === null ? null : nameAfter(table, before, state)) ?? table;
  const now = tableAtMoment(state, name);
  const then = before === null ? now : tableAtMoment(before, table);
  if (now === null && then === null) return <p className="empty">There is no table {table} at this moment.</p>;
  if (now === "notKept" || (now === null && then === "notKept"))
    return <p className="empty">The rows of {table} were not kept at this moment.</p>;
  const compared = compareRows(then === "notKept" ? now : then, now);
  const { columns, rows } = compared;
  const remarks = [...(name === table ? [] : [`The table is now called ${name}.`]), ...compared.remarks];
  const total = state.rowCounts[name] ?? 0;
  return (
    <>
      <p className="moment-remarks" role="status">
        {remarks.length === 0 ? (
          <span className="dim">{isRead ? untouched(compared) : notRead}</span>
        ) : (
          remarks.join(" ")
        )}
      </p>
      <div
        // Another change is shown by another element, which scrolls to it.
        key={`${table} ${remarks.join()}`}
        ref={showChange}
        className="grid-box"
        role="region"
        aria-label={`Rows of ${table} at this moment`}
        tabIndex={0}
      >
        <table className="grid">
          <thead>
            <tr>
              <th scope="col">
                <span className="visually-hidden">Change</span>
              </th>
              {columns.map(({ name, tone }) => (
                <th key={name} scope="col" className={`row-${tone}`}>
                  <Sign tone={tone} /> {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ tone, cells }, index) => (
              // oxlint-disable-next-line react/no-array-index-key
              <tr key={index} className={`row-${tone}`}>
                <td>
                  <Sign tone={tone} />
                </td>
                {cells.map((cell, place) => (
                  <Cell key={columns[place]?.name} cell={cell} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {now !== null && total > now.rows.rows.length && (
        <p className="empty">
          The first {now.rows.rows.length} of {total} rows.
        </p>
      )}
    </>
  );
}

const notRead = "Not read after this statement: these are the rows of the last moment that was read.";

function untouched(compared: ComparedRows): string {
  return hasCutValues(compared)
    ? "This step left what is kept of these rows as it was."
    : "This step left these rows as they were.";
}

/** A change at the far end of a wide table comes into view; the page itself stays where it is. */
function showChange(box: HTMLDivElement | null): void {
  const [first] = box?.querySelectorAll<HTMLElement>("th.row-added, th.row-removed, td.row-changed") ?? [];
  if (box === null || first === undefined) return;
  box.scrollLeft = Math.max(0, first.offsetLeft + first.offsetWidth - box.clientWidth);
}

function Cell({ cell }: { readonly cell: ComparedCell }): ReactNode {
  const { value, former, tone } = cell;
  return (
    <td className={`row-${tone}${value === null ? " null" : ""}`}>
      {former !== undefined && (
        <>
          <del>{former ?? "NULL"}</del>{" "}
        </>
      )}
      {value ?? "NULL"}
    </td>
  );
}

const signs: Readonly<Record<RowTone, readonly [sign: string, word: string]>> = {
  same: ["", ""],
  added: ["+", "added"],
  removed: ["−", "removed"],
  changed: ["~", "changed"],
};

function Sign({ tone }: { readonly tone: RowTone }): ReactNode {
  const [sign, word] = signs[tone];
  if (sign === "") return null;
  return (
    <>
      <span aria-hidden="true">{sign}</span>
      <span className="visually-hidden">{word}</span>
    </>
  );
}
