import type { Operation } from "../../../../engine/operations/operation.ts";
import type { FormattedName, Name } from "../../../../engine/schema/name.ts";
import type { LiteralValue } from "../../../../engine/schema/sqlExpression.ts";
import { nearestName } from "../../../../engine/nearestName.ts";
import { describe } from "../checkOptions.ts";
import { callHost } from "../host.ts";
import { Connection } from "../sqlalchemy/connectable.ts";
import { literalValue, type SqlValue } from "../sqlalchemy/literalValue.ts";
import { typeData, type TypeArgument } from "../sqlalchemy/typeEngine.ts";
import { runBatch, type AutocommitBlock, type BatchOperations, type BatchOptions } from "./batchOperations.ts";
import { createColumnOperations, type ColumnOperations } from "./columnOperations.ts";
import { createConstraintOperations, type ConstraintOperations } from "./constraintOperations.ts";
import { createDataOperations, type DataOperations } from "./dataOperations.ts";
import { createIndexOperations, type IndexOperations } from "./indexOperations.ts";
import { invokeNow } from "./invoke.ts";
import { createTableOperations, type TableOperations } from "./tableOperations.ts";

export type * from "./columnOperations.ts";
export type * from "./constraintOperations.ts";
export type * from "./dataOperations.ts";
export type * from "./indexOperations.ts";
export type * from "./tableOperations.ts";
export type { BatchOperations } from "./batchOperations.ts";

/** A literal in the SQL itself instead of a parameter. */
export type InlineLiteral = Extract<LiteralValue, { readonly kind: "inlineLiteral" }>;

/** What `op.getContext()` answers. */
export interface MigrationContext {
  /**
   * Commits what ran so far, runs `use` outside of a transaction, and begins again.
   * @example op.getContext().autocommitBlock(() => op.execute("ALTER TYPE mood ADD VALUE 'calm'"))
   */
  readonly autocommitBlock: AutocommitBlock;
}

/** Every operation that a revision's `upgrade()` and `downgrade()` can ask for. */
export interface Operations
  extends TableOperations, ColumnOperations, ConstraintOperations, IndexOperations, DataOperations {
  /**
   * Several changes of one table. On PostgreSQL they are plain statements; on SQLite Alembic would copy the table.
   * @example
   * op.batchAlterTable("posts", (batch) => {
   *   batch.addColumn(sa.Column("views", sa.Integer()));
   *   batch.dropColumn("likes");
   * });
   */
  batchAlterTable(tableName: Name, use: (batch: BatchOperations) => void, options?: BatchOptions): void;
  /** A final name, that a naming convention must not touch again. */
  f(name: string): FormattedName;
  /** A value that is written into the SQL instead of being sent as a parameter. */
  inlineLiteral(value: SqlValue, type?: TypeArgument): InlineLiteral;
  /**
   * The connection that the migration runs on, for data migrations.
   * @example op.getBind().execute(sa.text("SELECT id FROM users")).fetchall()
   */
  getBind(): Connection;
  getContext(): MigrationContext;
  /** Runs an operation that is there as data, as `processRevisionDirectives` sees them. */
  invoke(operation: Operation): void;
  /**
   * Adds an operation of your own to `op`. To let the editor know it:
   * `declare module "alembic" { interface Operations { createView(name: string, sql: string): void } }`
   * @example op.registerOperation("createView", (name: string, sql: string) => op.execute(`CREATE VIEW ${name} AS ${sql}`))
   */
  registerOperation<Args extends readonly unknown[]>(name: string, implementation: (...args: Args) => unknown): void;
}

const builtIn: Operations = {
  ...createTableOperations(invokeNow),
  ...createColumnOperations(invokeNow),
  ...createConstraintOperations(invokeNow),
  ...createIndexOperations(invokeNow),
  ...createDataOperations(invokeNow),
  batchAlterTable: (tableName, use, options = {}) => runBatch(invokeNow, tableName, use, options),
  f(name) {
    if (typeof name !== "string") throw new TypeError(`op.f(): expected a name in quotes, not ${describe(name)}`);
    return { kind: "f", name };
  },
  inlineLiteral: (value, type) => ({
    kind: "inlineLiteral",
    value: literalValue("op.inlineLiteral", "value", value),
    ...(type === undefined ? {} : { type: typeData(type) }),
  }),
  getBind: () => new Connection(),
  getContext: () => ({
    autocommitBlock(use) {
      if (typeof use !== "function")
        throw new TypeError(`autocommitBlock(): expected a function, such as () => { ... }, not ${describe(use)}`);
      callHost("beginAutocommitBlock", null);
      try {
        use();
      } finally {
        callHost("endAutocommitBlock", null);
      }
    },
  }),
  invoke: (operation) => invokeNow(operation),
  registerOperation(name, implementation) {
    if (Object.hasOwn(builtIn, name)) throw new Error(`op.${name} is one of Alembic's own operations`);
    registered.set(name, implementation as (...args: readonly unknown[]) => unknown);
  },
};

const registered = new Map<string, (...args: readonly unknown[]) => unknown>();

/** Alembic's operations: what a revision does to the database. */
export const op: Operations = new Proxy(builtIn, {
  get(target, name) {
    if (typeof name === "symbol") return undefined;
    if (Object.hasOwn(target, name)) return target[name as keyof Operations];
    const own = registered.get(name);
    if (own !== undefined) return own;
    const nearest = nearestName(name, [...Object.keys(target), ...registered.keys()]);
    const error = new TypeError(
      `'Operations' object has no attribute '${name}'${nearest === null ? "" : `; did you mean '${nearest}'?`}`,
    );
    error.name = "AttributeError";
    throw error;
  },
});
