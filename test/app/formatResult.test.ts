import { expect, it } from "vitest";
import { formatResult } from "../../src/app/terminal/formatResult.ts";

const result = (columns: readonly [string, string][], rows: (string | null)[][]) => ({
  columns: columns.map(([name, type]) => ({ name, type })),
  rows,
  command: `SELECT ${rows.length}`,
  rowCount: rows.length,
  notices: [],
  duration: 1,
});

it("prints a table as psql does", () => {
  expect(
    formatResult(
      result(
        [
          ["id", "integer"],
          ["title", "text"],
        ],
        [
          ["1", "a\nbc"],
          ["10", null],
        ],
      ),
    ),
  ).toBe([" id | title", "----+-------", "  1 | a+", "    | bc", " 10 |", "(2 rows)", ""].join("\n"));
});

it("prints the command tag where there are no columns", () => {
  expect(formatResult({ ...result([], []), command: "CREATE TABLE" })).toBe("CREATE TABLE\n");
});
