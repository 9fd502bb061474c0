import type { TableRows } from "../../engine/runtime/migrationEvent.ts";

export type RowTone = "same" | "added" | "removed" | "changed";

export interface ComparedCell {
  readonly value: string | null;
  /** What stood there before; absent where nothing did or nothing changed. */
  readonly former?: string | null;
  readonly tone: RowTone;
}

export interface ComparedRows {
  readonly columns: readonly { readonly name: string; readonly tone: RowTone }[];
  readonly rows: readonly { readonly tone: RowTone; readonly cells: readonly ComparedCell[] }[];
  /** "body vanished with 12 values" */
  readonly remarks: readonly string[];
}

const none: TableRows = { columns: [], key: [], rows: [] };

/** What a step did to the first rows of a table. Rows are the same when their keys are, or their places where there is no key. */
export function compareRows(before: TableRows | undefined, after: TableRows | undefined): ComparedRows {
  const from = before ?? none;
  const to = after ?? none;
  const columns = [
    ...to.columns.map((name) => ({ name, tone: toneOf(from.columns.includes(name) || before === undefined, true) })),
    ...from.columns.flatMap((name) => (to.columns.includes(name) ? [] : [{ name, tone: "removed" as const }])),
  ];
  const key = from.key.map((position) => from.columns[position] ?? "");
  const keyed = key.length > 0 && key.every((name) => to.columns.includes(name));
  const keysOf = (table: TableRows): readonly string[] =>
    table.rows.map((row, place) =>
      keyed ? JSON.stringify(key.map((name) => row[table.columns.indexOf(name)] ?? null)) : String(place),
    );
  const toKeys = keysOf(to);
  const fromKeys = keysOf(from);
  const value = (table: TableRows, place: number, name: string): string | null =>
    table.rows[place]?.[table.columns.indexOf(name)] ?? null;
  const fromPlaces = new Map(fromKeys.map((text, place) => [text, place]));
  const kept = new Set(toKeys);
  const rows = [
    ...toKeys.map((text, place) => {
      const former = fromPlaces.get(text);
      const cells = columns.map(({ name, tone }): ComparedCell => {
        if (former === undefined) return { value: value(to, place, name), tone: "added" };
        if (tone === "removed") return { value: value(from, former, name), tone: "removed" };
        const now = value(to, place, name);
        if (tone === "added") return { value: now, tone: now === null ? "same" : "added" };
        const then = value(from, former, name);
        return then === now ? { value: now, tone: "same" } : { value: now, former: then, tone: "changed" };
      });
      const tone: RowTone = former === undefined ? (before === undefined ? "same" : "added") : "same";
      return { tone, cells };
    }),
    ...fromKeys.flatMap((text, place) =>
      kept.has(text) || after === undefined
        ? []
        : [
            {
              tone: "removed" as const,
              cells: columns.map(({ name }): ComparedCell => ({ value: value(from, place, name), tone: "removed" })),
            },
          ],
    ),
  ];
  return { columns, rows, remarks: remarksOf(columns, rows) };
}

function toneOf(wasThere: boolean, isThere: boolean): RowTone {
  return wasThere && isThere ? "same" : isThere ? "added" : "removed";
}

function remarksOf(columns: ComparedRows["columns"], rows: ComparedRows["rows"]): readonly string[] {
  const remarks: string[] = [];
  for (const [place, { name, tone }] of columns.entries()) {
    const cells = rows.flatMap(({ cells: all, tone: row }) => (row === "same" ? [all[place]] : []));
    const values = cells.filter((cell) => cell !== undefined && cell.value !== null).length;
    if (tone === "removed")
      remarks.push(`${name} is gone${values === 0 ? "; it was empty" : `, and ${count(values, "value")} with it`}.`);
    if (tone === "added")
      remarks.push(`${name} is new${values === 0 ? " and empty" : `, filled in ${count(values, "row")}`}.`);
    const changed = cells.filter((cell) => cell?.tone === "changed").length;
    if (tone === "same" && changed > 0) remarks.push(`${name} changed in ${count(changed, "row")}.`);
  }
  const removed = rows.filter(({ tone }) => tone === "removed").length;
  const added = rows.filter(({ tone }) => tone === "added").length;
  if (removed > 0) remarks.push(`${count(removed, "row")} removed.`);
  if (added > 0) remarks.push(`${count(added, "row")} added.`);
  return remarks;
}

function count(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? "" : "s"}`;
}
