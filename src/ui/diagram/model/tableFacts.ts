import type { ReflectedTable } from "../../../engine/reflection/reflectedTable.ts";
import type { Column } from "../../../engine/schema/column.ts";
import type { ForeignKeyConstraint } from "../../../engine/schema/constraint.ts";
import { nameText } from "../../../engine/schema/name.ts";
import { tableKey } from "../../../engine/schema/tableKey.ts";
import type { ServerDefault, SqlExpression } from "../../../engine/schema/sqlExpression.ts";
import type { Table } from "../../../engine/schema/table.ts";
import { shortTypeName } from "./shortTypeName.ts";

/** What the diagram compares and draws of a column. */
export interface ColumnFacts {
  readonly name: string;
  readonly type: string;
  readonly collation: string | null;
  readonly enumValues: readonly string[];
  readonly nullable: boolean;
  readonly primaryKey: boolean;
  /** By a constraint of this column alone. */
  readonly uniqueConstraint: boolean;
  /** By a constraint or an index of this column alone. */
  readonly unique: boolean;
  readonly references: readonly string[];
  readonly serverDefault: string | null;
  readonly generated: string | null;
  readonly comment: string | null;
}

export interface ForeignKeyFacts {
  readonly name: string;
  readonly columns: readonly string[];
  readonly referredTable: string;
  readonly referredColumns: readonly string[];
  readonly actions: string;
}

export interface TableFacts {
  readonly key: string;
  readonly schema: string | null;
  readonly name: string;
  readonly comment: string | null;
  readonly columns: readonly ColumnFacts[];
  readonly foreignKeys: readonly ForeignKeyFacts[];
  /** Indexes, checks and keys of several columns, each in words. */
  readonly objects: readonly TableObject[];
}

export interface TableObject {
  /** Tells it from the table's other objects. */
  readonly id: string;
  readonly text: string;
  /** All that matters about it; another text means that it changed. */
  readonly definition: string;
}

/** A table is read when it is shown and again when the next moment is counted from it. */
const known = new WeakMap<Table, TableFacts>();

/** A table as the diagram reads it, whether its keys are constraints or flags of columns. */
export function tableFacts(table: Table): TableFacts {
  const facts = known.get(table) ?? readTable(table);
  known.set(table, facts);
  return facts;
}

function readTable(table: Table): TableFacts {
  const foreignKeys = [...constraintKeys(table), ...columnKeys(table)];
  const keyColumns = new Set(
    table.constraints.flatMap((constraint) => (constraint.kind === "primaryKey" ? constraint.columns : [])),
  );
  return {
    key: tableKey(table),
    schema: table.schema ?? null,
    name: nameText(table.name),
    comment: table.comment ?? null,
    columns: table.columns.map((column) => columnFacts(column, table, keyColumns, foreignKeys)),
    foreignKeys,
    objects: tableObjects(table),
  };
}

function columnFacts(
  column: Column,
  table: Table,
  keyColumns: ReadonlySet<string>,
  foreignKeys: readonly ForeignKeyFacts[],
): ColumnFacts {
  const name = nameText(column.name);
  const primaryKey = column.primaryKey === true || keyColumns.has(name);
  const uniqueConstraint =
    column.unique === true ||
    table.constraints.some((constraint) => constraint.kind === "unique" && isOnly(constraint.columns, name));
  const uniqueIndex = table.indexes.some(
    (index) => index.unique === true && index.where === undefined && isOnly(index.columns, name),
  );
  return {
    name,
    type: typeText(column, table),
    collation: column.type.collation ?? null,
    enumValues: column.type.values ?? [],
    nullable: column.nullable ?? !primaryKey,
    primaryKey,
    uniqueConstraint,
    unique: uniqueConstraint || uniqueIndex,
    references: foreignKeys.flatMap((foreignKey) => {
      const at = foreignKey.columns.indexOf(name);
      return at < 0 ? [] : [`${foreignKey.referredTable}.${foreignKey.referredColumns[at] ?? ""}`];
    }),
    serverDefault: defaultText(column.serverDefault ?? null),
    generated:
      column.identity !== undefined
        ? "identity"
        : column.computed !== undefined
          ? `generated as ${column.computed.sqltext}`
          : null,
    comment: column.comment ?? null,
  };
}

function typeText(column: Column, table: Table): string {
  if (column.type.name !== "NullType" || !isReflected(table)) return shortTypeName(column.type);
  return (
    table.unknownTypes.find((unknown) => unknown.column === nameText(column.name))?.type ?? shortTypeName(column.type)
  );
}

function isReflected(table: Table): table is ReflectedTable {
  return "unknownTypes" in table;
}

function isOnly(columns: readonly SqlExpression[], name: string): boolean {
  return columns.length === 1 && columns[0] === name;
}

/** PostgreSQL says the type of every literal; for the reader the literal is enough. */
function defaultText(serverDefault: ServerDefault | null): string | null {
  if (serverDefault === null) return null;
  if (typeof serverDefault === "string") return `'${serverDefault}'`;
  if (serverDefault.kind === "fetchedValue") return null;
  return serverDefault.text.replace(/^('(?:[^']|'')*')::[\w ]+(?:\[\])?$/, "$1");
}

function constraintKeys(table: Table): readonly ForeignKeyFacts[] {
  return table.constraints.flatMap((constraint) =>
    constraint.kind === "foreignKey"
      ? [foreignKeyFacts(constraint.columns, constraint.refs, nameText(constraint.name ?? ""), constraint)]
      : [],
  );
}

function columnKeys(table: Table): readonly ForeignKeyFacts[] {
  return table.columns.flatMap((column) =>
    (column.foreignKeys ?? []).map((foreignKey) =>
      foreignKeyFacts([nameText(column.name)], [foreignKey.target], nameText(foreignKey.name ?? ""), foreignKey),
    ),
  );
}

function foreignKeyFacts(
  columns: readonly string[],
  refs: readonly string[],
  name: string,
  { onDelete, onUpdate }: Pick<ForeignKeyConstraint, "onDelete" | "onUpdate">,
): ForeignKeyFacts {
  const dots = refs.map((ref) => ref.lastIndexOf("."));
  return {
    name,
    columns,
    referredTable: refs[0]?.slice(0, dots[0]) ?? "",
    referredColumns: refs.map((ref, index) => ref.slice((dots[index] ?? -1) + 1)),
    actions: [
      ...(onDelete === undefined ? [] : [`ON DELETE ${onDelete}`]),
      ...(onUpdate === undefined ? [] : [`ON UPDATE ${onUpdate}`]),
    ].join(" "),
  };
}

function tableObjects(table: Table): readonly TableObject[] {
  const constraints = table.constraints.flatMap((constraint): TableObject[] => {
    const name = nameText(constraint.name ?? "");
    const definition = JSON.stringify(constraint);
    switch (constraint.kind) {
      case "check":
      case "exclude":
        return [{ id: `${constraint.kind} ${name}`, text: `${constraint.kind} ${name}`.trim(), definition }];
      case "unique":
        return constraint.columns.length === 1
          ? []
          : [{ id: `unique ${name}`, text: `unique (${constraint.columns.join(", ")})`, definition }];
      case "primaryKey":
      case "foreignKey":
        return [];
    }
  });
  const indexes = table.indexes.flatMap((index): TableObject[] => {
    if ("duplicatesConstraint" in index) return [];
    const name = nameText(index.name ?? "");
    const text = `${index.unique === true ? "unique index" : "index"} ${name}`.trim();
    return [{ id: `index ${name}`, text, definition: JSON.stringify(index) }];
  });
  return [...constraints, ...indexes];
}
