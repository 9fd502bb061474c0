import { checkOptions, describe } from "../checkOptions.ts";
import type { TextClause } from "../sqlalchemy/expression.ts";
import { literalValues, type SqlValue } from "../sqlalchemy/literalValue.ts";
import { compileExecutable, isExecutable } from "../sqlalchemy/sql/compileExecutable.ts";
import type { Executable } from "../sqlalchemy/sql/select.ts";
import { TableObject } from "../sqlalchemy/table.ts";
import type { Invoke } from "./invoke.ts";

/** The operations that run SQL or write rows. */
export interface DataOperations {
  /**
   * Runs SQL, or a statement of the expression language. In a string, `:name` is a parameter; write `\\:` for a colon before a word.
   * @example op.execute("UPDATE posts SET published = true")
   * @example op.execute(posts.update().where(posts.c.id.eq(1)).values({ published: true }))
   */
  execute(sqltext: string | TextClause | Executable): void;
  /**
   * INSERT of several rows. The table is what `op.createTable` returned, or `sa.table("posts", sa.column("title"))`.
   * @example op.bulkInsert(posts, [{ title: "first" }, { title: "second" }])
   */
  bulkInsert(
    table: TableObject,
    rows: readonly Readonly<Record<string, SqlValue>>[],
    options?: { multiinsert?: boolean },
  ): void;
}

export function createDataOperations(invoke: Invoke): DataOperations {
  return {
    execute(sqltext) {
      if (isExecutable(sqltext)) {
        invoke({ kind: "executeSql", sqltext: compileExecutable(sqltext) });
        return;
      }
      if (typeof sqltext !== "string" && (typeof sqltext !== "object" || sqltext === null || sqltext.kind !== "text"))
        throw new TypeError(`op.execute(): expected SQL in quotes or sa.text(...), not ${describe(sqltext)}`);
      invoke({ kind: "executeSql", sqltext: typeof sqltext === "string" ? sqltext : sqltext.toJSON() });
    },
    bulkInsert(table, rows, options = {}) {
      if (!(table instanceof TableObject))
        throw new TypeError(
          `op.bulkInsert(): the first argument must be a table, such as sa.table("posts", sa.column("title")), not ${describe(table)}`,
        );
      if (!Array.isArray(rows) || rows.some((row) => typeof row !== "object" || row === null))
        throw new TypeError('op.bulkInsert(): the rows must be a list of objects, such as [{ title: "first" }]');
      checkOptions("op.bulkInsert", options, ["multiinsert"]);
      const { name, schema, data } = table;
      const columns = data.columns.map((column) =>
        column.type.name === "NullType"
          ? { name: nameOf(column.name) }
          : { name: nameOf(column.name), type: column.type },
      );
      invoke({
        kind: "bulkInsert",
        table: { name, columns, ...(schema === null ? {} : { schema }) },
        rows: rows.map((row) => literalValues("op.bulkInsert", row)),
        ...(options.multiinsert === undefined ? {} : { multiinsert: options.multiinsert }),
      });
    },
  };
}

function nameOf(name: string | { readonly name: string }): string {
  return typeof name === "string" ? name : name.name;
}
