/** PostgreSQL's table-level lock modes, from the weakest to the strongest. Source: PostgreSQL documentation, "Explicit Locking". */
export const lockModes = [
  "ACCESS SHARE",
  "ROW SHARE",
  "ROW EXCLUSIVE",
  "SHARE UPDATE EXCLUSIVE",
  "SHARE",
  "SHARE ROW EXCLUSIVE",
  "EXCLUSIVE",
  "ACCESS EXCLUSIVE",
] as const;
export type LockMode = (typeof lockModes)[number];

export type RelationKind = "table" | "index" | "sequence" | "view" | "other";

/** A relation as the statement left it; a dropped one as it was before. `schema.name`, the name alone where the search path finds it. */
export interface ObservedRelation {
  readonly name: string;
  readonly kind: RelationKind;
  /** The table of an index. */
  readonly table: string | null;
  /** A table that only has partitions. */
  readonly partitioned: boolean;
}

export interface ObservedLock extends ObservedRelation {
  readonly mode: LockMode;
}

/** What one statement did besides its result, read from PostgreSQL before and after it. */
export interface StatementObservation {
  /**
   * The locks that the statement added to those its transaction held, strongest first; relations that the transaction made itself are left out, as
   * nobody else can see them yet. null: the statement stood outside of a transaction, and its locks were gone before they could be read.
   */
  readonly locks: readonly ObservedLock[] | null;
  /** Tables that the transaction made itself and that the statement had to do with. */
  readonly unseen: readonly string[];
  /** Tables and indexes that have another file than before. */
  readonly rewrites: readonly ObservedRelation[];
  /** Those tables among them that were not read for it: TRUNCATE gives a table an empty file. */
  readonly emptied: readonly string[];
  /** Indexes that are new on a table that was there before. */
  readonly builtIndexes: readonly ObservedRelation[];
  /** Rows that were read, by table that was there before; null: outside of a transaction the counters are gone. */
  readonly rowsRead: readonly { readonly table: string; readonly rows: number }[] | null;
  /** Rows that were written, by table. */
  readonly rowsWritten: readonly {
    readonly table: string;
    readonly inserted: number;
    readonly updated: number;
    readonly deleted: number;
  }[];
}
