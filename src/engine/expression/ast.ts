import type { Name } from "../schema/name.ts";
import type { LiteralValue, LiteralColumn, TextClause } from "../schema/sqlExpression.ts";
import type { SqlType } from "../schema/sqlType.ts";

/*
 * SQLAlchemy's expression language as data: what a guest library builds, whatever its language, and `compileStatement` writes.
 * Source: sqlalchemy.sql.elements, selectable and dml.
 */

/** A table in FROM, under its own name or another. */
export interface TableSource {
  readonly kind: "table";
  readonly name: Name;
  readonly schema?: string | null;
  readonly alias?: string;
}

export interface JoinSource {
  readonly kind: "join";
  readonly left: Source;
  readonly right: Source;
  readonly on: Expression;
  readonly type: "inner" | "left" | "full";
}

export interface SubquerySource {
  readonly kind: "subquery";
  readonly select: SelectStatement;
  readonly alias: string;
  readonly lateral?: boolean;
}

/** A common table expression; a reference inside of itself holds no `select`. */
export interface CteSource {
  readonly kind: "cte";
  readonly name: string;
  readonly recursive?: boolean;
  readonly select?: SelectStatement;
}

export interface FunctionSource {
  readonly kind: "functionTable";
  readonly function: FunctionCall;
  readonly alias: string;
}

export type Source = TableSource | JoinSource | SubquerySource | CteSource | FunctionSource;

export interface ColumnReference {
  readonly kind: "column";
  readonly name: string;
  /** Absent: the column stands alone. */
  readonly from?: Source;
}

/** A value; with a name and no value it is given at the execution. */
export interface Bind {
  readonly kind: "bind";
  readonly name?: string;
  readonly value?: LiteralValue;
  readonly type?: SqlType;
}

export interface Constant {
  readonly kind: "constant";
  readonly value: "null" | "true" | "false";
}

export interface Unary {
  readonly kind: "unary";
  /** `NOT `, `-`, `DISTINCT `, `ANY`, `ALL`. */
  readonly operator: string;
  readonly operand: Expression;
}

export interface Binary {
  readonly kind: "binary";
  readonly operator: string;
  readonly left: Expression;
  readonly right: Expression;
  readonly escape?: string;
}

export interface BooleanList {
  readonly kind: "boolean";
  readonly operator: "AND" | "OR";
  readonly operands: readonly Expression[];
}

export interface ArrayItem {
  readonly kind: "arrayItem";
  readonly operand: Expression;
  readonly index: Expression;
}

export interface In {
  readonly kind: "in";
  readonly operand: Expression;
  readonly negated: boolean;
  readonly values?: readonly Expression[];
  readonly select?: SelectStatement;
}

export interface Between {
  readonly kind: "between";
  readonly operand: Expression;
  readonly low: Expression;
  readonly high: Expression;
  readonly symmetric?: boolean;
}

export interface FunctionCall {
  readonly kind: "function";
  readonly name: string;
  readonly args: readonly Expression[];
  readonly orderBy?: readonly Expression[];
  readonly filter?: Expression;
  readonly withinGroup?: readonly Expression[];
  readonly over?: { readonly partitionBy: readonly Expression[]; readonly orderBy: readonly Expression[] };
}

export interface Case {
  readonly kind: "case";
  readonly value?: Expression;
  readonly whens: readonly (readonly [Expression, Expression])[];
  readonly otherwise?: Expression;
}

export interface Order {
  readonly kind: "order";
  readonly operand: Expression;
  readonly direction?: "asc" | "desc";
  readonly nulls?: "first" | "last";
}

export type Expression =
  | ColumnReference
  | Bind
  | TextClause
  | LiteralColumn
  | Constant
  | Unary
  | Binary
  | BooleanList
  | ArrayItem
  | In
  | Between
  | FunctionCall
  | Case
  | Order
  | { readonly kind: "tuple"; readonly items: readonly Expression[] }
  | { readonly kind: "array"; readonly items: readonly Expression[]; readonly type?: SqlType }
  | { readonly kind: "cast"; readonly operand: Expression; readonly type: SqlType }
  | { readonly kind: "extract"; readonly field: string; readonly operand: Expression }
  | { readonly kind: "label"; readonly name: string; readonly operand: Expression }
  | { readonly kind: "collate"; readonly operand: Expression; readonly collation: string }
  | { readonly kind: "scalarSelect"; readonly select: SelectStatement }
  | { readonly kind: "exists"; readonly select: SelectStatement };

interface SelectTail {
  readonly orderBy?: readonly Expression[];
  readonly limit?: Expression;
  readonly offset?: Expression;
}

export interface Select extends SelectTail {
  readonly kind: "select";
  readonly columns: readonly Expression[];
  readonly from?: readonly Source[];
  readonly where?: Expression;
  readonly groupBy?: readonly Expression[];
  readonly having?: Expression;
  /** true, or the expressions of DISTINCT ON. */
  readonly distinct?: true | readonly Expression[];
  readonly forUpdate?: {
    readonly read: boolean;
    readonly nowait: boolean;
    readonly skipLocked: boolean;
    readonly keyShare: boolean;
  };
  /** Tables of the statement around it, which stay out of FROM. */
  readonly correlate?: readonly Source[];
}

export interface Compound extends SelectTail {
  readonly kind: "compound";
  readonly operator: "UNION" | "UNION ALL" | "INTERSECT" | "EXCEPT";
  readonly selects: readonly SelectStatement[];
}

export type SelectStatement = Select | Compound;

/** Column and value. */
export type Assignment = readonly [string, Expression];

export interface OnConflict {
  readonly target:
    | { readonly constraint: string }
    | { readonly columns: readonly string[]; readonly where?: Expression };
  /** Absent: DO NOTHING. */
  readonly set?: readonly Assignment[];
  readonly where?: Expression;
}

export interface Insert {
  readonly kind: "insert";
  readonly table: TableSource;
  readonly rows?: readonly (readonly Assignment[])[];
  /** With `select`: the columns that it fills. */
  readonly columns?: readonly string[];
  readonly select?: SelectStatement;
  readonly onConflict?: OnConflict;
  readonly returning?: readonly Expression[];
}

export interface Update {
  readonly kind: "update";
  readonly table: TableSource;
  readonly set: readonly Assignment[];
  readonly where?: Expression;
  readonly returning?: readonly Expression[];
}

export interface Delete {
  readonly kind: "delete";
  readonly table: TableSource;
  readonly where?: Expression;
  readonly returning?: readonly Expression[];
}

export type ExpressionStatement = SelectStatement | Insert | Update | Delete;
