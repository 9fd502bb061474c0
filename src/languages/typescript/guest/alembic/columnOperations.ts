import type { AlterServerDefault } from "../../../../engine/operations/operation.ts";
import type { Name } from "../../../../engine/schema/name.ts";
import { checkOptions, describe, present, requireName } from "../checkOptions.ts";
import { TextClause, type ServerDefault } from "../sqlalchemy/expression.ts";
import { ColumnItem, ComputedItem, IdentityItem } from "../sqlalchemy/schemaItem.ts";
import { isType, typeData, type TypeArgument } from "../sqlalchemy/typeEngine.ts";
import type { Invoke } from "./invoke.ts";

export interface AddColumnOptions {
  schema?: string | null;
  /** ADD COLUMN IF NOT EXISTS. */
  ifNotExists?: boolean;
  /** Write a single foreign key behind the column instead of a statement of its own. */
  inlineReferences?: boolean;
  /** Write PRIMARY KEY behind a column that has `primaryKey: true`. */
  inlinePrimaryKey?: boolean;
}

/** What `alterColumn` takes as a default: `null` drops it, `false` says "leave it alone". */
export type AlterDefault = ServerDefault | IdentityItem | ComputedItem | null | false;

export interface AlterColumnOptions {
  /** true: DROP NOT NULL, false: SET NOT NULL. */
  nullable?: boolean | null;
  /** The new type. */
  type?: TypeArgument | null;
  /** The new default; null drops it. */
  serverDefault?: AlterDefault;
  /** RENAME COLUMN. */
  newColumnName?: string | null;
  /** COMMENT ON COLUMN; null drops it, false leaves it alone. */
  comment?: string | null | false;
  /** How the old values become new ones: SQL for USING, such as `"price::integer"`. Only together with `type`. */
  using?: string;
  autoincrement?: boolean | null;
  existingType?: TypeArgument;
  existingNullable?: boolean | null;
  existingServerDefault?: AlterDefault;
  existingComment?: string | null;
  existingAutoincrement?: boolean;
  schema?: string | null;
}

const alterOptions = [
  "nullable",
  "type",
  "serverDefault",
  "newColumnName",
  "comment",
  "using",
  "autoincrement",
  "existingType",
  "existingNullable",
  "existingServerDefault",
  "existingComment",
  "existingAutoincrement",
  "schema",
];

/** The operations on columns. */
export interface ColumnOperations {
  /**
   * ALTER TABLE ... ADD COLUMN. On a table with rows a NOT NULL column needs a `serverDefault`.
   * A foreign key, a unique constraint and an index of the column are statements of their own.
   * @example op.addColumn("posts", sa.Column("published", sa.Boolean(), { nullable: false, serverDefault: sa.text("false") }))
   */
  addColumn(tableName: Name, column: ColumnItem, options?: AddColumnOptions): void;
  /**
   * ALTER TABLE ... DROP COLUMN. Its values are gone.
   * @example op.dropColumn("posts", "published")
   */
  dropColumn(tableName: Name, columnName: Name, options?: { schema?: string | null; ifExists?: boolean }): void;
  /**
   * Changes what is given of a column, in this order: type, NOT NULL, default, comment, name.
   * @example op.alterColumn("posts", "owner_id", { nullable: false })
   * @example op.alterColumn("users", "mail", { newColumnName: "email" })
   * @example op.alterColumn("orders", "price", { type: sa.Integer(), using: "price::integer" })
   */
  alterColumn(tableName: Name, columnName: Name, options?: AlterColumnOptions): void;
}

export function createColumnOperations(invoke: Invoke): ColumnOperations {
  return {
    addColumn(tableName, column, options = {}) {
      requireName("op.addColumn", "the table's name", tableName);
      if (!(column instanceof ColumnItem))
        throw new TypeError(
          `op.addColumn(): the second argument must be a column such as sa.Column("name", sa.String()), not ${describe(column)}`,
        );
      checkOptions("op.addColumn", options, ["schema", "ifNotExists", "inlineReferences", "inlinePrimaryKey"]);
      invoke({ kind: "addColumn", tableName, column: column.named(), ...present(options) });
    },
    dropColumn(tableName, columnName, options = {}) {
      requireName("op.dropColumn", "the table's name", tableName);
      requireName("op.dropColumn", "the column's name", columnName);
      checkOptions("op.dropColumn", options, ["schema", "ifExists"]);
      invoke({ kind: "dropColumn", tableName, columnName, ...present(options) });
    },
    alterColumn(tableName, columnName, options = {}) {
      requireName("op.alterColumn", "the table's name", tableName);
      requireName("op.alterColumn", "the column's name", columnName);
      if (typeof options !== "object" || options === null)
        throw new TypeError(
          `op.alterColumn(): say what changes, such as { nullable: false }, not ${describe(options)}`,
        );
      checkOptions("op.alterColumn", options, alterOptions);
      const { type, existingType, serverDefault, existingServerDefault, ...rest } = options;
      invoke({
        kind: "alterColumn",
        tableName,
        columnName,
        ...present(rest),
        ...(type === undefined ? {} : { type: type === null ? null : givenType("type", type) }),
        ...(existingType === undefined ? {} : { existingType: givenType("existingType", existingType) }),
        ...(serverDefault === undefined ? {} : { serverDefault: defaultData(serverDefault) }),
        ...(existingServerDefault === undefined ? {} : { existingServerDefault: defaultData(existingServerDefault) }),
      });
    },
  };
}

function givenType(option: string, type: TypeArgument) {
  if (!isType(type))
    throw new TypeError(`op.alterColumn(): ${option} must be a type such as sa.String(200), not ${describe(type)}`);
  return typeData(type);
}

function defaultData(value: AlterDefault): AlterServerDefault {
  if (value instanceof IdentityItem) return { kind: "identity", identity: value.data };
  if (value instanceof ComputedItem) return { kind: "computed", computed: value.data };
  return value instanceof TextClause ? value.toJSON() : value;
}
