import type { Name } from "../../../../engine/schema/name.ts";
import { checkOptions, describe, present, requireName, requireNames } from "../checkOptions.ts";
import { expressionData, sqlData, whereData, type SqlExpression, type TextClause } from "../sqlalchemy/expression.ts";
import type { ExcludeOptions, Initially, ReferentialAction } from "../sqlalchemy/schemaItem.ts";
import type { Invoke } from "./invoke.ts";

export interface DeferrableOptions {
  schema?: string | null;
  /** DEFERRABLE: the check may wait for the end of the transaction. */
  deferrable?: boolean;
  initially?: Initially;
}

export interface CreateUniqueConstraintOptions extends DeferrableOptions {
  /** Two rows with NULL count as equal. */
  nullsNotDistinct?: boolean;
  include?: readonly string[];
}

export interface CreateCheckConstraintOptions extends DeferrableOptions {
  /** Do not check the rows that are there already. */
  notValid?: boolean;
}

export interface CreateForeignKeyOptions {
  /** What happens to the rows that refer to a row that is deleted. */
  onDelete?: ReferentialAction;
  onUpdate?: ReferentialAction;
  deferrable?: boolean;
  initially?: Initially;
  match?: "FULL" | "PARTIAL" | "SIMPLE";
  sourceSchema?: string | null;
  referentSchema?: string | null;
  /** Do not check the rows that are there already. */
  notValid?: boolean;
  useAlter?: boolean;
}

export interface CreateExcludeConstraintOptions extends ExcludeOptions {
  schema?: string | null;
}

export interface DropConstraintOptions {
  /** Which kind of constraint it is; a naming convention needs it for checks. */
  type?: "foreignkey" | "primary" | "unique" | "check" | "exclude" | null;
  schema?: string | null;
  ifExists?: boolean;
}

/** The operations on constraints. A name of null lets PostgreSQL or the naming convention choose one. */
export interface ConstraintOperations {
  /**
   * ADD PRIMARY KEY.
   * @example op.createPrimaryKey("pk_votes", "votes", ["user_id", "post_id"])
   */
  createPrimaryKey(
    constraintName: Name | null,
    tableName: Name,
    columns: readonly string[],
    options?: DeferrableOptions,
  ): void;
  /**
   * ADD UNIQUE.
   * @example op.createUniqueConstraint("uq_users_email", "users", ["email"])
   */
  createUniqueConstraint(
    constraintName: Name | null,
    tableName: Name,
    columns: readonly string[],
    options?: CreateUniqueConstraintOptions,
  ): void;
  /**
   * ADD CHECK.
   * @example op.createCheckConstraint("ck_price", "products", "price > 0")
   */
  createCheckConstraint(
    constraintName: Name | null,
    tableName: Name,
    condition: string | TextClause,
    options?: CreateCheckConstraintOptions,
  ): void;
  /**
   * ADD FOREIGN KEY from the columns of one table to those of another.
   * @example op.createForeignKey("fk_posts_owner", "posts", "users", ["owner_id"], ["id"], { onDelete: "CASCADE" })
   */
  createForeignKey(
    constraintName: Name | null,
    sourceTable: Name,
    referentTable: Name,
    localCols: readonly string[],
    remoteCols: readonly string[],
    options?: CreateForeignKeyOptions,
  ): void;
  /**
   * ADD EXCLUDE: no two rows for which every comparison holds.
   * @example op.createExcludeConstraint("no_overlap", "bookings", ["room", "="], ["during", "&&"], { using: "gist" })
   */
  createExcludeConstraint(
    constraintName: Name | null,
    tableName: Name,
    ...elements: readonly (readonly [SqlExpression, string] | CreateExcludeConstraintOptions)[]
  ): void;
  /**
   * DROP CONSTRAINT. A constraint without a name cannot be dropped.
   * @example op.dropConstraint("fk_posts_owner", "posts", { type: "foreignkey" })
   */
  dropConstraint(constraintName: Name | null, tableName: Name, options?: DropConstraintOptions): void;
}

const deferrableOptions = ["schema", "deferrable", "initially"];

export function createConstraintOperations(invoke: Invoke): ConstraintOperations {
  return {
    createPrimaryKey(constraintName, tableName, columns, options = {}) {
      checkNames("op.createPrimaryKey", constraintName, tableName);
      requireNames("op.createPrimaryKey", "the columns", columns);
      checkOptions("op.createPrimaryKey", options, deferrableOptions);
      invoke({ kind: "createPrimaryKey", constraintName, tableName, columns, ...present(options) });
    },
    createUniqueConstraint(constraintName, tableName, columns, options = {}) {
      checkNames("op.createUniqueConstraint", constraintName, tableName);
      requireNames("op.createUniqueConstraint", "the columns", columns);
      checkOptions("op.createUniqueConstraint", options, [...deferrableOptions, "nullsNotDistinct", "include"]);
      invoke({ kind: "createUniqueConstraint", constraintName, tableName, columns, ...present(options) });
    },
    createCheckConstraint(constraintName, tableName, condition, options = {}) {
      checkNames("op.createCheckConstraint", constraintName, tableName);
      if (typeof condition !== "string" && (typeof condition !== "object" || condition === null))
        throw new TypeError(
          `op.createCheckConstraint(): the condition must be SQL in quotes, not ${describe(condition)}`,
        );
      checkOptions("op.createCheckConstraint", options, [...deferrableOptions, "notValid"]);
      invoke({
        kind: "createCheckConstraint",
        constraintName,
        tableName,
        condition: sqlData(condition),
        ...present(options),
      });
    },
    createForeignKey(constraintName, sourceTable, referentTable, localCols, remoteCols, options = {}) {
      checkNames("op.createForeignKey", constraintName, sourceTable);
      requireName("op.createForeignKey", "the referenced table's name", referentTable);
      requireNames("op.createForeignKey", "the columns", localCols);
      requireNames("op.createForeignKey", "the referenced columns", remoteCols);
      checkOptions("op.createForeignKey", options, [
        "onDelete",
        "onUpdate",
        "deferrable",
        "initially",
        "match",
        "sourceSchema",
        "referentSchema",
        "notValid",
        "useAlter",
      ]);
      invoke({
        kind: "createForeignKey",
        constraintName,
        sourceTable,
        referentTable,
        localCols,
        remoteCols,
        ...present(options),
      });
    },
    createExcludeConstraint(constraintName, tableName, ...args) {
      checkNames("op.createExcludeConstraint", constraintName, tableName);
      const elements = args
        .filter((arg): arg is readonly [SqlExpression, string] => Array.isArray(arg))
        .map(([expression, operator]) => [expressionData(expression), operator] as const);
      const options = args.find((arg): arg is CreateExcludeConstraintOptions => !Array.isArray(arg)) ?? {};
      checkOptions("op.createExcludeConstraint", options, [...deferrableOptions, "using", "where", "ops"]);
      const { name: _name, where: _where, ...rest } = options;
      invoke({
        kind: "createExcludeConstraint",
        constraintName,
        tableName,
        elements,
        ...present(rest),
        ...whereData(options),
      });
    },
    dropConstraint(constraintName, tableName, options = {}) {
      checkNames("op.dropConstraint", constraintName, tableName);
      checkOptions("op.dropConstraint", options, ["type", "schema", "ifExists"]);
      invoke({ kind: "dropConstraint", constraintName, tableName, ...present(options) });
    },
  };
}

function checkNames(callee: string, constraintName: Name | null, tableName: Name): void {
  if (constraintName !== null) requireName(callee, "the constraint's name (the first argument)", constraintName);
  requireName(callee, "the table's name", tableName);
}
