import type { Name } from "../../../../engine/schema/name.ts";
import { checkOptions, describe, present, requireName } from "../checkOptions.ts";
import { readTableParts, TableObject, type TableItem, type TableOptions } from "../sqlalchemy/table.ts";
import type { Invoke } from "./invoke.ts";

export interface CreateTableOptions extends TableOptions {
  /** CREATE TABLE IF NOT EXISTS. */
  ifNotExists?: boolean;
}

/** The operations on whole tables. */
export interface TableOperations {
  /**
   * CREATE TABLE. Columns first, then constraints and indexes, options at the end.
   * @returns the table, for `op.bulkInsert`
   * @example
   * op.createTable("posts",
   *   sa.Column("id", sa.Integer(), { nullable: false }),
   *   sa.Column("title", sa.String(200), { nullable: false }),
   *   sa.PrimaryKeyConstraint("id"),
   * );
   */
  createTable(tableName: Name, ...items: readonly (TableItem | CreateTableOptions)[]): TableObject;
  /**
   * DROP TABLE. The rows are gone; the types of its enum columns stay.
   * @example op.dropTable("posts")
   */
  dropTable(tableName: Name, options?: { schema?: string | null; ifExists?: boolean }): void;
  /**
   * ALTER TABLE ... RENAME TO.
   * @example op.renameTable("post", "posts")
   */
  renameTable(oldTableName: Name, newTableName: Name, options?: { schema?: Name | null }): void;
  /**
   * COMMENT ON TABLE.
   * @example op.createTableComment("posts", "What people wrote", { existingComment: null })
   */
  createTableComment(
    tableName: Name,
    comment: string | null,
    options?: { existingComment?: string | null; schema?: string | null },
  ): void;
  /** COMMENT ON TABLE ... IS NULL. */
  dropTableComment(tableName: Name, options?: { existingComment?: string | null; schema?: string | null }): void;
}

export function createTableOperations(invoke: Invoke): TableOperations {
  return {
    createTable(tableName, ...items) {
      requireName("op.createTable", "the table's name", tableName);
      const { columns, constraints, indexes, options } = readTableParts("op.createTable", items);
      invoke({ kind: "createTable", tableName, columns, constraints, indexes, ...options });
      return new TableObject({ name: tableName, columns, constraints, indexes, ...options });
    },
    dropTable(tableName, options = {}) {
      requireName("op.dropTable", "the table's name", tableName);
      checkOptions("op.dropTable", options, ["schema", "ifExists"]);
      invoke({ kind: "dropTable", tableName, ...present(options) });
    },
    renameTable(oldTableName, newTableName, options = {}) {
      requireName("op.renameTable", "the table's name", oldTableName);
      requireName("op.renameTable", "the new name", newTableName);
      checkOptions("op.renameTable", options, ["schema"]);
      invoke({ kind: "renameTable", oldTableName, newTableName, ...present(options) });
    },
    createTableComment(tableName, comment, options = {}) {
      requireName("op.createTableComment", "the table's name", tableName);
      if (comment !== null && typeof comment !== "string")
        throw new TypeError(`op.createTableComment(): the comment must be text or null, not ${describe(comment)}`);
      checkOptions("op.createTableComment", options, ["existingComment", "schema"]);
      invoke({ kind: "createTableComment", tableName, comment, ...present(options) });
    },
    dropTableComment(tableName, options = {}) {
      requireName("op.dropTableComment", "the table's name", tableName);
      checkOptions("op.dropTableComment", options, ["existingComment", "schema"]);
      invoke({ kind: "dropTableComment", tableName, ...present(options) });
    },
  };
}
