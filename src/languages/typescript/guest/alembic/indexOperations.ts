import type { Name } from "../../../../engine/schema/name.ts";
import { checkOptions, present, requireName, requireNames } from "../checkOptions.ts";
import { expressionData, whereData, type SqlExpression } from "../sqlalchemy/expression.ts";
import { indexOptionNames, type IndexOptions } from "../sqlalchemy/schemaItem.ts";
import type { Invoke } from "./invoke.ts";

export interface CreateIndexOptions extends IndexOptions {
  schema?: string | null;
  ifNotExists?: boolean;
}

export interface DropIndexOptions extends IndexOptions {
  tableName?: Name;
  schema?: string | null;
  ifExists?: boolean;
}

/** The operations on indexes. */
export interface IndexOperations {
  /**
   * CREATE INDEX. `concurrently` needs an autocommit block.
   * @example op.createIndex("ix_posts_title", "posts", ["title"])
   * @example op.createIndex("ix_users_email", "users", [sa.text("lower(email)")], { unique: true })
   */
  createIndex(
    indexName: Name | null,
    tableName: Name,
    columns: readonly SqlExpression[],
    options?: CreateIndexOptions,
  ): void;
  /**
   * DROP INDEX.
   * @example op.dropIndex("ix_posts_title", { tableName: "posts" })
   */
  dropIndex(indexName: Name, options?: DropIndexOptions): void;
}

export function createIndexOperations(invoke: Invoke): IndexOperations {
  return {
    createIndex(indexName, tableName, columns, options = {}) {
      if (indexName !== null) requireName("op.createIndex", "the index's name (the first argument)", indexName);
      requireName("op.createIndex", "the table's name", tableName);
      requireNames("op.createIndex", "the columns", columns);
      checkOptions("op.createIndex", options, [...indexOptionNames, "schema", "ifNotExists"]);
      const { where: _where, ...rest } = options;
      invoke({
        kind: "createIndex",
        indexName,
        tableName,
        columns: columns.map(expressionData),
        ...present(rest),
        ...whereData(options),
      });
    },
    dropIndex(indexName, options = {}) {
      requireName("op.dropIndex", "the index's name", indexName);
      checkOptions("op.dropIndex", options, [...indexOptionNames, "tableName", "schema", "ifExists"]);
      const { unique: _unique, where: _where, ...rest } = options;
      invoke({ kind: "dropIndex", indexName, ...present(rest), ...whereData(options) });
    },
  };
}
