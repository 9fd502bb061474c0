import { nameText } from "../../engine/schema/name.ts";
import type { Column } from "../../engine/schema/column.ts";
import type { Constraint } from "../../engine/schema/constraint.ts";
import type { ServerDefault } from "../../engine/schema/sqlExpression.ts";
import type { Table } from "../../engine/schema/table.ts";
import type { Index } from "../../engine/schema/tableIndex.ts";
import type { ConditionOf } from "../format/condition.ts";
import { found, met, nearly, unmet, type Finding } from "./finding.ts";
import type { LessonSnapshot } from "./lessonSnapshot.ts";
import { isSameType, typeText } from "./typeText.ts";

export function findTable(tables: readonly Table[], name: string): Table | null {
  const parts = name.replaceAll('"', "").split(".");
  const table = parts.pop() ?? "";
  const schema = parts.pop() ?? null;
  return (
    tables.find(
      (candidate) =>
        nameText(candidate.name) === table && (schema === null || (candidate.schema ?? "public") === schema),
    ) ?? null
  );
}

export function splitColumn(text: string): { readonly table: string; readonly column: string } {
  const end = text.lastIndexOf(".");
  return { table: text.slice(0, end), column: text.slice(end + 1).replaceAll('"', "") };
}

export function tableCondition({ table, absent }: ConditionOf<"table">, { database }: LessonSnapshot): Finding {
  return found((findTable(database.tables, table) !== null) === (absent !== true));
}

export function columnCondition(condition: ConditionOf<"column">, { database }: LessonSnapshot): Finding {
  const { table, column: name } = splitColumn(condition.column);
  const holder = findTable(database.tables, table);
  const column = holder?.columns.find((candidate) => nameText(candidate.name) === name);
  if (condition.absent === true) return found(column === undefined);
  if (column === undefined) return unmet;
  const wrong = columnDifference(column, condition);
  return wrong === null ? met : nearly(`\`${condition.column}\` is there, but ${wrong}.`);
}

/** What of a column is not as wanted, in words; null: nothing. */
export function columnDifference(
  column: Column,
  wanted: Pick<ConditionOf<"column">, "type" | "nullable" | "default">,
): string | null {
  const type = typeText(column.type);
  if (wanted.type !== undefined && !isSameType(type, wanted.type))
    return `its type is \`${type}\`, not \`${wanted.type}\``;
  const nullable = column.nullable ?? column.primaryKey !== true;
  if (wanted.nullable !== undefined && nullable !== wanted.nullable)
    return nullable ? "it may be NULL" : "it may not be NULL";
  if (wanted.default === undefined) return null;
  const given = defaultText(column.serverDefault);
  if (wanted.default === null) return given === null ? null : `it has the server default \`${given}\``;
  if (given === null) return "it has no server default";
  return isSameSql(given, wanted.default) ? null : `its server default is \`${given}\`, not \`${wanted.default}\``;
}

function defaultText(value: ServerDefault | null | undefined): string | null {
  if (value === undefined || value === null) return null;
  if (typeof value === "string") return `'${value}'`;
  return value.kind === "fetchedValue" ? "" : value.text;
}

/** PostgreSQL adds the type to literals: `'draft'::character varying`. */
function isSameSql(left: string, right: string): boolean {
  const plain = (text: string): string =>
    text
      .replaceAll(/::[a-z_ ]+(\(\d+\))?(\[\])?/gi, "")
      .replaceAll(/\s+/g, "")
      .toLowerCase();
  return plain(left) === plain(right);
}

interface ColumnList {
  readonly table: string;
  readonly columns: readonly string[];
}

/** `posts(owner_id, title)` */
function columnList(text: string): ColumnList {
  const [, table = "", columns = ""] = /^\s*(.*?)\s*\((.*)\)\s*$/.exec(text) ?? [];
  return { table, columns: columns.split(",").map((column) => column.trim().replaceAll('"', "")) };
}

type KeyCondition = ConditionOf<"primaryKey" | "unique" | "foreignKey">;

export function keyCondition(condition: KeyCondition, { database }: LessonSnapshot): Finding {
  const [own = "", other] = textOf(condition).split("->");
  const { table, columns } = columnList(own);
  const candidates = (findTable(database.tables, table)?.constraints ?? []).filter(
    (constraint) => constraint.kind === condition.kind && isSame(columnsOf(constraint), columns),
  );
  const constraint = candidates.find((candidate) => other === undefined || isReference(candidate, columnList(other)));
  if (condition.absent === true) return found(constraint === undefined);
  if (constraint === undefined)
    return other !== undefined && candidates.length > 0
      ? nearly(`There is a foreign key on \`${own.trim()}\`, but it leads elsewhere.`)
      : unmet;
  const name = constraint.name === undefined || constraint.name === null ? "" : nameText(constraint.name);
  if (condition.name !== undefined && condition.name !== name)
    return nearly(`The ${keyWord[condition.kind]} is there, but it is called \`${name}\`, not \`${condition.name}\`.`);
  if (condition.kind !== "foreignKey" || constraint.kind !== "foreignKey" || condition.onDelete === undefined)
    return met;
  const onDelete = constraint.onDelete ?? "NO ACTION";
  if (onDelete === condition.onDelete) return met;
  return nearly(`The foreign key is there, but on delete it does \`${onDelete}\`, not \`${condition.onDelete}\`.`);
}

const keyWord = { primaryKey: "primary key", unique: "unique constraint", foreignKey: "foreign key" } as const;

function textOf(condition: KeyCondition): string {
  switch (condition.kind) {
    case "primaryKey":
      return condition.primaryKey;
    case "unique":
      return condition.unique;
    case "foreignKey":
      return condition.foreignKey;
  }
}

function columnsOf(constraint: Constraint): readonly string[] {
  return constraint.kind === "check" || constraint.kind === "exclude" ? [] : constraint.columns;
}

function isReference(constraint: Constraint, { table, columns }: ColumnList): boolean {
  if (constraint.kind !== "foreignKey") return false;
  const wanted = columns.map((column) => `${table.trim()}.${column}`);
  return isSame(constraint.refs, wanted);
}

function isSame(left: readonly string[], right: readonly string[]): boolean {
  return left.length === right.length && left.every((item, place) => item === right[place]);
}

export function indexCondition(condition: ConditionOf<"index">, { database }: LessonSnapshot): Finding {
  const { table, columns } = columnList(condition.index);
  const index = (findTable(database.tables, table)?.indexes ?? []).find((candidate) =>
    isSame(indexColumns(candidate), columns),
  );
  if (condition.absent === true) return found(index === undefined);
  if (index === undefined) return unmet;
  const name = index.name === null ? "" : nameText(index.name);
  if (condition.name !== undefined && condition.name !== name)
    return nearly(`The index is there, but it is called \`${name}\`, not \`${condition.name}\`.`);
  if (condition.uniqueIndex !== undefined && (index.unique === true) !== condition.uniqueIndex)
    return nearly(`The index is there, but it is ${condition.uniqueIndex ? "not " : ""}unique.`);
  return met;
}

function indexColumns({ columns }: Index): readonly string[] {
  return columns.map((column) => {
    if (typeof column === "string") return column;
    return column.kind === "column" ? column.name : column.text;
  });
}

export function checkConstraintCondition(
  { checkConstraint, absent }: ConditionOf<"checkConstraint">,
  { database }: LessonSnapshot,
): Finding {
  const there = database.tables.some(({ constraints }) =>
    constraints.some(
      ({ kind, name }) => kind === "check" && name !== null && name !== undefined && nameText(name) === checkConstraint,
    ),
  );
  return found(there === (absent !== true));
}

export function rowsCondition({ rows, count, orMore }: ConditionOf<"rows">, { database }: LessonSnapshot): Finding {
  const there = database.rowCounts[rows];
  if (there === undefined) return unmet;
  if (orMore === true ? there >= count : there === count) return met;
  return nearly(`\`${rows}\` holds ${there === 1 ? "1 row" : `${there} rows`}, not ${count}.`);
}
