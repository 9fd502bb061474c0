import { expect, it } from "vitest";
import { compareRows } from "../../../src/app/rows/compareRows.ts";
import type { TableRows } from "../../../src/engine/runtime/migrationEvent.ts";

const rows = (columns: readonly string[], ...all: readonly (readonly (string | null)[])[]): TableRows => ({
  columns,
  key: [0],
  rows: all,
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
