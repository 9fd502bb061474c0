import { expect, it } from "vitest";
import { compareRows } from "../../../src/app/rows/compareRows.ts";
import type { KeptRows } from "../../../src/app/rows/matchRows.ts";

const rows = (columns: readonly string[], ...all: readonly (readonly (string | null)[])[]): KeptRows => ({
  rows: { columns, key: [0], rows: all },
  count: all.length,
});
const keyless = (...all: readonly (readonly (string | null)[])[]): KeptRows => ({
  rows: { columns: ["a", "b"], key: [], rows: all },
  count: all.length,
});
/** Of a table with more rows than are kept. */
const first = (count: number, ...ids: readonly number[]): KeptRows => ({
  rows: { columns: ["id"], key: [0], rows: ids.map((id) => [String(id)]) },
  count,
});
const before = rows(["id", "body"], ["1", "a"], ["2", null], ["3", "c"]);

it("says nothing where nothing happened", () => {
  expect(compareRows(before, before).remarks).toEqual([]);
  expect(compareRows(before, before).rows.every(({ tone }) => tone === "same")).toBe(true);
});

it("tells a column that vanished with its values", () => {
  const compared = compareRows(before, rows(["id"], ["1"], ["2"], ["3"]));
  expect(compared.remarks).toEqual(["body is gone, and 2 values with it."]);
  expect(compared.columns).toEqual([
    { name: "id", tone: "same" },
    { name: "body", tone: "removed" },
  ]);
  expect(compared.rows[0]?.cells[1]).toEqual({ value: "a", tone: "removed" });
});

it("tells a default that was filled in, and a column that is new and empty", () => {
  const filled = rows(["id", "body", "role"], ["1", "a", "x"], ["2", null, "x"], ["3", "c", "x"]);
  expect(compareRows(before, filled).remarks).toEqual(["role is new, filled in 3 rows."]);
  const empty = rows(["id", "body", "role"], ["1", "a", null], ["2", null, null], ["3", "c", null]);
  expect(compareRows(before, empty).remarks).toEqual(["role is new and empty."]);
});

it("tells rows apart by their key: removed, added, changed", () => {
  const compared = compareRows(before, rows(["id", "body"], ["2", "b"], ["3", "c"], ["4", "d"]));
  expect(compared.remarks).toEqual(["body changed in 1 row.", "1 row removed.", "1 row added."]);
  expect(compared.rows.map(({ tone, cells }) => [tone, cells[0]?.value])).toEqual([
    ["same", "2"],
    ["same", "3"],
    ["added", "4"],
    ["removed", "1"],
  ]);
  expect(compared.rows[0]?.cells[1]).toEqual({ value: "b", former: null, tone: "changed" });
});

it("says of a table that came or went just that, with all its rows", () => {
  expect(compareRows(null, before).remarks).toEqual(["The table is new, with 3 rows."]);
  const gone = compareRows({ ...before, count: 40 }, null);
  expect(gone.remarks).toEqual(["The table is gone, and 40 rows with it."]);
  expect(gone.rows.map(({ tone }) => tone)).toEqual(["removed", "removed", "removed"]);
});

it("takes a row that comes into sight, or is pushed out of it, for neither new nor gone", () => {
  const deleted = compareRows(first(9, 1, 2, 3), first(8, 2, 3, 4));
  expect(deleted.remarks).toEqual(["1 row removed in the rows shown.", "1 row fewer in all."]);
  expect(deleted.rows.map(({ tone, cells }) => [tone, cells[0]?.value])).toEqual([
    ["same", "2"],
    ["same", "3"],
    ["same", "4"],
    ["removed", "1"],
  ]);
  const inserted = compareRows(first(9, 1, 2, 3), first(10, 0, 1, 2));
  expect(inserted.remarks).toEqual(["1 row added in the rows shown.", "1 row more in all."]);
  expect(compareRows(first(900, 1, 2, 3), first(400, 1, 2, 3)).remarks).toEqual(["500 rows fewer in all."]);
});

it("tells rows without a key by their values: one that changed moves to the end of its table", () => {
  const updated = compareRows(
    keyless(["1", "x"], ["2", "x"], ["2", "x"], ["3", "x"]),
    keyless(["2", "x"], ["2", "x"], ["3", "x"], ["1", "y"]),
  );
  expect(updated.remarks).toEqual(["b changed in 1 row."]);
  expect(compareRows(keyless(["1", "x"], ["2", "x"]), keyless(["2", "x"])).remarks).toEqual(["1 row removed."]);
});

it("tells a column with another name from one that vanished with its values", () => {
  const renamed = compareRows(before, rows(["id", "text"], ["1", "a"], ["2", null], ["3", "c"]));
  expect(renamed.remarks).toEqual(["body is now called text."]);
  expect(renamed.columns[1]).toEqual({ name: "text", tone: "changed" });
  const replaced = compareRows(before, rows(["id", "text"], ["1", null], ["2", null], ["3", null]));
  expect(replaced.remarks).toEqual(["text is new and empty.", "body is gone, and 2 values with it."]);
  expect(compareRows(before, rows(["key", "body"], ["1", "a"], ["2", null], ["3", "c"])).remarks).toEqual([
    "id is now called key.",
  ]);
});
