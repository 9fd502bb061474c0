import type { Connection } from "../../src/engine/connection.ts";

/** What PostgreSQL's catalogs say of the tables, as lines of text; asked in other words than the engine's reflection asks. */
export function readCatalogs(connection: Connection): readonly string[] {
  return queries
    .flatMap((sql) => connection.execute(sql).rows.map((row) => row.map((cell) => cell ?? "-").join(" ")))
    .sort();
}

const OWN_SCHEMAS = "n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema'";

const queries: readonly string[] = [
  `SELECT 'table', c.oid::regclass, c.relkind, c.relpersistence, obj_description(c.oid, 'pg_class')
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind IN ('r', 'p') AND ${OWN_SCHEMAS}`,
  `SELECT 'column', c.oid::regclass, quote_ident(a.attname), format_type(a.atttypid, a.atttypmod), a.attnotnull, a.attidentity, a.attgenerated,
pg_get_expr(d.adbin, d.adrelid), CASE WHEN a.attcollation <> t.typcollation THEN a.attcollation::regcollation END, col_description(c.oid, a.attnum)
FROM pg_attribute a
JOIN pg_class c ON c.oid = a.attrelid
JOIN pg_namespace n ON n.oid = c.relnamespace
JOIN pg_type t ON t.oid = a.atttypid
LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
WHERE c.relkind IN ('r', 'p') AND a.attnum > 0 AND NOT a.attisdropped AND ${OWN_SCHEMAS}`,
  `SELECT 'constraint', k.conrelid::regclass, quote_ident(k.conname), pg_get_constraintdef(k.oid)
FROM pg_constraint k JOIN pg_namespace n ON n.oid = k.connamespace
WHERE k.conrelid <> 0 AND k.contype IN ('p', 'u', 'f', 'c', 'x') AND ${OWN_SCHEMAS}`,
  `SELECT 'index', pg_get_indexdef(i.indexrelid)
FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE ${OWN_SCHEMAS} AND i.indrelid::regclass::text <> 'alembic_version'`,
  `SELECT 'sequence', s.seqrelid::regclass, s.seqstart, s.seqincrement, s.seqmin, s.seqmax, s.seqcache, s.seqcycle
FROM pg_sequence s JOIN pg_class c ON c.oid = s.seqrelid JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE ${OWN_SCHEMAS}`,
];
