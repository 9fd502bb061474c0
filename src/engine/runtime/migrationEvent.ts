import type { Notice } from "../connection.ts";
import type { DatabaseErrorFields, SourceLocation } from "../errors.ts";
import type { Operation } from "../operations/operation.ts";
import type { Table } from "../schema/table.ts";
import type { StatementObservation } from "./statementObservation.ts";

/** One step of a planned run, as data. */
export interface PlannedStep {
  readonly direction: "upgrade" | "downgrade" | "stamp";
  readonly revision: string;
  readonly doc: string;
  readonly path: string | null;
  /** Rows of the version table before and after, sorted. */
  readonly fromHeads: readonly string[];
  readonly toHeads: readonly string[];
}

/** The first rows of a table, by primary key where there is one, values as text and cut where they are long. */
export interface TableRows {
  readonly columns: readonly string[];
  /** Positions of the columns that tell one row from another; empty: nothing does. */
  readonly key: readonly number[];
  readonly rows: readonly (readonly (string | null)[])[];
}

/** The database at one moment, read from PostgreSQL inside the running transaction. */
export interface DatabaseState {
  readonly tables: readonly Table[];
  /** Row counts by `schema.table` (`table` alone in the default schema). */
  readonly rowCounts: Readonly<Record<string, number>>;
  readonly heads: readonly string[];
  /** By the same keys; absent where rows were not read. */
  readonly rows?: Readonly<Record<string, TableRows>>;
}

/** What happened, in order. The engine emits; it never waits for who listens. */
export type MigrationEvent =
  | {
      readonly kind: "runStarted";
      readonly command: string;
      readonly steps: readonly PlannedStep[];
      readonly state: DatabaseState;
    }
  | { readonly kind: "stepStarted"; readonly index: number; readonly step: PlannedStep }
  | {
      readonly kind: "statementExecuted";
      readonly stepIndex: number;
      readonly sql: string;
      readonly operation: Operation | null;
      readonly location: SourceLocation | null;
      /** Milliseconds. */
      readonly duration: number;
      readonly rowCount: number;
      readonly notices: readonly Notice[];
      readonly state: DatabaseState;
      /** False: it would have cost too much to read; `state` is the last one that was read. */
      readonly stateRead: boolean;
      /** null where nothing was observed. */
      readonly observation: StatementObservation | null;
    }
  | {
      readonly kind: "statementFailed";
      readonly stepIndex: number;
      readonly sql: string;
      readonly operation: Operation | null;
      readonly location: SourceLocation | null;
      readonly error: DatabaseErrorFields;
    }
  | {
      readonly kind: "stepFinished";
      readonly index: number;
      readonly heads: readonly string[];
      readonly state: DatabaseState;
      readonly stateRead: boolean;
    }
  | {
      readonly kind: "stepFailed";
      readonly index: number;
      readonly message: string;
      readonly location: SourceLocation | null;
    }
  | { readonly kind: "transactionCommitted"; readonly heads: readonly string[] }
  | { readonly kind: "transactionRolledBack"; readonly state: DatabaseState }
  | { readonly kind: "runFinished"; readonly state: DatabaseState };
