import type { Operation } from "../operations/operation.ts";
import { nameText, type Name } from "../schema/name.ts";
import { wereWritten, type Activity } from "./queryActivity.ts";
import { withHeirs } from "./tableFamily.ts";

/** Locks under which no table's definition changes. */
const readingLocks = new Set(["AccessShareLock", "RowShareLock", "RowExclusiveLock"]);

/**
 * The tables whose definition may have changed between two readings in one transaction, as oids; "all" where that cannot be narrowed down.
 * PostgreSQL changes a table only under a lock, and a lock that the transaction held already does not show again: the operations' own tables are
 * therefore always among them.
 * @param operations what ran between the readings
 */
export function affectedTables(
  operations: readonly (Operation | null)[],
  before: Activity,
  after: Activity,
): ReadonlySet<string> | "all" {
  if (!after.inTransaction || !before.inTransaction || operations.some(movesWithoutTrace)) return "all";
  for (const { oid, key, kind } of after.relations.values()) {
    const known = before.relations.get(oid);
    if (known !== undefined && known.key !== key && kind === "table") return "all";
  }
  if (!wereWritten(before, after)) return new Set();
  const named = new Set<string>();
  for (const operation of operations) {
    const tables = tablesOf(operation);
    if (tables === "all") return "all";
    for (const table of tables) named.add(table);
  }
  const affected = new Set<string>();
  for (const { oid, key, name, kind, table, fileNode } of after.relations.values()) {
    const known = before.relations.get(oid);
    if (kind === "table" && (known === undefined || named.has(key) || named.has(name))) affected.add(oid);
    if (kind === "index" && (known === undefined || known.key !== key || known.fileNode !== fileNode))
      affected.add(table);
  }
  for (const { oid, kind, table } of before.relations.values()) {
    if (kind === "index" && !after.relations.has(oid)) affected.add(table);
  }
  for (const lock of after.locks) {
    const [oid = "", mode = ""] = lock.split(" ");
    if (!before.locks.has(lock) && !readingLocks.has(mode) && after.relations.get(oid)?.kind === "table")
      affected.add(oid);
  }
  return new Set([...withHeirs(affected, after)].filter((oid) => after.relations.get(oid)?.kind === "table"));
}

/** SQL that takes something back, or sets something, and is counted nowhere. */
function movesWithoutTrace(operation: Operation | null): boolean {
  if (operation?.kind !== "executeSql") return false;
  const text = typeof operation.sqltext === "string" ? operation.sqltext : operation.sqltext.text;
  return (
    !/^\s*(select|insert|update|delete|merge|with|alter|create|drop|comment|truncate)\b/i.test(text) ||
    /\b(rollback|set_config)\b/i.test(text)
  );
}

/** By name, whatever their schema: one table too many costs little. A rename shows in other tables' foreign keys as well. */
function tablesOf(operation: Operation | null): ReadonlySet<string> | "all" {
  if (operation === null) return new Set();
  switch (operation.kind) {
    case "createTable":
    case "addColumn":
    case "dropColumn":
    case "createPrimaryKey":
    case "createUniqueConstraint":
    case "createCheckConstraint":
    case "createExcludeConstraint":
    case "dropConstraint":
    case "createIndex":
    case "createTableComment":
    case "dropTableComment":
    case "dropTable":
      return names(operation.tableName);
    case "dropIndex":
      return names(operation.tableName);
    case "createForeignKey":
      return names(operation.sourceTable, operation.referentTable);
    case "bulkInsert":
      return names(operation.table.name);
    case "alterColumn":
      return operation.newColumnName === undefined || operation.newColumnName === null
        ? names(operation.tableName)
        : "all";
    case "renameTable":
    case "executeSql":
    case "batchAlterTable":
      return "all";
  }
}

function names(...tables: readonly (Name | undefined)[]): ReadonlySet<string> {
  return new Set(tables.flatMap((table) => (table === undefined ? [] : [nameText(table)])));
}
