import type { Connection } from "../connection.ts";
import { quoteIdentifier, quoteRelation } from "../quoteIdentifier.ts";
import { reflect } from "../reflection/reflect.ts";
import type { ReflectedTable } from "../reflection/reflectedTable.ts";
import { tableKey } from "../schema/tableKey.ts";

/** More rows than this are counted and not compared one by one. */
const mostRows = 20_000;

export interface PicturedTable {
  readonly table: ReflectedTable;
  readonly rowCount: number;
  /** null: there were too many. */
  readonly rows: readonly (readonly (string | null)[])[] | null;
}

/** Everything that a way there and back should bring back. */
export interface DatabasePicture {
  /** By `schema.table`, by the name alone in the default schema. */
  readonly tables: ReadonlyMap<string, PicturedTable>;
  /** Types, views, functions, triggers, sequences of their own, schemas and extensions: what and its definition. */
  readonly objects: ReadonlyMap<string, string>;
}

const objectsSql = `SELECT 'type ' || t.oid::regtype, (SELECT string_agg(quote_literal(e.enumlabel), ', ' ORDER BY e.enumsortorder) FROM pg_enum e WHERE e.enumtypid = t.oid)
FROM pg_type t WHERE t.oid >= 16384 AND t.typtype = 'e'
UNION ALL SELECT 'domain ' || t.oid::regtype, format_type(t.typbasetype, t.typtypmod) || coalesce(' DEFAULT ' || t.typdefault, '') || CASE WHEN t.typnotnull THEN ' NOT NULL' ELSE '' END
FROM pg_type t WHERE t.oid >= 16384 AND t.typtype = 'd'
UNION ALL SELECT 'view ' || c.oid::regclass, pg_get_viewdef(c.oid) FROM pg_class c WHERE c.oid >= 16384 AND c.relkind IN ('v', 'm')
UNION ALL SELECT 'function ' || p.oid::regprocedure, pg_get_functiondef(p.oid) FROM pg_proc p WHERE p.oid >= 16384 AND p.prokind IN ('f', 'p')
UNION ALL SELECT 'trigger ' || g.tgname || ' on ' || g.tgrelid::regclass, pg_get_triggerdef(g.oid) FROM pg_trigger g WHERE NOT g.tgisinternal
UNION ALL SELECT 'sequence ' || s.seqrelid::regclass, concat_ws(' ', s.seqstart, s.seqincrement, s.seqmin, s.seqmax, s.seqcache, s.seqcycle) FROM pg_sequence s
WHERE NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = s.seqrelid AND d.classid = 'pg_class'::regclass AND d.deptype IN ('a', 'i'))
UNION ALL SELECT 'schema ' || quote_ident(nspname), '' FROM pg_namespace WHERE nspname !~ '^pg_' AND nspname <> 'information_schema'
UNION ALL SELECT 'extension ' || extname, extversion FROM pg_extension
UNION ALL SELECT 'row security of ' || c.oid::regclass, 'on' FROM pg_class c WHERE c.oid >= 16384 AND c.relrowsecurity
UNION ALL SELECT 'policy ' || polname || ' on ' || polrelid::regclass, concat_ws(' ', polcmd, polpermissive, pg_get_expr(polqual, polrelid), pg_get_expr(polwithcheck, polrelid)) FROM pg_policy
UNION ALL SELECT 'storage of ' || c.oid::regclass, concat_ws(' ', c.relpersistence, c.reloptions::text) FROM pg_class c WHERE c.oid >= 16384 AND c.relkind IN ('r', 'p') AND (c.reloptions IS NOT NULL OR c.relpersistence = 'u')
ORDER BY 1`;

/** @param versionTable its key, left out: it is Alembic's */
export function readPicture(connection: Connection, versionTable: string): DatabasePicture {
  const tables = reflect(connection).tables.filter((table) => tableKey(table) !== versionTable);
  const counts = tables.map((table) => `SELECT count(*) FROM ${quoteRelation(table)}`);
  const rowCounts =
    counts.length === 0 ? [] : connection.execute(counts.join(" UNION ALL ")).rows.map(([count]) => Number(count));
  let room = mostRows;
  const pictured = tables.map((table, place): readonly [string, PicturedTable] => {
    const rowCount = rowCounts[place] ?? 0;
    const fits = rowCount <= room;
    if (fits) room -= rowCount;
    return [tableKey(table), { table, rowCount, rows: fits ? readRows(connection, table, rowCount) : null }];
  });
  const objects = connection
    .execute(objectsSql)
    .rows.map(([what, definition]) => [what ?? "", definition ?? ""] as const);
  return { tables: new Map(pictured), objects: new Map(objects) };
}

function readRows(connection: Connection, table: ReflectedTable, rowCount: number): PicturedTable["rows"] {
  if (rowCount === 0 || table.columns.length === 0) return [];
  const values = table.columns.map(({ name }) => `${quoteIdentifier(name)}::text`);
  return connection.execute(`SELECT ${values.join(", ")} FROM ${quoteRelation(table)}`).rows;
}
