import type { Operation } from "../operations/operation.ts";

/**
 * Where Alembic's comparison falls short, and what a careful person would write instead. Stillroom's own: Alembic knows nothing of it, and the
 * generated revision stays Alembic's unless the reader takes the advice.
 */
export interface Advice {
  readonly kind:
    | "renamedTable"
    | "renamedColumn"
    | "enumType"
    | "enumValues"
    | "constraintName"
    | "requiredColumn"
    | "serverDefault";
  /** Stays the same as long as the finding does; by it the page says what was taken. */
  readonly id: string;
  /** "Is posts.content the former posts.body?" */
  readonly title: string;
  readonly explanation: string;
  /** How the revision changes when it is taken; empty: nothing can be offered. */
  readonly edits: readonly Edit[];
}

/**
 * A change of the generated operations. `step` counts the upgrade's operations; the downgrade's are their reverses, in reverse order. The
 * count itself stands for a step behind the last.
 */
export interface Edit {
  readonly side: "upgrade" | "downgrade";
  readonly step: number;
  readonly place: "before" | "instead" | "after";
  readonly operations: readonly Operation[];
}
