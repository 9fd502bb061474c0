import { expect, it } from "vitest";
import { cardHeight, cardRows } from "../../../src/ui/diagram/geometry/cardRows.ts";
import { diffDiagram } from "../../../src/ui/diagram/model/diffDiagram.ts";
import type { Table } from "../../../src/engine/schema/table.ts";
import { id, refersTo, state, table, varchar } from "./testTables.ts";

function rowsOf(from: Table | null, to: Table, unfolded = false) {
  const [drawn] = diffDiagram(
    from === null ? null : state([from, table("users", [id])]),
    state([to, table("users", [id])]),
  ).tables;
  return drawn === undefined ? [] : cardRows(drawn, unfolded);
}

const many = Array.from({ length: 20 }, (_, index) => varchar(`c${index}`, 10));
const long = table("posts", [id, ...many], { constraints: [refersTo("fk", "c19", "users.id")] });

it("gives each column a row, and lines for what changed", () => {
  const rows = rowsOf(
    table("posts", [id, varchar("title", 50)]),
    table("posts", [id, varchar("title", 60, { nullable: false })]),
  );
  expect(rows.map(({ key, height }) => [key, height])).toEqual([
    ["column id", 24],
    ["column title", 60],
  ]);
  expect(cardHeight(rows)).toBe(34 + 24 + 60 + 6);
});

it("ends with what changed beside the columns", () => {
  const rows = rowsOf(table("posts", [id]), table("posts", [id], { indexes: [{ name: "ix", columns: ["id"] }] }));
  expect(rows.map((row) => row.key)).toEqual(["column id", "change index ix"]);
});

it("folds columns of a long table, but never a key", () => {
  const rows = rowsOf(null, long);
  expect(rows).toHaveLength(13);
  expect(rows.map((row) => row.key).slice(-3)).toEqual(["column c9", "column c19", "fold"]);
  expect(rows.at(-1)).toMatchObject({ kind: "fold", hidden: 9 });
});

it("never folds what changed", () => {
  const before = table("posts", [id, ...many.slice(0, 18), varchar("c18", 5), varchar("c19", 10)]);
  expect(rowsOf(before, long).map((row) => row.key)).toContain("column c18");
});

it("folds a long table that is new as a whole", () => {
  const [drawn] = diffDiagram(state([]), state([long])).tables;
  expect(drawn === undefined ? 0 : cardRows(drawn, false).length).toBe(13);
});

it("unfolds", () => {
  expect(rowsOf(null, long, true).at(-1)).toMatchObject({ kind: "fold", hidden: 0 });
  expect(rowsOf(null, long, true)).toHaveLength(22);
});
