import type { Activity, RelationActivity } from "./queryActivity.ts";

/** Tables with all that inherit from them, partitions among them, as oids: what is done to a table is done to those. */
export function withHeirs(tables: ReadonlySet<string>, { relations }: Activity): ReadonlySet<string> {
  const heirs = new Map<string, string[]>();
  for (const { oid, parents } of relations.values())
    for (const parent of parents) heirs.set(parent, [...(heirs.get(parent) ?? []), oid]);
  return reached(tables, (oid) => heirs.get(oid) ?? []);
}

/** Tables with all that they inherit from, as oids: their rows are rows of those as well. */
export function withParents(tables: ReadonlySet<string>, { relations }: Activity): ReadonlySet<string> {
  return reached(tables, (oid) => relations.get(oid)?.parents ?? []);
}

/** The tables that others inherit from, as oids. */
export function parentTables(relations: Iterable<RelationActivity>): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { parents } of relations) for (const parent of parents) found.add(parent);
  return found;
}

/** A set grows while it is walked, and the walk comes to what was added. */
function reached(from: ReadonlySet<string>, next: (oid: string) => readonly string[]): ReadonlySet<string> {
  const found = new Set(from);
  for (const oid of found) for (const other of next(oid)) found.add(other);
  return found;
}
