import { hostile, withRevision, withSql, type HostileWorkspace } from "./hostileWorkspace.ts";

/** What would take the processor, the memory or the disk. */
export const exhaustion: readonly HostileWorkspace[] = [
  withRevision("an endless loop", "  while (true) {}", { says: /second|long|stop/i }),
  withRevision("an endless loop that catches", "  while (true) { try { while (true) {} } catch {} }", {
    says: /second|long|stop/i,
  }),
  hostile(
    "an endless loop in models.ts",
    { "models.ts": 'export { Base } from "./database";\nfor (;;);\n' },
    { says: /second|long|stop/i },
  ),
  withRevision("recursion without end", "  const f = () => f() + 1; f();", { says: /stack|recursion|deep/i }),
  withRevision(
    "recursion through the host",
    "  const f = () => { op.getBind().execute(sa.text('select 1')); f(); }; f();",
  ),
  withRevision("recursion in JSON", "  let x = []; for (let i = 0; i < 1e5; i++) x = [x]; op.execute(x);"),
  withRevision("brackets nested deep", `  new Function("(".repeat(100000) + ")".repeat(100000));`),
  withRevision("memory by arrays", "  const all = []; while (true) all.push(new Array(1e6).fill(7));", {
    says: /memory|second|long/i,
  }),
  withRevision("memory by text", `  let text = "x"; while (true) text += text;`, { says: /memory|length|long|size/i }),
  withRevision("memory by buffers", "  const all = []; while (true) all.push(new ArrayBuffer(64 * 1024 * 1024));", {
    says: /memory|allocat|length/i,
  }),
  withRevision("a regular expression without end", `  /^(a+)+$/.test("a".repeat(40) + "b");`, {
    says: /second|long|stop|interrupt|matched|Running/i,
  }),
  withRevision("output without end", `  for (let i = 0; i < 1e6; i++) console.log("x".repeat(1000));`),
  withRevision("a hundred thousand operations", `  for (let i = 0; i < 1e5; i++) op.execute("SELECT " + i);`, {
    endless: true,
  }),
  withRevision("a name of a megabyte", `  op.createTable("x".repeat(1e6), sa.Column("id", sa.Integer));`),
  withRevision(
    "sixteen hundred columns",
    `  op.createTable("wide", ...Array.from({ length: 1601 }, (_, i) => sa.Column("c" + i, sa.Integer)));`,
    { says: /1600|columns/ },
  ),
  withSql("a huge result", "SELECT g, repeat('x', 1000) FROM generate_series(1, 20000) g"),
  withSql("a huge value", "SELECT repeat('x', 60000000)"),
  withSql("a huge array", "SELECT array_fill(1, ARRAY[3000000])"),
  withSql(
    "a query without end",
    "SELECT count(*) FROM generate_series(1, 10000000) a, generate_series(1, 10000000) b",
    { endless: true },
  ),
  withSql("pg_sleep", "SELECT pg_sleep(100000)", { endless: true }),
  withSql(
    "recursion without end in SQL",
    "WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t) SELECT max(n) FROM t",
    { endless: true },
  ),
  withSql(
    "a function that calls itself",
    "DO $$ BEGIN EXECUTE 'CREATE FUNCTION f() RETURNS int LANGUAGE sql AS ''SELECT 1'''; EXECUTE 'CREATE OR REPLACE FUNCTION f() RETURNS int LANGUAGE plpgsql AS ''BEGIN RETURN f(); END'''; PERFORM f(); END $$",
    { says: /stack|depth|engine/i },
  ),
];
