import type { Connection } from "../engine/connection.ts";

/** Whatever a user made, outside of PostgreSQL's own schemas and of what an extension brought. */
const ours = (oid: string, namespace: string): string =>
  `${namespace} !~ '^(pg_|information_schema$)' AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.objid = ${oid} AND e.deptype = 'e')`;

const sequenceOptions = (sequence: string): string =>
  `format('START WITH %s INCREMENT BY %s MINVALUE %s MAXVALUE %s CACHE %s%s', ${sequence}.seqstart, ${sequence}.seqincrement, ${sequence}.seqmin, ${sequence}.seqmax, ${sequence}.seqcache, CASE WHEN ${sequence}.seqcycle THEN ' CYCLE' ELSE '' END)`;

/**
 * The parts of a script in the order in which they can run: each query gives one statement a row, said by PostgreSQL's own functions
 * (`pg_get_constraintdef`, `pg_get_indexdef`, ...). Rows come after the tables and before what would check them.
 */
const beforeRows: readonly (readonly [title: string, query: string])[] = [
  [
    "Schemas",
    `SELECT format('CREATE SCHEMA IF NOT EXISTS %I', nspname) FROM pg_namespace n WHERE ${ours("n.oid", "nspname")} AND nspname <> 'public' ORDER BY nspname`,
  ],
  [
    "Types",
    `SELECT format('CREATE TYPE %s AS ENUM (%s)', format_type(t.oid, NULL), string_agg(quote_literal(e.enumlabel), ', ' ORDER BY e.enumsortorder))
       FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace JOIN pg_enum e ON e.enumtypid = t.oid
      WHERE ${ours("t.oid", "n.nspname")} GROUP BY t.oid ORDER BY t.oid`,
  ],
  [
    "Composite types",
    `SELECT format('CREATE TYPE %s AS (%s)', format_type(t.oid, NULL), string_agg(format('%I %s', a.attname, format_type(a.atttypid, a.atttypmod)), ', ' ORDER BY a.attnum))
       FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace JOIN pg_class c ON c.oid = t.typrelid AND c.relkind = 'c'
       JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
      WHERE ${ours("t.oid", "n.nspname")} GROUP BY t.oid ORDER BY t.oid`,
  ],
  [
    "Domains",
    `SELECT format('CREATE DOMAIN %s AS %s%s%s%s', format_type(t.oid, NULL), format_type(t.typbasetype, t.typtypmod),
              coalesce(' DEFAULT ' || t.typdefault, ''), CASE WHEN t.typnotnull THEN ' NOT NULL' ELSE '' END,
              coalesce((SELECT string_agg(format(' CONSTRAINT %I %s', k.conname, pg_get_constraintdef(k.oid)), '' ORDER BY k.conname)
                          FROM pg_constraint k WHERE k.contypid = t.oid AND k.contype = 'c'), ''))
       FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace WHERE t.typtype = 'd' AND ${ours("t.oid", "n.nspname")} ORDER BY t.oid`,
  ],
  [
    "Sequences",
    `SELECT format('CREATE SEQUENCE %s AS %s %s', c.oid::regclass, format_type(s.seqtypid, NULL), ${sequenceOptions("s")})
       FROM pg_sequence s JOIN pg_class c ON c.oid = s.seqrelid JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE ${ours("c.oid", "n.nspname")} AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'i') ORDER BY c.oid`,
  ],
  [
    "Functions",
    `SELECT pg_get_functiondef(p.oid) FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
      WHERE p.prokind IN ('f', 'p') AND ${ours("p.oid", "n.nspname")} ORDER BY p.oid`,
  ],
  [
    "Tables",
    `SELECT CASE WHEN c.relispartition
              THEN format('CREATE TABLE %s PARTITION OF %s %s', c.oid::regclass, (SELECT i.inhparent::regclass FROM pg_inherits i WHERE i.inhrelid = c.oid), pg_get_expr(c.relpartbound, c.oid))
              ELSE format('CREATE %sTABLE %s (%s)%s', CASE c.relpersistence WHEN 'u' THEN 'UNLOGGED ' ELSE '' END, c.oid::regclass,
                coalesce((SELECT string_agg(E'\\n    ' || format('%I %s', a.attname, format_type(a.atttypid, a.atttypmod))
                    || CASE WHEN a.attcollation <> 0 AND a.attcollation <> t.typcollation THEN (SELECT format(' COLLATE %I.%I', o.nspname, l.collname) FROM pg_collation l JOIN pg_namespace o ON o.oid = l.collnamespace WHERE l.oid = a.attcollation) ELSE '' END
                    || CASE a.attgenerated WHEN 's' THEN format(' GENERATED ALWAYS AS (%s) STORED', pg_get_expr(d.adbin, d.adrelid)) WHEN 'v' THEN format(' GENERATED ALWAYS AS (%s)', pg_get_expr(d.adbin, d.adrelid)) ELSE coalesce(' DEFAULT ' || pg_get_expr(d.adbin, d.adrelid), '') END
                    || CASE a.attidentity WHEN '' THEN '' ELSE format(' GENERATED %s AS IDENTITY (%s)', CASE a.attidentity WHEN 'a' THEN 'ALWAYS' ELSE 'BY DEFAULT' END,
                         (SELECT ${sequenceOptions("s")} FROM pg_depend e JOIN pg_sequence s ON s.seqrelid = e.objid WHERE e.refobjid = c.oid AND e.refobjsubid = a.attnum AND e.deptype = 'i')) END
                    || CASE WHEN a.attnotnull THEN ' NOT NULL' ELSE '' END, ',' ORDER BY a.attnum)
                  FROM pg_attribute a JOIN pg_type t ON t.oid = a.atttypid LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
                 WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attislocal), '') || E'\\n',
                coalesce((SELECT format(' INHERITS (%s)', string_agg(i.inhparent::regclass::text, ', ' ORDER BY i.inhseqno)) FROM pg_inherits i WHERE i.inhrelid = c.oid HAVING count(*) > 0), '')
                || coalesce(' PARTITION BY ' || pg_get_partkeydef(c.oid), '')) END
       FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relkind IN ('r', 'p') AND ${ours("c.oid", "n.nspname")} ORDER BY c.relispartition, c.oid`,
  ],
  [
    "Sequences of columns",
    `SELECT format('ALTER SEQUENCE %s OWNED BY %s.%I', c.oid::regclass, d.refobjid::regclass, a.attname)
       FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_depend d ON d.objid = c.oid AND d.deptype = 'a' AND d.refobjsubid > 0
       JOIN pg_attribute a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
      WHERE c.relkind = 'S' AND ${ours("c.oid", "n.nspname")} ORDER BY c.oid`,
  ],
];

const afterRows: typeof beforeRows = [
  [
    "Positions of sequences",
    `SELECT format('SELECT setval(%L, %s, true)', format('%I.%I', schemaname, sequencename), last_value) FROM pg_sequences
      WHERE last_value IS NOT NULL AND schemaname !~ '^pg_' ORDER BY schemaname, sequencename`,
  ],
  [
    "Constraints",
    `SELECT format('ALTER TABLE %s ADD CONSTRAINT %I %s', k.conrelid::regclass, k.conname, pg_get_constraintdef(k.oid))
       FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE k.contype IN ('p', 'u', 'c', 'x', 'f') AND k.conislocal AND k.conparentid = 0 AND ${ours("c.oid", "n.nspname")}
      ORDER BY position(k.contype::text in 'pucxf'), k.conrelid::regclass::text, k.conname`,
  ],
  [
    "Indexes",
    `SELECT pg_get_indexdef(i.indexrelid) FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid JOIN pg_namespace n ON n.oid = c.relnamespace
       JOIN pg_class x ON x.oid = i.indexrelid
      WHERE ${ours("c.oid", "n.nspname")} AND NOT x.relispartition
        AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = i.indexrelid AND k.contype IN ('p', 'u', 'x')) ORDER BY x.relname, x.oid`,
  ],
  [
    "Views",
    `SELECT format('CREATE %sVIEW %s AS %s', CASE c.relkind WHEN 'm' THEN 'MATERIALIZED ' ELSE '' END, c.oid::regclass, rtrim(pg_get_viewdef(c.oid), ';'))
       FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind IN ('v', 'm') AND ${ours("c.oid", "n.nspname")} ORDER BY c.oid`,
  ],
  [
    "Triggers",
    `SELECT pg_get_triggerdef(t.oid) FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE NOT t.tgisinternal AND t.tgparentid = 0 AND ${ours("c.oid", "n.nspname")} ORDER BY t.tgrelid, t.tgname`,
  ],
  [
    "Comments",
    `SELECT format('COMMENT ON %s IS %L', CASE WHEN d.objsubid = 0 THEN format('TABLE %s', c.oid::regclass) ELSE format('COLUMN %s.%I', c.oid::regclass, a.attname) END, d.description)
       FROM pg_description d JOIN pg_class c ON c.oid = d.objoid AND d.classoid = 'pg_class'::regclass JOIN pg_namespace n ON n.oid = c.relnamespace
       LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = d.objsubid
      WHERE c.relkind IN ('r', 'p') AND ${ours("c.oid", "n.nspname")} ORDER BY c.oid, d.objsubid`,
  ],
];

/** Rows of one INSERT. */
const rowsOfStatement = 200;

/** Schema and rows of the whole database, the version table among them, as SQL that an empty PostgreSQL runs. */
export function writeScript(connection: Connection): string {
  const statements = (query: string): readonly string[] =>
    connection.execute(query).rows.map(([statement]) => statement ?? "");
  const section = ([title, query]: readonly [string, string]): string => block(title, statements(query));
  return [
    "-- Schema and rows of a database, written out by Stillroom. An empty PostgreSQL runs it: psql -f this-file",
    "",
    "SET check_function_bodies = false;",
    "",
    ...beforeRows.map(section),
    block("Rows", rowStatements(connection)),
    ...afterRows.map(section),
  ]
    .filter((part, index) => index < 4 || part !== "")
    .join("\n");
}

function block(title: string, statements: readonly string[]): string {
  return statements.length === 0
    ? ""
    : `-- ${title}\n\n${statements.map((statement) => `${statement.trimEnd()};\n`).join("\n")}\n`;
}

function rowStatements(connection: Connection): readonly string[] {
  const tables = connection.execute(
    `SELECT c.oid::regclass::text, string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum),
            string_agg(format('quote_nullable(%I::text)', a.attname), ', ' ORDER BY a.attnum), bool_or(a.attidentity = 'a')
       FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
       JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
      WHERE c.relkind = 'r' AND ${ours("c.oid", "n.nspname")} GROUP BY c.oid ORDER BY c.oid`,
  ).rows;
  return tables.flatMap(([name, columns, values, always]) => {
    const rows = connection.execute(`SELECT concat_ws(', ', ${values ?? ""}) FROM ONLY ${name ?? ""}`).rows;
    const overriding = always === "t" ? " OVERRIDING SYSTEM VALUE" : "";
    const head = `INSERT INTO ${name ?? ""} (${columns ?? ""})${overriding} VALUES\n`;
    const parts: string[] = [];
    for (let at = 0; at < rows.length; at += rowsOfStatement) {
      const some = rows.slice(at, at + rowsOfStatement).map(([row]) => `    (${row ?? ""})`);
      parts.push(head + some.join(",\n"));
    }
    return parts;
  });
}
