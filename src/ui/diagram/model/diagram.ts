export type DiagramStatus = "unchanged" | "added" | "removed" | "changed";

export type ChangeSign = "+" | "−" | "~";

/** One thing that a moment changed about a column or a table, such as `+ not null`. */
export interface DiagramChange {
  readonly sign: ChangeSign;
  readonly text: string;
}

export interface DiagramColumn {
  readonly name: string;
  /** As PostgreSQL's users write it: `varchar(200)`. */
  readonly type: string;
  readonly nullable: boolean;
  readonly primaryKey: boolean;
  /** What its foreign keys refer to, as `table.column`. */
  readonly references: readonly string[];
  readonly unique: boolean;
  readonly status: DiagramStatus;
  /** Why it is `changed`; empty otherwise. */
  readonly changes: readonly DiagramChange[];
}

export interface DiagramTable {
  /** `table`, or `schema.table` outside of the search path. */
  readonly key: string;
  readonly schema: string | null;
  readonly name: string;
  readonly rowCount: number;
  /** Rows before the moment; null where that is no news. */
  readonly rowCountBefore: number | null;
  readonly status: DiagramStatus;
  /** Removed columns stand where they were. */
  readonly columns: readonly DiagramColumn[];
  /** What changed beside the columns: indexes, checks, keys of several columns, the comment. */
  readonly changes: readonly DiagramChange[];
}

export interface DiagramForeignKey {
  readonly key: string;
  readonly name: string;
  readonly table: string;
  readonly columns: readonly string[];
  readonly referredTable: string;
  readonly referredColumns: readonly string[];
  /** `ON DELETE CASCADE` and the like; empty where nothing is said. */
  readonly actions: string;
  /** A referring column may be null. */
  readonly optional: boolean;
  /** Each referred row has one referring row at most. */
  readonly oneToOne: boolean;
  readonly status: DiagramStatus;
}

/** The tables to draw, each with what the moment did to it. */
export interface Diagram {
  readonly tables: readonly DiagramTable[];
  readonly foreignKeys: readonly DiagramForeignKey[];
}

export const statusSign: Readonly<Record<DiagramStatus, ChangeSign | "">> = {
  unchanged: "",
  added: "+",
  removed: "−",
  changed: "~",
};
