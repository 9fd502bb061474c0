import type { RevisionIdentifier } from "./revision.ts";

/** An identifier inside a message: a string as it is, several as Python prints a tuple, nothing as "base". */
export function formatIdentifier(id: RevisionIdentifier): string {
  if (id === null || id.length === 0) return "base";
  if (typeof id === "string") return id;
  const items = id.map((item) => (item === null ? "None" : `'${item}'`));
  return items.length === 1 ? `(${items[0]},)` : `(${items.join(", ")})`;
}
