import type {
  AddConstraintOp,
  AlterColumnOp,
  AlterServerDefault,
  CreateIndexOp,
  CreateTableOp,
  Operation,
} from "../operations/operation.ts";
import type { Column } from "../schema/column.ts";
import { nameText, type Name } from "../schema/name.ts";
import type { ServerDefault } from "../schema/sqlExpression.ts";
import { describeType } from "./describeType.ts";
import { pythonText } from "./pythonText.ts";

/** The list that `alembic check` prints, as Python prints it. Source: the `to_diff_tuple` methods of alembic.operations.ops. */
export function formatDiffTuples(operations: readonly Operation[]): string {
  return `[${toDiffTuples(operations).join(", ")}]`;
}

/** One text an operation: a tuple, and for an altered column a list of tuples. */
export function toDiffTuples(operations: readonly Operation[]): readonly string[] {
  return operations.map(diffTuple);
}

function diffTuple(operation: Operation): string {
  switch (operation.kind) {
    case "createTable":
      return `('add_table', ${table(operation)})`;
    case "dropTable":
      return `('remove_table', ${operation.reverse === undefined ? emptyTable(operation.tableName, operation.schema) : table(operation.reverse)})`;
    case "addColumn":
      return `('add_column', ${optional(operation.schema)}, ${pythonText(nameText(operation.tableName))}, ${column(operation.column, operation.tableName, [])})`;
    case "dropColumn": {
      const dropped = operation.reverse?.column ?? { name: operation.columnName, type: { name: "NullType" } };
      return `('remove_column', ${optional(operation.schema)}, ${pythonText(nameText(operation.tableName))}, ${column(dropped, operation.tableName, [])})`;
    }
    case "alterColumn":
      return `[${alterations(operation).join(", ")}]`;
    case "createIndex":
      return `('add_index', ${index(operation)})`;
    case "dropIndex":
      return `('remove_index', ${operation.reverse === undefined ? "None" : index(operation.reverse)})`;
    case "createForeignKey":
      return `('add_fk', ${constraint(operation)})`;
    case "createPrimaryKey":
    case "createUniqueConstraint":
    case "createCheckConstraint":
    case "createExcludeConstraint":
      return `('add_constraint', ${constraint(operation)})`;
    case "dropConstraint": {
      const kind = operation.type === "foreignkey" ? "remove_fk" : "remove_constraint";
      return `('${kind}', ${operation.reverse === undefined ? "None" : constraint(operation.reverse)})`;
    }
    case "createTableComment":
      return `('add_table_comment', ${emptyTable(operation.tableName, operation.schema, operation.comment)}, ${optional(operation.existingComment)})`;
    case "dropTableComment":
      return `('remove_table_comment', ${emptyTable(operation.tableName, operation.schema)})`;
    case "executeSql":
      return `('execute', ${pythonText(typeof operation.sqltext === "string" ? operation.sqltext : operation.sqltext.text)})`;
    case "renameTable":
    case "bulkInsert":
    case "batchAlterTable":
      return `('${operation.kind}',)`;
  }
}

function optional(text: string | null | undefined): string {
  return text == null ? "None" : pythonText(text);
}

function boolean(value: boolean | null | undefined): string {
  return value == null ? "None" : value ? "True" : "False";
}

function table(operation: CreateTableOp): string {
  const keys = operation.constraints?.find((candidate) => candidate.kind === "primaryKey")?.columns ?? [];
  const references = new Map<string, string[]>();
  for (const candidate of operation.constraints ?? []) {
    if (candidate.kind !== "foreignKey") continue;
    for (const [place, name] of candidate.columns.entries())
      references.set(name, [...(references.get(name) ?? []), candidate.refs[place] ?? ""]);
  }
  const columns = operation.columns.map((item) =>
    column(item, operation.tableName, keys, references.get(nameText(item.name))),
  );
  const comment = operation.comment == null ? "" : `, comment=${pythonText(operation.comment)}`;
  return `Table(${[pythonText(nameText(operation.tableName)), "MetaData()", ...columns].join(", ")}, schema=${optional(operation.schema)}${comment})`;
}

function emptyTable(name: Name, schema: string | null | undefined, comment?: string | null): string {
  const said = comment == null ? "" : `, comment=${pythonText(comment)}`;
  return `Table(${pythonText(nameText(name))}, MetaData(), schema=${optional(schema)}${said})`;
}

/** Source: sqlalchemy.sql.schema.Column.__repr__. */
function column(item: Column, tableName: Name, keys: readonly string[], references: readonly string[] = []): string {
  const name = nameText(item.name);
  const isKey = item.primaryKey === true || keys.includes(name);
  const nullable = item.nullable ?? !isKey;
  return `Column(${[
    pythonText(name),
    describeType(item.type),
    ...references.map((reference) => `ForeignKey(${pythonText(reference)})`),
    `table=<${nameText(tableName)}>`,
    ...(isKey ? ["primary_key=True"] : []),
    ...(nullable ? [] : ["nullable=False"]),
    ...(item.identity === undefined && item.computed === undefined && item.serverDefault == null
      ? []
      : [`server_default=${columnDefault(item)}`]),
    ...(item.comment == null ? [] : [`comment=${pythonText(item.comment)}`]),
  ].join(", ")})`;
}

function columnDefault(item: Column): string {
  if (item.identity !== undefined) return "Identity()";
  if (item.computed !== undefined) return "Computed(<sqlalchemy.sql.elements.TextClause object>)";
  return item.serverDefault == null ? "None" : serverDefault(item.serverDefault);
}

function serverDefault(value: ServerDefault): string {
  if (typeof value === "string") return `DefaultClause(${pythonText(value)}, for_update=False)`;
  if (value.kind === "fetchedValue") return "FetchedValue()";
  return "DefaultClause(<sqlalchemy.sql.elements.TextClause object>, for_update=False)";
}

function alterDefault(value: AlterServerDefault | undefined): string {
  if (value === undefined || value === false) return "False";
  if (value === null) return "None";
  if (typeof value === "object" && value.kind === "identity") return "Identity()";
  if (typeof value === "object" && value.kind === "computed")
    return "Computed(<sqlalchemy.sql.elements.TextClause object>)";
  return serverDefault(value as ServerDefault);
}

function alterations(operation: AlterColumnOp): readonly string[] {
  const place = `${optional(operation.schema)}, ${pythonText(nameText(operation.tableName))}, ${pythonText(nameText(operation.columnName))}`;
  const nullable = `'existing_nullable': ${boolean(operation.existingNullable)}`;
  const type = `'existing_type': ${operation.existingType === undefined ? "None" : describeType(operation.existingType)}`;
  const existingDefault = `'existing_server_default': ${alterDefault(operation.existingServerDefault)}`;
  const comment = `'existing_comment': ${optional(operation.existingComment)}`;
  const tuples: string[] = [];
  const add = (kind: string, known: readonly string[], from: string, to: string): void => {
    tuples.push(`('${kind}', ${place}, {${known.join(", ")}}, ${from}, ${to})`);
  };
  if (operation.type != null) {
    const from = operation.existingType === undefined ? "None" : describeType(operation.existingType);
    add("modify_type", [nullable, existingDefault, comment], from, describeType(operation.type));
  }
  if (operation.nullable != null) {
    add(
      "modify_nullable",
      [type, existingDefault, comment],
      boolean(operation.existingNullable),
      boolean(operation.nullable),
    );
  }
  if (operation.serverDefault !== undefined && operation.serverDefault !== false) {
    add(
      "modify_default",
      [nullable, type, comment],
      alterDefault(operation.existingServerDefault),
      alterDefault(operation.serverDefault),
    );
  }
  if (operation.comment !== undefined && operation.comment !== false) {
    add(
      "modify_comment",
      [nullable, type, existingDefault],
      optional(operation.existingComment),
      optional(operation.comment),
    );
  }
  return tuples;
}

function boundColumn(name: string, tableName: Name): string {
  return `Column(${pythonText(name)}, NullType(), table=<${nameText(tableName)}>)`;
}

function index(operation: CreateIndexOp): string {
  const columns = operation.columns.map((item) => {
    if (typeof item === "string") return boundColumn(item, operation.tableName);
    return item.kind === "column"
      ? boundColumn(item.name, operation.tableName)
      : "<sqlalchemy.sql.elements.TextClause object>";
  });
  const unique = operation.unique ? ", unique=True" : "";
  return `Index(${[optional(operation.indexName === null ? null : nameText(operation.indexName)), ...columns].join(", ")}${unique})`;
}

function constraint(operation: AddConstraintOp): string {
  const name = operation.constraintName === null ? "None" : pythonText(nameText(operation.constraintName));
  switch (operation.kind) {
    case "createForeignKey": {
      const target = emptyTable(operation.sourceTable, operation.sourceSchema);
      return `ForeignKeyConstraint(<sqlalchemy.sql.base.DedupeColumnCollection object>, None, name=${name}, table=${target})`;
    }
    case "createUniqueConstraint":
      return `UniqueConstraint(${operation.columns.map((item) => boundColumn(item, operation.tableName)).join(", ")}${operation.constraintName === null ? "" : `, name=${name}`})`;
    case "createPrimaryKey":
      return `PrimaryKeyConstraint(${operation.columns.map((item) => boundColumn(item, operation.tableName)).join(", ")}${operation.constraintName === null ? "" : `, name=${name}`})`;
    case "createCheckConstraint":
      return `CheckConstraint(<sqlalchemy.sql.elements.TextClause object>, name=${name}, table=${emptyTable(operation.tableName, operation.schema)})`;
    case "createExcludeConstraint":
      return `ExcludeConstraint(name=${name})`;
  }
}
