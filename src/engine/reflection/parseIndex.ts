import type { SqlExpression } from "../schema/sqlExpression.ts";
import type { IndexRow } from "./queryIndexes.ts";
import type { ReflectedIndex } from "./reflectedTable.ts";
import { isNone } from "../isNone.ts";

/**
 * One index of our own from one of PostgreSQL's catalog; what equals PostgreSQL's default is left out.
 * Source: sqlalchemy.dialects.postgresql.base.PGDialect.get_multi_indexes.
 */
export function parseIndex(
  row: IndexRow,
  columnName: (column: number) => string,
  duplicatesConstraint: boolean,
): ReflectedIndex {
  const elements = row.columns.map((column, position) => row.expressions[position] ?? columnName(column));
  const keys = elements.slice(0, row.keyCount);
  const include = elements.slice(row.keyCount);
  const ops = Object.fromEntries(
    keys.flatMap((element, position): [string, string][] => {
      const operatorClass = row.operatorClasses[position];
      return isNone(operatorClass) ? [] : [[element, operatorClass]];
    }),
  );
  return {
    name: { kind: "f", name: row.name },
    columns: keys.map((element, position) => expression(row, element, orderedPosition(row, keys, element), position)),
    unique: row.unique,
    ...(Object.keys(ops).length === 0 ? {} : { ops }),
    ...(row.options.length === 0 ? {} : { with: Object.fromEntries(row.options.map(splitOption)) }),
    ...(row.method === "btree" ? {} : { using: row.method }),
    ...(row.predicate === null ? {} : { where: row.predicate }),
    ...(include.length === 0 ? {} : { include }),
    ...(row.nullsNotDistinct ? { nullsNotDistinct: true } : {}),
    ...(duplicatesConstraint ? { duplicatesConstraint: true } : {}),
  };
}

function splitOption(option: string): [string, string] {
  const at = option.indexOf("=");
  return [option.slice(0, at), option.slice(at + 1)];
}

/** SQLAlchemy keeps an order other than PostgreSQL's default by the element's text: of equal elements the last one's is every one's. */
function orderedPosition(row: IndexRow, keys: readonly string[], element: string): number {
  const hasOrder = (position: number): boolean =>
    row.descending[position] === true || row.nullsFirst[position] === true;
  return keys.findLastIndex((key, position) => key === element && hasOrder(position));
}

function expression(row: IndexRow, element: string, ordered: number, position: number): SqlExpression {
  const descending = row.descending[ordered] ?? false;
  const nullsFirst = row.nullsFirst[ordered] ?? false;
  const isExpression = !isNone(row.expressions[position]);
  const order = descending ? ({ order: "desc" } as const) : {};
  // NULLS FIRST is the default of DESC, NULLS LAST that of ASC.
  const nulls = descending === nullsFirst ? {} : ({ nulls: nullsFirst ? "first" : "last" } as const);
  if (!descending && !nullsFirst) return isExpression ? { kind: "text", text: element } : element;
  if (!isExpression) return { kind: "column", name: element, ...order, ...nulls };
  const words = `${descending ? " DESC" : ""}${nulls.nulls === undefined ? "" : ` NULLS ${nulls.nulls.toUpperCase()}`}`;
  return { kind: "text", text: `${element}${words}` };
}
