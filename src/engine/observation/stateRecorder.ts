import type { Connection } from "../connection.ts";
import type { Operation } from "../operations/operation.ts";
import { quoteIdentifier } from "../quoteIdentifier.ts";
import type { RelationRow } from "../reflection/queryRelations.ts";
import { reflectTables } from "../reflection/reflect.ts";
import type { ReflectedTable } from "../reflection/reflectedTable.ts";
import { readDatabaseState } from "../reflection/readDatabaseState.ts";
import { tableKey } from "../schema/tableKey.ts";
import type { DatabaseState, TableRows } from "../runtime/migrationEvent.ts";
import type { Recorded, Recorder } from "../runtime/recorder.ts";
import { affectedTables } from "./affectedTables.ts";
import { compareActivity } from "./compareActivity.ts";
import { queryActivity, wereWritten, type Activity, type RelationActivity } from "./queryActivity.ts";
import { keyPositions, readTableRows, readUnlocked, unlocked, type ReadCounters } from "./readTableRows.ts";
import { parentTables, withHeirs, withParents } from "./tableFamily.ts";

export interface StateRecorderSettings {
  /** Milliseconds since the run began; absent: everything is read, whatever it costs. */
  elapsed?(): number;
  /** How many statements are read whatever it costs: a short run is looked at one by one, also where the first readings are slow. Default 16. */
  readonly alwaysRead?: number;
  readonly versionTable?: string;
}

/** With more tables than this, rows are counted and not kept. */
const mostTablesWithRows = 60;

interface Known {
  readonly tables: ReadonlyMap<string, ReflectedTable>;
  readonly counts: ReadonlyMap<string, number>;
  readonly rows: ReadonlyMap<string, TableRows>;
  readonly heads: readonly string[];
  /** Whether the version table exists. */
  readonly versioned: boolean;
}

/**
 * Reads after each statement what that statement changed, and observes what it locked, rewrote and read. Tables that it cannot have touched are not
 * read again. In a long run reading may take as long as the run itself; where it would take longer, statements go unread until the run has caught up.
 */
export class StateRecorder implements Recorder {
  readonly #settings: StateRecorderSettings;
  readonly #versionTable: string;
  readonly #alwaysRead: number;
  #known: Known | null = null;
  #state: DatabaseState | null = null;
  /** The activity when the last state was read; null: no longer known. */
  #baseline: Activity | null = null;
  /** The relations that were there when the open transaction began, or when the first reading in it was made. */
  #seen: ReadonlySet<string> | null = null;
  /** What ran since the last state was read. */
  #unread: (Operation | null)[] = [];
  #statements = 0;
  /** Milliseconds that were spent on reading. */
  #spent = 0;

  constructor(settings: StateRecorderSettings = {}) {
    this.#settings = settings;
    this.#versionTable = settings.versionTable ?? "alembic_version";
    this.#alwaysRead = settings.alwaysRead ?? 16;
  }

  readState(connection: Connection): DatabaseState {
    if (this.#state !== null && this.#current) return this.#state;
    return this.#timed(() =>
      this.#baseline === null || !connection.inTransaction
        ? this.#readWhole(connection)
        : this.#readSince(connection, this.#baseline, queryActivity(connection)),
    );
  }

  beforeStatement(connection: Connection, operation: Operation | null): void {
    if (this.#isBookkeeping(operation)) return;
    this.#statements++;
    if (!this.#mayRead()) return;
    // What went unread before a baseline cannot be found by it.
    if (this.#baseline === null && this.#unread.length > 0) this.#known = null;
    this.#timed(() => (this.#baseline ??= queryActivity(connection)));
    this.#seen ??= new Set(this.#baseline?.relations.keys());
  }

  afterStatement(connection: Connection, operation: Operation | null): Recorded {
    if (this.#isBookkeeping(operation)) return this.#readVersions(connection);
    this.#unread.push(operation);
    const before = this.#baseline;
    if (before === null || !this.#mayRead()) return this.#notRead(connection);
    return this.#timed(() => {
      const after = queryActivity(connection);
      // Several statements are told apart no more.
      const observation =
        this.#unread.length === 1 ? compareActivity(before, after, this.#versionTable, this.#seen ?? undefined) : null;
      return { state: this.#readSince(connection, before, after), stateRead: true, observation };
    });
  }

  endOfStep(connection: Connection): Recorded {
    if (this.#state !== null && this.#current) return { state: this.#state, stateRead: true, observation: null };
    if (!this.#mayRead()) return this.#notRead(connection);
    return { state: this.readState(connection), stateRead: true, observation: null };
  }

  transactionEnded(how: "commit" | "rollback"): void {
    this.#baseline = null;
    this.#seen = null;
    if (how === "rollback") this.#state = null;
    // The next transaction's counters begin at nothing.
    if (this.#unread.length > 0) this.#known = null;
  }

  /** Whether `#state` is the database as it is. */
  get #current(): boolean {
    return this.#state !== null && this.#unread.length === 0;
  }

  /** @param before the activity when the last state was read, in the same transaction */
  #readSince(connection: Connection, before: Activity, after: Activity): DatabaseState {
    const operations = this.#unread;
    if (this.#state === null || this.#known === null) return this.#readWhole(connection);
    const affected = affectedTables(operations, before, after);
    return affected === "all" ? this.#readWhole(connection) : this.#readAffected(connection, affected, before, after);
  }

  /** A statement on the version table, once that is there: nothing else can have changed. */
  #isBookkeeping(operation: Operation | null): boolean {
    return operation === null && this.#known !== null && this.#known.versioned;
  }

  #readVersions(connection: Connection): Recorded {
    const known = this.#known;
    if (known === null || this.#state === null) return this.#notRead(connection);
    const isCurrent = this.#current;
    const heads = this.#timed(() => this.#readHeads(connection));
    this.#known = { ...known, heads };
    this.#state = { ...this.#state, heads };
    return { state: this.#state, stateRead: isCurrent, observation: null };
  }

  #notRead(connection: Connection): Recorded {
    return { state: this.#state ?? this.readState(connection), stateRead: false, observation: null };
  }

  /** Whether reading has cost no more than the run itself so far. */
  #mayRead(): boolean {
    const elapsed = this.#settings.elapsed?.();
    return elapsed === undefined || this.#statements <= this.#alwaysRead || this.#spent <= elapsed - this.#spent;
  }

  #timed<Result>(work: () => Result): Result {
    const started = this.#settings.elapsed?.() ?? 0;
    const result = work();
    this.#spent += (this.#settings.elapsed?.() ?? 0) - started;
    return result;
  }

  #readWhole(connection: Connection): DatabaseState {
    const { tables, rowCounts, heads } = unlocked(connection, () => readDatabaseState(connection, this.#versionTable));
    const byKey = new Map(tables.map((table) => [tableKey(table), table]));
    const read = tables.length > mostTablesWithRows ? null : readTableRows(connection, tables);
    const rows = new Map([...(read?.tables ?? [])].map(([table, { rows: first }]) => [tableKey(table), first]));
    return this.#remember(connection, {
      tables: byKey,
      counts: new Map(Object.entries(rowCounts)),
      rows,
      heads,
      versioned: heads.length > 0,
    });
  }

  #readAffected(
    connection: Connection,
    affected: ReadonlySet<string>,
    before: Activity,
    after: Activity,
  ): DatabaseState {
    const known = this.#known ?? nothing;
    const relations = [...after.relations.values()].filter(({ kind }) => kind === "table");
    const tables = new Map(known.tables);
    const counts = new Map(known.counts);
    const rows = new Map(known.rows);
    const present = new Set(relations.map(({ key }) => key));
    for (const key of known.tables.keys()) {
      if (present.has(key)) continue;
      tables.delete(key);
      counts.delete(key);
      rows.delete(key);
    }
    const rowsToRead = new Set<string>();
    for (const table of this.#reflect(connection, relations, affected, before, after)) {
      const key = tableKey(table);
      if (key === this.#versionTable) continue;
      if (!sameColumns(known.tables.get(key), table)) rowsToRead.add(key);
      tables.set(key, table);
    }
    const written = relations.filter((relation) => rowsChanged(before.relations.get(relation.oid), relation));
    for (const oid of withParents(new Set(written.map((relation) => relation.oid)), after)) {
      const key = after.relations.get(oid)?.key;
      if (key !== undefined && key !== this.#versionTable) rowsToRead.add(key);
    }
    // What is written to a table that inherits is counted there, and not where it shows as well.
    const parents = parentTables(relations);
    const empty = new Set(
      relations
        .filter((relation) => !parents.has(relation.oid) && isEmpty(relation, before, counts.get(relation.key)))
        .map(({ key }) => key),
    );
    const chosen: ReflectedTable[] = [];
    for (const key of rowsToRead) {
      const table = tables.get(key);
      if (table === undefined) continue;
      if (empty.has(key)) {
        counts.set(key, 0);
        rows.set(key, noRows(table));
      } else chosen.push(table);
    }
    const chosenKeys = new Set(chosen.map((table) => tableKey(table)));
    const scanned = withHeirs(new Set(relations.filter(({ key }) => chosenKeys.has(key)).map(({ oid }) => oid)), after);
    const moved = [...after.relations.values()].filter(({ oid, kind, table }) =>
      scanned.has(kind === "index" ? table : oid),
    );
    const reading = readTableRows(
      connection,
      chosen,
      moved.map(({ oid }) => oid),
    );
    for (const [table, { count, rows: first }] of reading?.tables ?? []) {
      counts.set(tableKey(table), count);
      if (tables.size <= mostTablesWithRows) rows.set(tableKey(table), first);
    }
    const version = relations.find(({ key }) => key === this.#versionTable);
    // Alembic's own statements on it were read right after them.
    const rereadHeads =
      version !== undefined && (!known.versioned || this.#unread.some((operation) => operation?.kind === "executeSql"));
    const heads = version === undefined ? [] : rereadHeads ? this.#readHeads(connection) : known.heads;
    return this.#remember(
      connection,
      { tables, counts, rows, heads, versioned: version !== undefined },
      reading === null ? null : withCounters(after, reading.counters),
    );
  }

  /** Of the affected tables what the statement wrote to the catalogs; the rest is as it was. */
  #reflect(
    connection: Connection,
    relations: readonly RelationActivity[],
    affected: ReadonlySet<string>,
    before: Activity,
    after: Activity,
  ): readonly ReflectedTable[] {
    const indexed = new Set<string>();
    for (const { kind, table, primary } of [...before.relations.values(), ...after.relations.values()])
      if (kind === "index" && !primary && affected.has(table)) indexed.add(table);
    const parts = {
      constraints: wereWritten(before, after, ["pg_constraint", "pg_index"]),
      indexes: indexed.size > 0 && wereWritten(before, after, ["pg_index", "pg_class"]),
    };
    const read = reflectTables(connection, relations.map(relationRow), [...affected], parts);
    return read.map((table) => {
      const former = this.#known?.tables.get(tableKey(table));
      if (former === undefined) return table;
      return {
        ...table,
        constraints: parts.constraints ? table.constraints : former.constraints,
        indexes: parts.indexes ? table.indexes : former.indexes,
      };
    });
  }

  #readHeads(connection: Connection): readonly string[] {
    const results = readUnlocked(connection, `SELECT version_num FROM ${quoteIdentifier(this.#versionTable)}`);
    return (results?.[0]?.rows ?? []).map(([head]) => head ?? "").sort();
  }

  /** @param baseline what the next statement is compared with; null: reading has moved the counters, and it is asked again */
  #remember(connection: Connection, known: Known, baseline: Activity | null = null): DatabaseState {
    this.#known = known;
    this.#baseline = connection.inTransaction ? baseline : null;
    this.#unread = [];
    this.#state = {
      tables: [...known.tables.values()].sort(byKey),
      rowCounts: Object.fromEntries(known.counts),
      heads: known.heads,
      rows: Object.fromEntries(known.rows),
    };
    return this.#state;
  }
}

/** The activity after rows were read by the recorder itself. */
function withCounters(activity: Activity, counters: ReadonlyMap<string, ReadCounters>): Activity {
  if (counters.size === 0) return activity;
  const relations = new Map(activity.relations);
  for (const [oid, read] of counters) {
    const relation = relations.get(oid);
    if (relation !== undefined) relations.set(oid, { ...relation, ...read });
  }
  return { ...activity, relations };
}

const nothing: Known = { tables: new Map(), counts: new Map(), rows: new Map(), heads: [], versioned: false };

function noRows(table: ReflectedTable): TableRows {
  return { columns: table.columns.map(({ name }) => name), key: keyPositions(table), rows: [] };
}

/** Nothing was ever written to it: a new table without inserts, or one that was empty and still is. */
function isEmpty(relation: RelationActivity, before: Activity, count: number | undefined): boolean {
  const known = before.relations.get(relation.oid);
  return known === undefined ? relation.inserted === 0 : count === 0 && known.inserted === relation.inserted;
}

function rowsChanged(before: RelationActivity | undefined, after: RelationActivity): boolean {
  if (before === undefined) return true;
  return (
    before.inserted !== after.inserted ||
    before.updated !== after.updated ||
    before.deleted !== after.deleted ||
    before.fileNode !== after.fileNode
  );
}

function sameColumns(before: ReflectedTable | undefined, after: ReflectedTable): boolean {
  const shape = (table: ReflectedTable): string => JSON.stringify(table.columns.map(({ name, type }) => [name, type]));
  return before !== undefined && shape(before) === shape(after);
}

function relationRow({ oid, schema, name, partitioned, visible, comment }: RelationActivity): RelationRow {
  return { oid, schema, name, partitioned, visible, comment };
}

function byKey(left: ReflectedTable, right: ReflectedTable): number {
  const order = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
  return order(left.schema ?? "", right.schema ?? "") || order(left.name, right.name);
}
