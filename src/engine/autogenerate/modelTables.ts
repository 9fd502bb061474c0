import { DEFAULT_NAMING_CONVENTION, resolveName } from "../schema/namingConvention.ts";
import type { CheckConstraint, Constraint } from "../schema/constraint.ts";
import type { MetaData } from "../schema/metadata.ts";
import { nameText } from "../schema/name.ts";
import type { SqlExpression } from "../schema/sqlExpression.ts";
import type { Table } from "../schema/table.ts";
import type { Index } from "../schema/tableIndex.ts";
import type { ChangeRecorder } from "./changeRecorder.ts";
import type { ModelColumn, ModelTable } from "./modelTable.ts";
import { sortModelTables } from "./sortModelTables.ts";

/** The model's tables in the order in which they can be created, as SQLAlchemy would hold them. Source: sqlalchemy.sql.schema. */
export function modelTables(metadata: MetaData | readonly MetaData[], recorder: ChangeRecorder): readonly ModelTable[] {
  const several: readonly MetaData[] = Array.isArray(metadata) ? metadata : [metadata];
  return several.flatMap((one) =>
    sortModelTables(
      one.tables.map((table) => modelTable(table, one)),
      recorder,
    ),
  );
}

function modelTable(table: Table, metadata: MetaData): ModelTable {
  const name = nameText(table.name);
  const metadataSchema = metadata.schema ?? null;
  const schema = table.schema ?? metadataSchema;
  const convention = metadata.namingConvention ?? DEFAULT_NAMING_CONVENTION;
  const explicitKey = table.constraints.find((constraint) => constraint.kind === "primaryKey");
  const keyColumns = new Set(explicitKey?.columns);
  const columns = table.columns.map((column): ModelColumn => {
    const primaryKey = column.primaryKey === true || keyColumns.has(nameText(column.name));
    const nullableIsSaid = column.nullable !== undefined;
    return {
      ...column,
      primaryKey,
      nullableIsSaid,
      nullable: column.nullable ?? !(primaryKey || column.identity !== undefined),
    };
  });
  const named = <T extends Constraint>(constraint: T): T => ({
    ...constraint,
    name: constraintName(constraint, table, schema, convention),
  });
  const constraints = [...table.constraints, ...columnConstraints(table, columns, explicitKey !== undefined)].map(
    named,
  );
  const indexes = [...table.indexes, ...columnIndexes(table)].map((index): Index => ({
    ...index,
    name: resolveName(
      { key: "ix", name: index.name, tableName: table.name, schema, columns: plainColumns(index.columns) },
      convention,
    ),
  }));
  return {
    table,
    name,
    schema,
    metadataSchema,
    comment: table.comment ?? null,
    columns,
    constraints,
    checks: constraints.filter((constraint): constraint is CheckConstraint => constraint.kind === "check"),
    indexes,
    autoincrementColumn: autoincrementColumn(columns, constraints),
  };
}

const conventionKeys = { primaryKey: "pk", unique: "uq", check: "ck", foreignKey: "fk" } as const;

function constraintName(
  constraint: Constraint,
  table: Table,
  schema: string | null,
  convention: NonNullable<MetaData["namingConvention"]>,
): Constraint["name"] {
  if (constraint.kind === "exclude") return constraint.name ?? null;
  const isForeignKey = constraint.kind === "foreignKey";
  return resolveName(
    {
      key: conventionKeys[constraint.kind],
      name: constraint.name,
      tableName: table.name,
      schema,
      columns: constraint.kind === "check" ? [] : constraint.columns,
      ...(isForeignKey ? { refs: constraint.refs } : {}),
    },
    convention,
  );
}

/** What the columns' flags stand for: keys, uniques, foreign keys and checks. */
function columnConstraints(
  table: Table,
  columns: readonly ModelColumn[],
  hasExplicitKey: boolean,
): readonly Constraint[] {
  const keys = columns.filter((column) => column.primaryKey).map((column) => nameText(column.name));
  const constraints: Constraint[] = hasExplicitKey || keys.length === 0 ? [] : [{ kind: "primaryKey", columns: keys }];
  for (const column of table.columns) {
    const name = nameText(column.name);
    if (column.unique === true && column.index !== true) constraints.push({ kind: "unique", columns: [name] });
    for (const { target, ...options } of column.foreignKeys ?? [])
      constraints.push({ kind: "foreignKey", columns: [name], refs: [target], ...options });
    constraints.push(...(column.checks ?? []));
  }
  return constraints;
}

function columnIndexes(table: Table): readonly Index[] {
  return table.columns
    .filter((column) => column.index === true)
    .map((column) => ({ name: null, columns: [nameText(column.name)], unique: column.unique === true }));
}

function plainColumns(expressions: readonly SqlExpression[]): readonly string[] {
  return expressions.flatMap((expression) =>
    typeof expression === "string" ? [expression] : expression.kind === "column" ? [expression.name] : [],
  );
}

const countableTypes: ReadonlySet<string> = new Set([
  "Integer",
  "BigInteger",
  "SmallInteger",
  "INTEGER",
  "INT",
  "BIGINT",
  "SMALLINT",
  "Numeric",
  "NUMERIC",
  "DECIMAL",
  "Float",
  "FLOAT",
  "REAL",
  "Double",
  "DOUBLE",
  "DOUBLE_PRECISION",
]);

/** Source: sqlalchemy.sql.schema.PrimaryKeyConstraint._autoincrement_column. */
function autoincrementColumn(columns: readonly ModelColumn[], constraints: readonly Constraint[]): string | null {
  const keys = columns.filter((column) => column.primaryKey);
  const said = keys.find((column) => column.autoincrement === true);
  if (said !== undefined) return nameText(said.name);
  const only = keys[0];
  if (keys.length !== 1 || only === undefined || only.autoincrement === false || !countableTypes.has(only.type.name))
    return null;
  const name = nameText(only.name);
  if (only.serverDefault != null || only.computed !== undefined) return null;
  const refers = constraints.some(
    (constraint) => constraint.kind === "foreignKey" && constraint.columns.includes(name),
  );
  return refers && only.autoincrement !== "ignore_fk" ? null : name;
}
