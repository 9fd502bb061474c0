import type { SqlResult } from "../../worker/messages.ts";

const numeric = /^(smallint|integer|bigint|numeric|real|double precision|oid)/;

/** A result as psql prints it: a table with aligned columns, or the command tag. Source: PostgreSQL's psql, aligned format. */
export function formatResult(result: SqlResult): string {
  const { columns, rows, rowCount, command } = result;
  if (columns.length === 0) return `${command}\n`;
  const cells = rows.map((row) => row.map((value) => value ?? ""));
  const widths = columns.map(({ name }, index) =>
    Math.max(width(name), ...cells.map((row) => Math.max(...(row[index] ?? "").split("\n").map(width)))),
  );
  const line = (texts: readonly string[]): string => ` ${texts.join(" | ")} `.trimEnd();
  const header = line(columns.map(({ name }, index) => centred(name, widths[index] ?? 0)));
  const rule = widths.map((size) => "-".repeat(size + 2)).join("+");
  const body = cells.flatMap((row) =>
    tableLines(row).map((texts) =>
      line(texts.map((text, index) => aligned(text, widths[index] ?? 0, numeric.test(columns[index]?.type ?? "")))),
    ),
  );
  const cut = rowCount > rows.length ? `, the first ${rows.length} shown` : "";
  return [header, rule, ...body, `(${rowCount} ${rowCount === 1 ? "row" : "rows"}${cut})`, ""].join("\n");
}

/** A row whose values have line breaks takes as many lines; psql marks a line that goes on with `+`. */
function tableLines(row: readonly string[]): readonly (readonly string[])[] {
  const parts = row.map((value) => value.split("\n"));
  const height = Math.max(1, ...parts.map((lines) => lines.length));
  return Array.from({ length: height }, (_, index) =>
    parts.map((lines) => (lines[index] ?? "") + (index < lines.length - 1 ? "+" : "")),
  );
}

function width(text: string): number {
  return [...text].length;
}

function aligned(text: string, size: number, right: boolean): string {
  const room = " ".repeat(Math.max(0, size - width(text)));
  return right ? room + text : text + room;
}

function centred(text: string, size: number): string {
  const room = Math.max(0, size - width(text));
  return " ".repeat(Math.floor(room / 2)) + text + " ".repeat(Math.ceil(room / 2));
}
