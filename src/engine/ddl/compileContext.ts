import type { NamingConvention } from "../schema/metadata.ts";

/**
 * What the same operation needs to know to become SQL. `offline` prints as Alembic's `--sql` does: backslashes in literals are doubled and
 * tabs become four spaces. `createdTypes` is the memory of one run, by `schema.name`: a type is created with the first table that uses it.
 */
export interface CompileContext {
  readonly mode: "offline" | "online";
  readonly namingConvention?: NamingConvention;
  readonly defaultSchema?: string;
  readonly createdTypes?: Set<string>;
  /** Takes what Python would print as a UserWarning. */
  readonly warn?: (message: string) => void;
}
