/** One key of a case's JSON: its name there, its name in the engine's data, and what it holds. */
export interface Field {
  readonly json: string;
  readonly ours: string;
  readonly holds:
    | "plain"
    | "wholeNumber"
    | "name"
    | "type"
    | "types"
    | "literal"
    | "sql"
    | "expressions"
    | "elements"
    | "serverDefault"
    | "identity"
    | "foreignKeys"
    | "checks"
    | "column"
    | "columns"
    | "constraints"
    | "indexes"
    | "bulkTable"
    | "rows";
}

function plain(...names: readonly (string | readonly [string, string])[]): readonly Field[] {
  return names.map((name) =>
    typeof name === "string"
      ? { json: name, ours: camelCase(name), holds: "plain" }
      : { json: name[0], ours: name[1], holds: "plain" },
  );
}

function field(json: string, holds: Field["holds"], ours: string = camelCase(json)): Field {
  return { json, ours, holds };
}

function camelCase(name: string): string {
  return name.replaceAll(/_([a-z])/g, (_match, letter: string) => letter.toUpperCase());
}

const REFERENTIAL: readonly Field[] = plain(
  ["ondelete", "onDelete"],
  ["onupdate", "onUpdate"],
  "deferrable",
  "initially",
  "match",
  "use_alter",
);

const INDEX_OPTIONS: readonly Field[] = [
  ...plain(
    "unique",
    ["postgresql_using", "using"],
    ["postgresql_include", "include"],
    ["postgresql_ops", "ops"],
    ["postgresql_with", "with"],
    ["postgresql_concurrently", "concurrently"],
    ["postgresql_nulls_not_distinct", "nullsNotDistinct"],
  ),
  field("postgresql_where", "sql", "where"),
];

const TABLE_OPTIONS: readonly Field[] = [
  ...plain(
    "prefixes",
    "info",
    ["postgresql_partition_by", "partitionBy"],
    ["postgresql_inherits", "inherits"],
    ["postgresql_on_commit", "onCommit"],
    ["postgresql_tablespace", "tablespace"],
    ["postgresql_with_oids", "withOids"],
  ),
];

export const FIELDS_OF_TYPE: readonly Field[] = [
  ...plain(
    "name",
    "dialect",
    "length",
    "collation",
    "timezone",
    "precision",
    "scale",
    "asdecimal",
    "values",
    "enum_name",
    "schema",
    "native_enum",
    "create_constraint",
    "constraint_name",
    "create_type",
    "dimensions",
    "as_tuple",
    "varying",
    "fields",
    "native",
    "second_precision",
    "day_precision",
    "as_uuid",
    "native_uuid",
    "none_as_null",
    "domain_name",
    "not_null",
  ),
  field("item", "type"),
  field("astext_type", "type"),
  field("text_type", "type"),
  field("data_type", "type"),
  field("variants", "types"),
  field("check", "sql"),
  field("default", "literal"),
];

export const FIELDS_OF_COLUMN: readonly Field[] = [
  ...plain("nullable", "primary_key", "unique", "index", "comment", "autoincrement", "computed"),
  field("name", "name"),
  field("type", "type"),
  field("server_default", "serverDefault"),
  field("identity", "identity"),
  field("foreign_keys", "foreignKeys"),
  field("checks", "checks"),
];

export const FIELDS_OF_CONSTRAINT: readonly Field[] = [
  ...plain(
    "columns",
    "refs",
    "using",
    "ops",
    ["postgresql_nulls_not_distinct", "nullsNotDistinct"],
    ["postgresql_include", "include"],
    ["postgresql_not_valid", "notValid"],
  ),
  ...REFERENTIAL,
  field("name", "name"),
  field("sqltext", "sql"),
  field("elements", "elements"),
  field("where", "sql"),
];

export const FIELDS_OF_INDEX: readonly Field[] = [
  ...INDEX_OPTIONS,
  ...plain(["postgresql_tablespace", "tablespace"]),
  field("name", "name"),
  field("columns", "expressions"),
];

export const FIELDS_OF_TABLE: readonly Field[] = [
  ...plain("schema", "comment", ["postgresql_using", "using"]),
  ...TABLE_OPTIONS,
  field("name", "name"),
  field("columns", "columns"),
  field("constraints", "constraints"),
  field("indexes", "indexes"),
];

/** Every argument of every operation; a name means the same thing wherever it occurs, `columns` excepted (decoded by what its items are). */
export const FIELDS_OF_OPERATION: readonly Field[] = [
  ...plain(
    "comment",
    "existing_comment",
    "if_not_exists",
    "if_exists",
    "inline_references",
    "inline_primary_key",
    "nullable",
    "existing_nullable",
    "autoincrement",
    "existing_autoincrement",
    "local_cols",
    "remote_cols",
    "source_schema",
    "referent_schema",
    ["postgresql_not_valid", "notValid"],
    "multiinsert",
    "recreate",
  ),
  ...TABLE_OPTIONS,
  ...INDEX_OPTIONS,
  ...REFERENTIAL,
  field("schema", "name"),
  field("table_name", "name"),
  field("old_table_name", "name"),
  field("new_table_name", "name"),
  field("column_name", "name"),
  field("new_column_name", "name"),
  field("constraint_name", "name"),
  field("index_name", "name"),
  field("source_table", "name"),
  field("referent_table", "name"),
  field("columns", "columns"),
  field("column", "column"),
  field("constraints", "constraints"),
  field("indexes", "indexes"),
  field("type_", "type", "type"),
  field("existing_type", "type"),
  field("server_default", "serverDefault"),
  field("existing_server_default", "serverDefault"),
  field("condition", "sql"),
  field("table", "bulkTable"),
  field("rows", "rows"),
  field("sqltext", "sql"),
];

export const FIELDS_OF_EXCLUDE_CONSTRAINT: readonly Field[] = [
  ...plain("using", "ops", "deferrable", "initially"),
  field("elements", "elements"),
  field("where", "sql"),
  field("constraint_name", "name"),
  field("table_name", "name"),
  field("schema", "name"),
];

export const CONSTRAINT_KINDS: Readonly<Record<string, string>> = {
  primary_key: "primaryKey",
  unique: "unique",
  check: "check",
  foreign_key: "foreignKey",
  exclude: "exclude",
};

export const OPERATION_KINDS: Readonly<Record<string, string>> = {
  create_table: "createTable",
  drop_table: "dropTable",
  rename_table: "renameTable",
  add_column: "addColumn",
  drop_column: "dropColumn",
  alter_column: "alterColumn",
  create_primary_key: "createPrimaryKey",
  create_unique_constraint: "createUniqueConstraint",
  create_check_constraint: "createCheckConstraint",
  create_foreign_key: "createForeignKey",
  create_exclude_constraint: "createExcludeConstraint",
  drop_constraint: "dropConstraint",
  create_index: "createIndex",
  drop_index: "dropIndex",
  create_table_comment: "createTableComment",
  drop_table_comment: "dropTableComment",
  execute: "executeSql",
  bulk_insert: "bulkInsert",
  batch_alter_table: "batchAlterTable",
};
