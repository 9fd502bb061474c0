import { hostile, markup, withRevision, type HostileWorkspace } from "./hostileWorkspace.ts";

const literal = JSON.stringify(markup);
const sqlName = `"${markup.replaceAll('"', '""').slice(0, 60)}"`;
const column = (name: string): string => `sa.Column(${JSON.stringify(name)}, sa.Integer)`;

/** Markup in every place that shows a text. */
export const markedUp: readonly HostileWorkspace[] = [
  withRevision(
    "a table's and a column's name",
    `  op.createTable(${literal}.slice(0, 60), ${column(markup.slice(0, 60))});`,
    { markup: true },
  ),
  withRevision(
    "comments",
    `  op.createTable("t", sa.Column("id", sa.Integer, { comment: ${literal} }), { comment: ${literal} });`,
    { markup: true },
  ),
  withRevision(
    "rows",
    `  const t = op.createTable("t", sa.Column("words", sa.Text)); op.bulkInsert(t, [{ words: ${literal} }]);`,
    { markup: true },
  ),
  withRevision(
    "an enum's labels and a default",
    `  op.execute(${JSON.stringify(`CREATE TYPE mood AS ENUM ('${markup.slice(0, 60)}')`)}); op.execute(${JSON.stringify(`CREATE TABLE t (mood mood DEFAULT '${markup.slice(0, 60)}', CHECK (mood IS NOT NULL))`)});`,
    { markup: true },
  ),
  withRevision(
    "names of schema, index and constraint",
    `  op.execute(${JSON.stringify(`CREATE SCHEMA ${sqlName}; CREATE TABLE t (id int, CONSTRAINT ${sqlName} UNIQUE (id)); CREATE INDEX ${sqlName} ON t (id)`)});`,
    { markup: true },
  ),
  withRevision("an error's message", `  throw new Error(${literal});`, { markup: true, says: /img src/ }),
  withRevision(
    "an error of the database",
    `  op.execute(${JSON.stringify(`DO $$ BEGIN RAISE EXCEPTION '${markup}' USING HINT = '${markup}', DETAIL = '${markup}'; END $$`)});`,
    { markup: true, says: /img src/ },
  ),
  withRevision("a notice", `  op.execute(${JSON.stringify(`DO $$ BEGIN RAISE NOTICE '${markup}'; END $$`)});`, {
    markup: true,
  }),
  withRevision(
    "what is printed",
    `  console.log(${literal}, "\\u001b[31mred\\u001b]8;;https://evil.example\\u0007link");`,
    { markup: true, says: /img src/ },
  ),
  hostile(
    "file names",
    {
      [`models${markup.replaceAll("/", "∕")}.ts`]: "",
      [`alembic/versions/${markup.replaceAll("/", "∕")}.ts`]: "export const x = 1;",
    },
    { markup: true },
  ),
  hostile(
    "a revision's message, id and labels",
    {
      "alembic/versions/0001_x.ts": `/** ${markup}\n*/\nexport const revision = "0001";\nexport const downRevision = null;\nexport const branchLabels = [${literal}];\nexport const dependsOn = null;\nexport function upgrade() {}\nexport function downgrade() {}\n`,
    },
    { markup: true },
  ),
  hostile(
    "the workspace's name and the command",
    {},
    { markup: true, shared: { name: markup.slice(0, 119), play: `alembic upgrade ${markup}` } },
  ),
  hostile("the ini file", { "alembic.ini": `[alembic]\nscript_location = ${markup}\n` }, { markup: true }),
  hostile(
    "models",
    {
      "models.ts": `import { Column, Integer } from "sqlalchemy";\nimport { Base } from "./database";\nexport { Base };\nexport const T = Base.model(${literal}.slice(0, 60), { id: Column(${literal}.slice(0, 60), Integer, { primaryKey: true, comment: ${literal} }) });\n`,
    },
    { markup: true },
  ),
];
