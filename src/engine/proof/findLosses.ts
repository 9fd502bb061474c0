import type { DatabasePicture, PicturedTable } from "./databasePicture.ts";
import type { Loss } from "./revisionProof.ts";

/** Rows and values of `before` that `after` does not have. Rows are the same when their primary keys are, or all their values where there is no key. */
export function findLosses(by: Loss["by"], before: DatabasePicture, after: DatabasePicture): readonly Loss[] {
  return [...before.tables].flatMap(([table, from]) =>
    lossesOf(from, after.tables.get(table)).map(({ column, count }): Loss => ({ by, table, column, count })),
  );
}

/** Whether every row could be compared. */
export function rowsWereRead(...pictures: readonly DatabasePicture[]): boolean {
  return pictures.every(({ tables }) => [...tables.values()].every(({ rows }) => rows !== null));
}

type TableLoss = Pick<Loss, "column" | "count">;

function lossesOf(from: PicturedTable, to: PicturedTable | undefined): readonly TableLoss[] {
  if (to === undefined) return from.rowCount === 0 ? [] : [{ column: null, count: from.rowCount }];
  if (from.rows === null || to.rows === null) {
    const gone = from.rowCount - to.rowCount;
    return gone > 0 ? [{ column: null, count: gone }] : [];
  }
  const names = from.table.columns.map(({ name }) => name);
  const places = names.map((name) => to.table.columns.findIndex((column) => column.name === name));
  const key = keyPlaces(from);
  const usesKey = key.length > 0 && key.every((place) => (places[place] ?? -1) >= 0);
  // Without a key, a column that vanished tells nothing about whether the row is there.
  const told = usesKey ? key : names.flatMap((_, place) => ((places[place] ?? -1) < 0 ? [] : [place]));
  const remaining = new Map<string, (readonly (string | null)[])[]>();
  for (const row of to.rows) {
    const text = JSON.stringify(told.map((place) => row[places[place] ?? -1] ?? null));
    remaining.set(text, [...(remaining.get(text) ?? []), row]);
  }
  let rows = 0;
  const values = names.map(() => 0);
  for (const row of from.rows) {
    const match = remaining.get(JSON.stringify(told.map((place) => row[place] ?? null)))?.pop();
    if (match === undefined) {
      rows++;
      continue;
    }
    for (const [place, value] of row.entries()) {
      const lost = value !== null && (match[places[place] ?? -1] ?? null) !== value;
      if (lost) values[place] = (values[place] ?? 0) + 1;
    }
  }
  return [
    ...(rows === 0 ? [] : [{ column: null, count: rows }]),
    ...values.flatMap((count, place) => (count === 0 ? [] : [{ column: names[place] ?? "", count }])),
  ];
}

function keyPlaces({ table }: PicturedTable): readonly number[] {
  const primary = table.constraints.find((constraint) => constraint.kind === "primaryKey");
  if (primary?.kind !== "primaryKey") return [];
  return primary.columns.map((name) => table.columns.findIndex((column) => column.name === name));
}
