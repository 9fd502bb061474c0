import {
  lockModes,
  type ObservedLock,
  type ObservedRelation,
  type StatementObservation,
} from "../runtime/statementObservation.ts";
import { lockModeOf, type Activity, type RelationActivity } from "./queryActivity.ts";

/**
 * What the statement between two readings did. Reading itself touches no relation of the user's.
 * @param versionTable left out: it is written between statements, and belongs to Alembic
 * @param seen oids of the relations that others can see: those that were there when the transaction began; default: those before the statement
 */
export function compareActivity(
  allBefore: Activity,
  allAfter: Activity,
  versionTable: string,
  seen: ReadonlySet<string> = new Set(allBefore.relations.keys()),
): StatementObservation {
  const before = withoutTable(allBefore, versionTable);
  const after = withoutTable(allAfter, versionTable);
  const inside = before.inTransaction && after.inTransaction;
  const former = formerRelation(before);
  const isRewritten = (relation: RelationActivity): boolean => {
    const known = former(relation);
    return isStored(relation) && known !== undefined && known.fileNode !== relation.fileNode;
  };
  return {
    locks: inside ? newLocks(before, after, seen) : null,
    unseen: inside ? unseenTables(before, after, seen) : [],
    rewrites: relationsOf(after, isRewritten),
    emptied: inside
      ? relationsOf(after, (relation) => {
          if (relation.kind !== "table" || !isRewritten(relation)) return false;
          const indexes = [...after.relations.values()].filter(({ table }) => table === relation.oid);
          // Each index that is built reads the table once.
          return relation.scans - (former(relation)?.scans ?? 0) <= indexes.filter(isRewritten).length;
        }).map(({ name }) => name)
      : [],
    builtIndexes: relationsOf(
      after,
      (relation) => relation.kind === "index" && former(relation) === undefined && before.relations.has(relation.table),
    ),
    rowsRead: inside ? rowsRead(before, after) : null,
    rowsWritten: inside ? rowsWritten(before, after) : [],
  };
}

function withoutTable(activity: Activity, key: string): Activity {
  const relations = new Map(activity.relations);
  for (const [oid, relation] of activity.relations) {
    if (relation.key === key || activity.relations.get(relation.table)?.key === key) relations.delete(oid);
  }
  return { ...activity, relations };
}

/** An index whose column changes its type is made anew under its name; it may still keep its file. */
function formerRelation(before: Activity): (relation: RelationActivity) => RelationActivity | undefined {
  const indexes = new Map(
    [...before.relations.values()].filter(({ kind }) => kind === "index").map((index) => [index.key, index]),
  );
  return ({ oid, kind, key, table }) => {
    const known = before.relations.get(oid);
    if (known !== undefined || kind !== "index") return known;
    const namesake = indexes.get(key);
    return namesake?.table === table ? namesake : undefined;
  };
}

function isStored({ kind, fileNode }: RelationActivity): boolean {
  return (kind === "table" || kind === "index") && fileNode !== null;
}

function newLocks(before: Activity, after: Activity, seen: ReadonlySet<string>): readonly ObservedLock[] {
  const found: ObservedLock[] = [];
  for (const lock of after.locks) {
    if (before.locks.has(lock)) continue;
    const [oid = "", mode = ""] = lock.split(" ");
    const known = before.relations.get(oid);
    if (known === undefined || !seen.has(oid)) continue;
    found.push({ ...observed(after.relations.get(oid) ?? known, before, after), mode: lockModeOf(mode) });
  }
  return found.sort(
    (left, right) =>
      lockModes.indexOf(right.mode) - lockModes.indexOf(left.mode) ||
      Number(left.kind !== "table") - Number(right.kind !== "table") ||
      compareText(left.name, right.name),
  );
}

/** Tables of the transaction's own that the statement had to do with. */
function unseenTables(before: Activity, after: Activity, seen: ReadonlySet<string>): readonly string[] {
  const locked = new Set(
    [...after.locks].filter((lock) => !before.locks.has(lock)).map((lock) => lock.split(" ")[0] ?? ""),
  );
  const indexed = new Set(
    [...after.relations.values()].filter(({ oid }) => !before.relations.has(oid)).map(({ table }) => table),
  );
  const hasToDo = (relation: RelationActivity): boolean => {
    const { oid, fileNode, rowsRead: read, inserted, updated, deleted } = relation;
    if (locked.has(oid) || indexed.has(oid)) return true;
    const known = before.relations.get(oid);
    return (
      known === undefined ||
      relation.key !== known.key ||
      fileNode !== known.fileNode ||
      read + inserted + updated + deleted !== known.rowsRead + known.inserted + known.updated + known.deleted
    );
  };
  return [...after.relations.values()]
    .filter((relation) => relation.kind === "table" && !seen.has(relation.oid) && hasToDo(relation))
    .map(({ key }) => key)
    .sort();
}

function relationsOf(after: Activity, wanted: (relation: RelationActivity) => boolean): readonly ObservedRelation[] {
  return [...after.relations.values()]
    .filter(wanted)
    .map((relation) => observed(relation, after, after))
    .sort(
      (left, right) =>
        Number(left.kind !== "table") - Number(right.kind !== "table") || compareText(left.name, right.name),
    );
}

function observed(relation: RelationActivity, before: Activity, after: Activity): ObservedRelation {
  const { key, kind, partitioned } = relation;
  const table = after.relations.get(relation.table) ?? before.relations.get(relation.table);
  return { name: key, kind, table: table?.key ?? null, partitioned };
}

/** By table: what an index led to counts for its table. */
function rowsRead(before: Activity, after: Activity): NonNullable<StatementObservation["rowsRead"]> {
  const rows = new Map<string, number>();
  for (const relation of after.relations.values()) {
    const table = relation.kind === "index" ? relation.table : relation.oid;
    if (!before.relations.has(table)) continue;
    const key = after.relations.get(table)?.key ?? relation.key;
    const read = relation.rowsRead - (before.relations.get(relation.oid)?.rowsRead ?? 0);
    if (read > 0) rows.set(key, (rows.get(key) ?? 0) + read);
  }
  return [...rows]
    .map(([table, count]) => ({ table, rows: count }))
    .sort((left, right) => compareText(left.table, right.table));
}

function rowsWritten(before: Activity, after: Activity): StatementObservation["rowsWritten"] {
  return [...after.relations.values()]
    .filter(({ kind }) => kind === "table")
    .map((relation) => {
      const known = before.relations.get(relation.oid);
      return {
        table: relation.key,
        inserted: relation.inserted - (known?.inserted ?? 0),
        updated: relation.updated - (known?.updated ?? 0),
        deleted: relation.deleted - (known?.deleted ?? 0),
      };
    })
    .filter(({ inserted, updated, deleted }) => inserted > 0 || updated > 0 || deleted > 0)
    .sort((left, right) => compareText(left.table, right.table));
}

function compareText(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
