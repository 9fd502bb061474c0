import type { Connection } from "../connection.ts";
import type { LockMode, RelationKind } from "../runtime/statementObservation.ts";

/** A table, index, sequence or view of the user's, with what the transaction did to it so far. */
export interface RelationActivity {
  readonly oid: string;
  readonly schema: string;
  /** `schema.name`, the name alone where the search path finds it. */
  readonly key: string;
  readonly name: string;
  readonly kind: RelationKind;
  readonly partitioned: boolean;
  readonly visible: boolean;
  /** The table of an index; "0" for what is none. */
  readonly table: string;
  /** The index of a primary key. */
  readonly primary: boolean;
  /** Oids of the tables that it inherits from, or that it is a partition of. */
  readonly parents: readonly string[];
  /** null: it has no file. */
  readonly fileNode: number | null;
  readonly rowsRead: number;
  /** How often it was read through, an empty table too. */
  readonly scans: number;
  readonly inserted: number;
  readonly updated: number;
  readonly deleted: number;
  readonly comment: string | null;
}

const catalogs = [
  "pg_class",
  "pg_attribute",
  "pg_attrdef",
  "pg_constraint",
  "pg_index",
  "pg_description",
  "pg_type",
  "pg_enum",
  "pg_sequence",
  "pg_namespace",
  "pg_inherits",
] as const;
export type Catalog = (typeof catalogs)[number];

/** Whether rows of one of the catalogs were written between two readings. */
export function wereWritten(before: Activity, after: Activity, wanted: readonly Catalog[] = catalogs): boolean {
  return wanted.some((catalog) => before.catalogWrites[catalog] !== after.catalogWrites[catalog]);
}

/** What the own backend holds and has done in the open transaction. */
export interface Activity {
  readonly relations: ReadonlyMap<string, RelationActivity>;
  /** Oid and mode of each lock on a relation of the user's, joined by a space. */
  readonly locks: ReadonlySet<string>;
  /** Rows that were written to each catalog that describes tables. */
  readonly catalogWrites: Readonly<Record<Catalog, number>>;
  readonly inTransaction: boolean;
}

/** Of a table the rows that scans returned and those that indexes led to; of an index the latter alone, as its entries are no rows. */
export function rowsReadSql(oid: string, isIndex: string): string {
  return `CASE WHEN ${isIndex} THEN 0 ELSE pg_stat_get_xact_tuples_returned(${oid}) END + pg_stat_get_xact_tuples_fetched(${oid})`;
}

/* Oids below 16384 are initdb's. The counters are those behind pg_stat_xact_user_tables, asked for without the view's joins. */
const sql = `SELECT json_build_array(
(SELECT json_agg(json_build_array(c.oid::text, n.nspname, c.relname, c.relkind, pg_table_is_visible(c.oid), coalesce(i.indrelid, 0)::text, i.indisprimary, pg_relation_filenode(c.oid),
${rowsReadSql("c.oid", "i.indexrelid IS NOT NULL")}, pg_stat_get_xact_tuples_inserted(c.oid), pg_stat_get_xact_tuples_updated(c.oid), pg_stat_get_xact_tuples_deleted(c.oid), d.description, h.parents, pg_stat_get_xact_numscans(c.oid)))
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace LEFT JOIN pg_index i ON i.indexrelid = c.oid
LEFT JOIN pg_description d ON d.objoid = c.oid AND d.classoid = 'pg_class'::regclass AND d.objsubid = 0
LEFT JOIN (SELECT inhrelid, json_agg(inhparent::text) AS parents FROM pg_inherits GROUP BY inhrelid) h ON h.inhrelid = c.oid
WHERE c.oid >= 16384 AND c.relpersistence <> 't' AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema' AND c.relkind NOT IN ('t', 'c')),
(SELECT json_agg(l.relation::text || ' ' || l.mode) FROM pg_locks l WHERE l.pid = pg_backend_pid() AND l.locktype = 'relation' AND l.granted AND l.relation >= 16384),
(SELECT json_object_agg(o, pg_stat_get_xact_tuples_inserted(o) + pg_stat_get_xact_tuples_updated(o) + pg_stat_get_xact_tuples_deleted(o))
FROM unnest('{${catalogs.join(",")}}'::regclass[]) o))`;

type Row = readonly [
  oid: string,
  schema: string,
  name: string,
  kind: string,
  visible: boolean,
  table: string,
  primary: boolean | null,
  fileNode: number | null,
  rowsRead: number,
  inserted: number,
  updated: number,
  deleted: number,
  comment: string | null,
  parents: readonly string[] | null,
  scans: number,
];

const kinds: Readonly<Record<string, RelationKind>> = {
  r: "table",
  p: "table",
  i: "index",
  I: "index",
  S: "sequence",
  v: "view",
  m: "view",
};

/** Sources: PostgreSQL documentation, "pg_locks" and "Monitoring Statistics". */
export function queryActivity(connection: Connection): Activity {
  const text = connection.execute(sql).rows[0]?.[0] ?? "[null,null,{}]";
  const [relations, locks, catalogWrites] = JSON.parse(text) as [
    readonly Row[] | null,
    readonly string[] | null,
    Activity["catalogWrites"],
  ];
  return {
    relations: new Map((relations ?? []).map((row) => [row[0], relationActivity(row)])),
    locks: new Set(locks ?? []),
    catalogWrites,
    inTransaction: connection.inTransaction,
  };
}

function relationActivity(row: Row): RelationActivity {
  const [
    oid,
    schema,
    name,
    kind,
    visible,
    table,
    primary,
    fileNode,
    rowsRead,
    inserted,
    updated,
    deleted,
    comment,
    parents,
    scans,
  ] = row;
  return {
    oid,
    schema,
    key: visible ? name : `${schema}.${name}`,
    name,
    kind: kinds[kind] ?? "other",
    partitioned: kind === "p",
    visible,
    table,
    primary: primary === true,
    parents: parents ?? [],
    fileNode,
    rowsRead,
    scans,
    inserted,
    updated,
    deleted,
    comment,
  };
}

/** `AccessExclusiveLock`, as pg_locks says it, as PostgreSQL's documentation writes it. */
export function lockModeOf(mode: string): LockMode {
  return lockModeNames[mode] ?? "ACCESS SHARE";
}

const lockModeNames: Readonly<Record<string, LockMode>> = {
  AccessShareLock: "ACCESS SHARE",
  RowShareLock: "ROW SHARE",
  RowExclusiveLock: "ROW EXCLUSIVE",
  ShareUpdateExclusiveLock: "SHARE UPDATE EXCLUSIVE",
  ShareLock: "SHARE",
  ShareRowExclusiveLock: "SHARE ROW EXCLUSIVE",
  ExclusiveLock: "EXCLUSIVE",
  AccessExclusiveLock: "ACCESS EXCLUSIVE",
};
