/** The line that an error points at, and a caret under its place. */
export interface ErrorPlace {
  readonly line: number;
  readonly text: string;
  readonly caret: string;
}

/** @param position character offset from 1, as PostgreSQL counts it */
export function errorPlace(sql: string, position: number | undefined): ErrorPlace | null {
  const characters = [...sql];
  if (position === undefined || position < 1 || position > characters.length + 1) return null;
  const before = characters.slice(0, position - 1).join("");
  const start = before.lastIndexOf("\n") + 1;
  const text = sql.slice(start).split("\n")[0] ?? "";
  const indent = before.slice(start).replaceAll(/[^\t]/gu, " ");
  return { line: before.split("\n").length, text, caret: `${indent}^` };
}
