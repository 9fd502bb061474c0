/** One table, column, type or other object that is not as it was. */
export interface SchemaDifference {
  readonly sign: "+" | "-" | "~";
  /** "column posts.body", with what differs about it. */
  readonly text: string;
  /** Only the order of columns: nothing that a statement would notice. */
  readonly orderOnly: boolean;
}

/** Rows or values that a way there and back does not bring back. */
export interface Loss {
  /** Which half of the way loses them. */
  readonly by: "upgrade" | "downgrade";
  readonly table: string;
  /** null: whole rows. */
  readonly column: string | null;
  readonly count: number;
}

/** `reversible`: schema and rows return. `losesData`: the schema does, rows or values do not. */
export type Verdict = "reversible" | "losesData" | "notReversible" | "notTried";

/** What running a revision up, down and up again showed; everything was rolled back. */
export interface RevisionProof {
  readonly revision: string;
  readonly verdict: Verdict;
  /** One sentence: what failed, or why it was not tried; null where nothing has to be said. */
  readonly reason: string | null;
  /** Where the schema does not return: `-` was there before and is missing, `+` is left over. */
  readonly differences: readonly SchemaDifference[];
  readonly losses: readonly Loss[];
  /** False: there were too many rows to compare each of them. */
  readonly rowsCompared: boolean;
}
