import type { NamingConvention } from "../../../engine/schema/metadata.ts";
import type { CreateIndexOp } from "../../../engine/operations/operation.ts";
import { nameText, type Name } from "../../../engine/schema/name.ts";
import type { SqlExpression } from "../../../engine/schema/sqlExpression.ts";

/** The final name that the naming convention's `ix` gives to an index without one; null where there is none. Source: sqlalchemy.sql.naming. */
export function conventionalIndexName(op: CreateIndexOp, convention: NamingConvention): Name | null {
  const template = convention["ix"];
  if (template === undefined) return null;
  const table = nameText(op.tableName);
  const columns = op.columns.map(columnName);
  const label = (column: string) => (op.schema ? `${op.schema}_${table}_${column}` : `${table}_${column}`);
  const name = template.replace(/%\(([^)]+)\)s/g, (whole, token: string) => {
    if (token === "table_name") return table;
    const match = /^column_(\d+)(_?N)?_(name|key|label)$/.exec(token);
    if (match === null) return whole;
    const write = match[3] === "label" ? label : (column: string) => column;
    if (match[2] !== undefined) return columns.map(write).join(match[2] === "_N" ? "_" : "");
    return write(columns[Number(match[1])] ?? "");
  });
  return { kind: "f", name };
}

function columnName(expression: SqlExpression): string {
  if (typeof expression === "string") return expression;
  return expression.kind === "column" ? expression.name : expression.text;
}
