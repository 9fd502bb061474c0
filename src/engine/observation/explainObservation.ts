import { conflictsWith } from "./lockConflicts.ts";
import {
  lockModes,
  type LockMode,
  type ObservedLock,
  type ObservedRelation,
  type StatementObservation,
} from "../runtime/statementObservation.ts";

/** `risk`: an application in use would notice. */
export interface Explanation {
  readonly severity: "risk" | "harmless";
  readonly text: string;
}

/** What the observed would mean to an application in use, in plain words. */
export function explainObservation(observation: StatementObservation): readonly Explanation[] {
  const { locks, rewrites, builtIndexes } = observation;
  const tables = (relations: readonly { readonly name: string; readonly kind: string }[]): readonly string[] => [
    ...new Set(relations.filter(({ kind }) => kind === "table").map(({ name }) => name)),
  ];
  const said: Explanation[] = [];
  if (locks !== null) {
    const strongest = strongestByTable(locks);
    const blocked = (blocks: (mode: LockMode) => boolean): readonly string[] =>
      [...strongest].filter(([, mode]) => blocks(mode)).map(([table]) => table);
    const noReading = blocked((mode) => conflictsWith(mode, "ACCESS SHARE"));
    const noWriting = blocked((mode) => !conflictsWith(mode, "ACCESS SHARE") && conflictsWith(mode, "ROW EXCLUSIVE"));
    if (noReading.length > 0)
      said.push({ severity: "risk", text: `Nobody can read or write ${list(noReading)} until this transaction ends.` });
    if (noWriting.length > 0)
      said.push({
        severity: "risk",
        text: `Nobody can write to ${list(noWriting)} until this transaction ends.`,
      });
    if (noReading.length === 0 && noWriting.length === 0 && strongest.size > 0)
      said.push({
        severity: "harmless",
        text: `Its locks on ${list([...strongest.keys()])} keep neither readers nor writers of the table out.`,
      });
    const held = observation.rowsWritten.flatMap(({ table, updated, deleted }) =>
      updated + deleted === 0 || observation.unseen.includes(table) ? [] : [rowsOf(table, updated + deleted)],
    );
    if (held.length > 0)
      said.push({ severity: "risk", text: `Nobody else can change ${list(held)} until this transaction ends.` });
    if (observation.unseen.length > 0)
      said.push({
        severity: "harmless",
        text: `Nobody else sees ${list(observation.unseen)} before this transaction ends: it was made in it.`,
      });
    else if (strongest.size === 0)
      said.push({ severity: "harmless", text: "It locks no table that was not locked already." });
  }
  const isSeen = ({ name, table }: ObservedRelation): boolean => !observation.unseen.includes(table ?? name);
  const renewed = tables(rewrites.filter(isSeen));
  const rewritten = renewed.filter((table) => !observation.emptied.includes(table));
  const emptied = observation.emptied.filter((table) => !observation.unseen.includes(table));
  const built = [
    ...builtIndexes,
    ...rewrites.filter(({ kind, table }) => kind === "index" && !renewed.includes(table ?? "")),
  ]
    .filter(isSeen)
    .map(({ name }) => name);
  if (emptied.length > 0)
    said.push({
      severity: "harmless",
      text: `It gives ${list(emptied)} an empty file without reading a row: that takes a moment.`,
    });
  if (rewritten.length > 0)
    said.push({
      severity: "risk",
      text: `It writes ${list(rewritten)} and every index of ${rewritten.length === 1 ? "it" : "them"} anew: the larger the table, the longer nobody gets in.`,
    });
  else if (built.length > 0)
    said.push(
      locks === null
        ? {
            severity: "harmless",
            text: `It reads the whole table to build ${list(built)}; whom it kept out meanwhile was not seen.`,
          }
        : { severity: "risk", text: `It reads the whole table to build ${list(built)}, under that lock.` },
    );
  else {
    const read = (observation.rowsRead ?? []).map(({ table }) => table);
    const checked = read.filter((table) =>
      (locks ?? []).some((lock) => lock.name === table && conflictsWith(lock.mode, "ROW EXCLUSIVE")),
    );
    if (checked.length > 0)
      said.push({ severity: "risk", text: `It reads every row of ${list(checked)} to check it, under that lock.` });
  }
  const waiting =
    said.some(({ severity }) => severity === "risk") && (locks ?? []).some(({ mode }) => mode === "ACCESS EXCLUSIVE");
  if (waiting)
    said.push({
      severity: "risk",
      text: "While it waits for a running query to end, everybody who comes later waits behind it.",
    });
  return said;
}

/**
 * Of tables, and of views, which are read like them. An index that nobody may touch keeps readers from its table: to plan a query is to lock
 * every index of the table. Source: PostgreSQL documentation, "REINDEX".
 */
function strongestByTable(locks: readonly ObservedLock[]): ReadonlyMap<string, LockMode> {
  const strongest = new Map<string, LockMode>();
  for (const { name, kind, mode, table } of locks) {
    const locked = kind === "table" || kind === "view" ? name : mode === "ACCESS EXCLUSIVE" ? table : null;
    if (locked === null) continue;
    const known = strongest.get(locked);
    if (known === undefined || lockModes.indexOf(mode) > lockModes.indexOf(known)) strongest.set(locked, mode);
  }
  return strongest;
}

function rowsOf(table: string, count: number): string {
  return count === 1 ? `the row of ${table} that it changed` : `the ${count} rows of ${table} that it changed`;
}

function list(names: readonly string[]): string {
  const last = names.at(-1) ?? "";
  return names.length < 2 ? last : `${names.slice(0, -1).join(", ")} and ${last}`;
}
