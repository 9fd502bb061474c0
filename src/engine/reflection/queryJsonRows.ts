import type { Connection } from "../connection.ts";

/** A value of a row that PostgreSQL made into JSON. */
export type JsonCell = string | number | boolean | null | readonly JsonCell[] | { readonly [key: string]: JsonCell };

/**
 * The rows of a SELECT whose one column, `cells`, is `json_build_array(...)`. They travel as one text: to take ten thousand rows of ten values
 * apart costs more than to read them. Whole numbers beyond 2^53 have to be cast to text.
 */
export function queryJsonRows<Row extends readonly JsonCell[]>(
  connection: Connection,
  sql: string,
  parameters: readonly (string | null)[] = [],
): readonly Row[] {
  const { rows } = connection.execute(`SELECT json_agg(rows.cells) FROM (${sql}) rows`, parameters);
  const text = rows[0]?.[0] ?? null;
  return text === null ? [] : (JSON.parse(text) as readonly Row[]);
}
