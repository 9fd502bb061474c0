import { isNone } from "../isNone.ts";
import type { AddColumnOp, AlterColumnOp, CreateIndexOp, CreateTableOp, Operation } from "../operations/operation.ts";
import { pythonLiteral, pythonString } from "../pythonLiteral.ts";
import type { ReflectedColumn, ReflectedTable } from "../reflection/reflectedTable.ts";
import type { Column } from "../schema/column.ts";
import { nameText, type Name } from "../schema/name.ts";
import type { SqlExpression } from "../schema/sqlExpression.ts";
import type { Table } from "../schema/table.ts";
import type { Index } from "../schema/tableIndex.ts";
import {
  describeColumn,
  describeConstraint,
  describeEmptyTable,
  describeIndex,
  describeServerDefault,
  describeTable,
} from "./describeSchemaItems.ts";
import { describeType } from "./describeType.ts";
import type { ModelTable } from "./modelTable.ts";

/** The tables that operations came from, by `schema.name`, `name` alone in the default schema: Alembic's operations hold on to their columns. */
export interface ComparedTables {
  readonly database: ReadonlyMap<string, ReflectedTable>;
  readonly model: ReadonlyMap<string, ModelTable>;
}

/** The list that `alembic check` prints, as Python prints it. Source: the `to_diff_tuple` methods of alembic.operations.ops. */
export function formatDiffTuples(operations: readonly Operation[], tables: ComparedTables): string {
  return `[${operations.map((operation) => diffTuple(operation, tables)).join(", ")}]`;
}

/** One operation: a tuple, and for an altered column a list of tuples. */
function diffTuple(operation: Operation, tables: ComparedTables): string {
  switch (operation.kind) {
    case "createTable":
      return `('add_table', ${tableText(operation, tableOf(tables.model, operation))})`;
    case "dropTable":
      return `('remove_table', ${operation.reverse === undefined ? describeEmptyTable(operation.tableName, operation.schema) : tableText(operation.reverse, tableOf(tables.database, operation))})`;
    case "addColumn":
      return columnTuple("add_column", operation, tableOf(tables.model, operation));
    case "dropColumn": {
      const column = operation.reverse?.column ?? { name: operation.columnName, type: { name: "NullType" } };
      const table = tableOf(tables.database, operation);
      // Alembic has added the foreign keys of the database a second time by then, to compare them.
      const constraints = (table?.constraints ?? []).flatMap((constraint) => [constraint, constraint]);
      return columnTuple("remove_column", { ...operation, column }, table && { ...table, constraints });
    }
    case "alterColumn":
      return `[${alterations(operation, tables).join(", ")}]`;
    case "createIndex":
      return `('add_index', ${indexOf(operation, tableOf(tables.model, operation))})`;
    case "dropIndex": {
      const dropped = operation.reverse;
      return `('remove_index', ${dropped === undefined ? "None" : indexOf(asReflected(dropped), tableOf(tables.database, dropped))})`;
    }
    case "createForeignKey":
      return `('add_fk', ${describeConstraint(operation)})`;
    case "createPrimaryKey":
    case "createUniqueConstraint":
    case "createCheckConstraint":
    case "createExcludeConstraint":
      return `('add_constraint', ${describeConstraint(operation)})`;
    case "dropConstraint": {
      const kind = operation.type === "foreignkey" ? "remove_fk" : "remove_constraint";
      return `('${kind}', ${operation.reverse === undefined ? "None" : describeConstraint(operation.reverse)})`;
    }
    case "createTableComment":
      return `('add_table_comment', ${describeEmptyTable(operation.tableName, operation.schema)}, ${pythonLiteral(operation.existingComment ?? null)})`;
    case "dropTableComment":
      return `('remove_table_comment', ${describeEmptyTable(operation.tableName, operation.schema)})`;
    case "executeSql":
      return `('execute', ${pythonString(typeof operation.sqltext === "string" ? operation.sqltext : operation.sqltext.text)})`;
    case "renameTable":
    case "bulkInsert":
    case "batchAlterTable":
      return `('${operation.kind}',)`;
  }
}

function tableText(operation: CreateTableOp, table: HeldTable | undefined): string {
  const columns = operation.columns.map((column) => heldColumn(column.name, table) ?? column);
  return describeTable({ ...operation, columns }, (column) =>
    referencesOf(column, table ?? { constraints: operation.constraints ?? [] }),
  );
}

type OnTable = { readonly tableName: Name; readonly schema?: string | null };

function tableOf<T>(tables: ReadonlyMap<string, T>, { tableName, schema }: OnTable): T | undefined {
  const name = nameText(tableName);
  return tables.get(isNone(schema) ? name : `${schema}.${name}`) ?? tables.get(name);
}

function columnTuple(
  kind: string,
  { schema, tableName, column }: OnTable & Pick<AddColumnOp, "column">,
  table: HeldTable | undefined,
): string {
  const described = describeColumn(
    heldColumn(column.name, table) ?? column,
    tableName,
    referencesOf(column.name, table),
  );
  return `('${kind}', ${pythonLiteral(schema ?? null)}, ${pythonString(nameText(tableName))}, ${described})`;
}

/** A table of the models or of the database, which says more of a column than an operation's script does. */
type HeldTable = Pick<ModelTable, "constraints"> & {
  /** As the models gave it. */
  readonly table?: Table;
  readonly columns: readonly (Column & Pick<ReflectedColumn, "serialSequence">)[];
  readonly indexes: readonly Index[];
};

function heldColumn(name: Name, table: HeldTable | undefined): Column | undefined {
  const column = table?.columns.find((candidate) => nameText(candidate.name) === nameText(name));
  if (table === undefined || column === undefined) return undefined;
  const primaryKey = table.constraints.some(
    (constraint) => constraint.kind === "primaryKey" && constraint.columns.includes(nameText(name)),
  );
  return { ...column, primaryKey, ...(column.serialSequence === undefined ? {} : { serverDefault: null }) };
}

/** The targets of a column's foreign keys, as the models or the database name them. */
function referencesOf(name: Name, table: Pick<HeldTable, "table" | "constraints"> | undefined): readonly string[] {
  const isNamed = (column: Column): boolean => nameText(column.name) === nameText(name);
  const own = table?.table?.columns.find(isNamed)?.foreignKeys ?? [];
  return [
    ...own.map((key) => key.target),
    ...(table?.table?.constraints ?? table?.constraints ?? []).flatMap((constraint) =>
      constraint.kind === "foreignKey"
        ? constraint.refs.filter((_ref, place) => constraint.columns[place] === nameText(name))
        : [],
    ),
  ];
}

/** The elements of an index are the table's own columns; only there is it to be seen that one of them is ordered. */
function indexOf(operation: CreateIndexOp, table: HeldTable | undefined): string {
  const isSame = ({ name }: Index): boolean =>
    !isNone(name) && !isNone(operation.indexName) && nameText(name) === nameText(operation.indexName);
  const given = table?.indexes.find(isSame)?.columns;
  const columns = operation.columns.map((element, place) => {
    const held = given?.[place];
    return typeof held === "object" && held.kind !== "text" ? held : element;
  });
  return describeIndex({ ...operation, columns }, (name) => {
    return describeColumn(heldColumn(name, table) ?? { name, type: { name: "NullType" } }, operation.tableName);
  });
}

/** SQLAlchemy's reflection puts the order of an expression around it. */
function asReflected(operation: CreateIndexOp): CreateIndexOp {
  const columns = operation.columns.map((element): SqlExpression =>
    typeof element === "object" && element.kind === "text" && / (?:DESC|NULLS (?:FIRST|LAST))$/.test(element.text)
      ? { kind: "column", name: element.text, order: "desc" }
      : element,
  );
  return { ...operation, columns };
}

function alterations(operation: AlterColumnOp, tables: ComparedTables): readonly string[] {
  const place = `${pythonLiteral(operation.schema ?? null)}, ${pythonString(nameText(operation.tableName))}, ${pythonString(nameText(operation.columnName))}`;
  const oldNullable = pythonLiteral(operation.existingNullable ?? null);
  const oldType = operation.existingType === undefined ? "None" : describeType(operation.existingType);
  const oldDefault = describeServerDefault(existingDefault(operation, tables));
  const oldComment = pythonLiteral(operation.existingComment ?? null);
  const known = {
    nullable: `'existing_nullable': ${oldNullable}`,
    type: `'existing_type': ${oldType}`,
    serverDefault: `'existing_server_default': ${oldDefault}`,
    comment: `'existing_comment': ${oldComment}`,
  };
  const tuple = (kind: string, facts: readonly string[], from: string, to: string): string =>
    `('modify_${kind}', ${place}, {${facts.join(", ")}}, ${from}, ${to})`;
  const { type, nullable, serverDefault, comment } = operation;
  return [
    ...(isNone(type)
      ? []
      : [tuple("type", [known.nullable, known.serverDefault, known.comment], oldType, describeType(type))]),
    ...(isNone(nullable)
      ? []
      : [tuple("nullable", [known.type, known.serverDefault, known.comment], oldNullable, pythonLiteral(nullable))]),
    ...(serverDefault === undefined || serverDefault === false
      ? []
      : [
          tuple(
            "default",
            [known.nullable, known.type, known.comment],
            oldDefault,
            describeServerDefault(serverDefault),
          ),
        ]),
    ...(comment === undefined || comment === false
      ? []
      : [tuple("comment", [known.nullable, known.type, known.serverDefault], oldComment, pythonLiteral(comment))]),
  ];
}

/** False where neither side has a default, and None where only the model has one. */
function existingDefault(
  operation: AlterColumnOp,
  { model }: ComparedTables,
): NonNullable<AlterColumnOp["existingServerDefault"]> | null {
  if (operation.existingServerDefault !== undefined) return operation.existingServerDefault;
  const name = nameText(operation.columnName);
  const column = tableOf(model, operation)?.columns.find((candidate) => nameText(candidate.name) === name);
  const hasDefault =
    column !== undefined &&
    (!isNone(column.serverDefault) || column.identity !== undefined || column.computed !== undefined);
  return hasDefault || !isNone(operation.serverDefault) ? null : false;
}
