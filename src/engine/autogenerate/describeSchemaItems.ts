import { isNone } from "../isNone.ts";
import type {
  AlterServerDefault,
  AddConstraintOp,
  CreateForeignKeyOp,
  CreateIndexOp,
  CreateTableOp,
} from "../operations/operation.ts";
import { pythonLiteral, pythonString } from "../pythonLiteral.ts";
import type { Column, Computed, Identity } from "../schema/column.ts";
import { nameText, type Name } from "../schema/name.ts";
import type { SqlExpression } from "../schema/sqlExpression.ts";
import type { SqlType } from "../schema/sqlType.ts";
import { wholeNumberText } from "../schema/wholeNumber.ts";
import { describeType } from "./describeType.ts";

/*
 * Schema items as Python prints them, without the addresses of the objects inside. Source: the `__repr__` methods of sqlalchemy.sql.schema, on
 * what alembic.operations.schemaobj makes of an operation.
 */

const noType: SqlType = { name: "NullType" };

/** `referencesOf` gives the targets of a column's foreign keys. */
export function describeTable(operation: CreateTableOp, referencesOf: (column: Name) => readonly string[]): string {
  const keys = operation.constraints?.find((candidate) => candidate.kind === "primaryKey")?.columns ?? [];
  const columns = operation.columns.map((item) => {
    const isKey = item.primaryKey === true || keys.includes(nameText(item.name));
    return describeColumn({ ...item, primaryKey: isKey }, operation.tableName, referencesOf(item.name));
  });
  return tableOf(operation.tableName, operation.schema, columns);
}

export function describeEmptyTable(name: Name, schema: string | null | undefined): string {
  return tableOf(name, schema, []);
}

function tableOf(name: Name, schema: string | null | undefined, columns: readonly string[]): string {
  return `Table(${[pythonString(nameText(name)), "MetaData()", ...columns].join(", ")}, schema=${pythonLiteral(schema ?? null)})`;
}

/** `references` are the targets of the column's foreign keys. */
export function describeColumn(item: Column, table: Name, references: readonly string[] = []): string {
  const isKey = item.primaryKey === true;
  const byDefault = defaultOf(item);
  return `Column(${[
    pythonString(nameText(item.name)),
    describeType(item.type),
    ...references.map((target) => `ForeignKey(${pythonString(target)})`),
    `table=<${nameText(table)}>`,
    ...(isKey ? ["primary_key=True"] : []),
    ...((item.nullable ?? !isKey) ? [] : ["nullable=False"]),
    ...(byDefault === null ? [] : [`server_default=${describeServerDefault(byDefault)}`]),
    ...(item.comment ? [`comment=${pythonString(item.comment)}`] : []),
  ].join(", ")})`;
}

function defaultOf({ identity, computed, serverDefault }: Column): AlterServerDefault {
  if (identity !== undefined) return { kind: "identity", identity };
  if (computed !== undefined) return { kind: "computed", computed };
  return serverDefault ?? null;
}

export function describeServerDefault(value: AlterServerDefault): string {
  if (value === null || value === false) return pythonLiteral(value);
  if (typeof value === "string") return `DefaultClause(${pythonString(value)}, for_update=False)`;
  switch (value.kind) {
    case "identity":
      return describeIdentity(value.identity);
    case "computed":
      return describeComputed(value.computed);
    case "fetchedValue":
      return "FetchedValue()";
    case "text":
      return "DefaultClause(<sqlalchemy.sql.elements.TextClause object>, for_update=False)";
    case "literalColumn":
      return "DefaultClause(<sqlalchemy.sql.elements.ColumnClause object>, for_update=False)";
  }
}

const IDENTITY_ARGUMENTS: readonly (readonly [keyof Identity, string])[] = [
  ["onNull", "on_null"],
  ["start", "start"],
  ["increment", "increment"],
  ["minValue", "minvalue"],
  ["maxValue", "maxvalue"],
  ["noMinValue", "nominvalue"],
  ["noMaxValue", "nomaxvalue"],
  ["cycle", "cycle"],
  ["cache", "cache"],
];

function describeIdentity(identity: Identity): string {
  const options = IDENTITY_ARGUMENTS.flatMap(([key, name]) => {
    const value = identity[key];
    if (value === undefined) return [];
    return [`${name}=${typeof value === "boolean" ? pythonLiteral(value) : wholeNumberText(value)}`];
  });
  return `Identity(${[...(identity.always === true ? ["always=True"] : []), ...options].join(", ")})`;
}

function describeComputed({ persisted }: Computed): string {
  return `Computed(<sqlalchemy.sql.elements.TextClause object>${persisted === undefined ? "" : `, persisted=${pythonLiteral(persisted)}`})`;
}

/** `columnOf` knows the columns of the index's table. */
export function describeIndex(operation: CreateIndexOp, columnOf: (name: string) => string): string {
  const name = isNone(operation.indexName) ? "None" : pythonString(nameText(operation.indexName));
  const elements = operation.columns.map((element) => describeElement(element, columnOf));
  return `Index(${[name, ...elements, ...(operation.unique === true ? ["unique=True"] : [])].join(", ")})`;
}

function describeElement(element: SqlExpression, columnOf: (name: string) => string): string {
  if (typeof element === "string") return columnOf(element);
  if (element.kind === "column" && (element.order !== undefined || element.nulls !== undefined))
    return "<sqlalchemy.sql.elements.UnaryExpression object>";
  if (element.kind === "column") return `<sqlalchemy.sql.elements.ColumnClause; ${element.name}>`;
  if (element.kind === "literalColumn") return `<sqlalchemy.sql.elements.ColumnClause; ${element.text}>`;
  return "<alembic.util.sqla_compat._textual_index_element object>";
}

export function describeConstraint(operation: AddConstraintOp): string {
  const name = isNone(operation.constraintName) ? [] : [`name=${pythonString(nameText(operation.constraintName))}`];
  const bound = (columns: readonly string[], table: Name): readonly string[] =>
    columns.map((column) => describeColumn({ name: column, type: noType }, table));
  switch (operation.kind) {
    case "createForeignKey":
      return `ForeignKeyConstraint(${["<sqlalchemy.sql.base.ReadOnlyColumnCollection object>", "None", ...name, ...referenceOptions(operation), `table=${sourceTable(operation)}`].join(", ")})`;
    case "createUniqueConstraint":
      return `UniqueConstraint(${bound(operation.columns, operation.tableName).join(", ")})`;
    case "createPrimaryKey":
      return `PrimaryKeyConstraint(${[...bound(operation.columns, operation.tableName), ...name].join(", ")})`;
    case "createCheckConstraint": {
      const column = describeColumn({ name: "x", type: { name: "Integer" } }, operation.tableName);
      const table = tableOf(operation.tableName, operation.schema, [column]);
      return `CheckConstraint(${["<sqlalchemy.sql.elements.TextClause object>", ...name, `table=${table}`].join(", ")})`;
    }
    case "createExcludeConstraint":
      return `ExcludeConstraint(${name.join("")})`;
  }
}

function referenceOptions({
  onUpdate,
  onDelete,
  deferrable,
  initially,
  useAlter,
  match,
}: CreateForeignKeyOp): readonly string[] {
  const options: readonly (readonly [string, string | boolean | undefined])[] = [
    ["onupdate", onUpdate],
    ["ondelete", onDelete],
    ["deferrable", deferrable],
    ["initially", initially],
    ["use_alter", useAlter === true ? true : undefined],
    ["match", match],
  ];
  return options.flatMap(([key, value]) => (value === undefined ? [] : [`${key}=${pythonLiteral(value)}`]));
}

/** The table that Alembic makes up around a foreign key: its columns, and those that it refers to where they are in the same table. */
function sourceTable(operation: CreateForeignKeyOp): string {
  const { sourceTable: source, referentTable: referent, localCols, remoteCols } = operation;
  const [sourceSchema, referentSchema] = [operation.sourceSchema ?? null, operation.referentSchema ?? null];
  const target = referentSchema === null ? nameText(referent) : `${referentSchema}.${nameText(referent)}`;
  const isOwn = nameText(source) === nameText(referent) && sourceSchema === referentSchema;
  const columns = [...new Set([...localCols, ...(isOwn ? remoteCols : [])])].map((name) => {
    const places = localCols.flatMap((local, place) => (local === name ? [place] : []));
    return describeColumn(
      { name, type: noType },
      source,
      places.map((place) => `${target}.${remoteCols[place] ?? ""}`),
    );
  });
  return tableOf(source, sourceSchema, columns);
}
