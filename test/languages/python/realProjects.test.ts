import { beforeEach, describe, expect, it } from "vitest";
import { starters } from "../../../src/workspace/starters/starters.ts";
import { openTestDatabase, type TestDatabase } from "../../database/openTestDatabase.ts";
import { openPythonProject } from "./openPythonProject.ts";

let database: TestDatabase;
beforeEach(async () => {
  database = await openTestDatabase();
  database.reset();
  database.connection.executeScript("CREATE TABLE posts (id serial PRIMARY KEY, title text)");
});

const files = starters.find(({ id }) => id === "scratch-python")?.files ?? {};

const header = `from alembic import op
import sqlalchemy as sa
from sqlalchemy.dialects import mysql
from sqlalchemy.orm import Session
import sqlmodel.sql.sqltypes

revision = "1"
down_revision = None
posts = sa.table("posts", sa.column("id"), sa.column("title"))


def upgrade():
`;

/** Runs a revision with this body. */
async function upgrade(body: string) {
  const lines = body.trim().split("\n");
  const project = openPythonProject(database.connection, {
    ...files,
    "alembic/versions/1_body.py": `${header}${lines.map((line) => `    ${line}\n`).join("")}`,
  });
  const { stdout, problem, events } = await project.run("alembic upgrade head");
  const sql = events.flatMap((event) =>
    event.kind === "statementExecuted" && event.location !== null ? [event.sql.replaceAll(/\s+/g, " ")] : [],
  );
  return { stdout, problem, sql };
}

/** What SQLAlchemy 2.0.52 and Alembic 1.19.2 said to the same. */
const refusals: readonly [python: string, error: string][] = [
  [
    "sa.select([sa.Column('id', sa.Integer)])",
    "ArgumentError Column expression, FROM clause, or other columns clause element expected, got [Column('id', Integer(), table=None)]. Did you mean to say select(Column('id', Integer(), table=None))?",
  ],
  [
    "sa.select((1,))",
    "ArgumentError Column expression, FROM clause, or other columns clause element expected, got (1,).",
  ],
  [
    "sa.select('id')",
    "ArgumentError Textual column expression 'id' should be explicitly declared with text('id'), or use column('id') for more specificity",
  ],
  [
    "sa.select('count(*) from t')",
    "ArgumentError Textual column expression 'count(*) from t' should be explicitly declared with text('count(*) from t'), or use literal_column('count(*) from t') for more specificity",
  ],
  [
    "sa.select(posts).with_only_columns([posts.c.id])",
    'ArgumentError The "entities" argument to Select.with_only_columns(), when referring to a sequence of items, is now passed as a series of positional elements, rather than as a list. ',
  ],
  [
    "posts.join(posts, sa.text('x')).select(posts.c.id)",
    "TypeError Join.select() takes 1 positional argument but 2 were given",
  ],
  ["posts.update('x')", "TypeError TableClause.update() takes 1 positional argument but 2 were given"],
  [
    "posts.update().where('title is null and more of it')",
    "ArgumentError Textual SQL expression 'title is null and more of...' should be explicitly declared as text('title is null and more of...')",
  ],
  [
    "Session(bind=op.get_bind()).execute('SELECT 1')",
    "ArgumentError Textual SQL expression 'SELECT 1' should be explicitly declared as text('SELECT 1')",
  ],
  [
    "op.create_table('t', sa.Column('a', sa.Date), sa.Column('a', sa.TIMESTAMP))",
    "DuplicateColumnError A column with name 'a' is already present in table 't'.",
  ],
  [
    "sa.Table('t', sa.MetaData(), sa.Column('a', key='k'), sa.Column('b', key='k'))",
    "DuplicateColumnError A column with key 'k' is already present in table 't'.",
  ],
  [
    "sa.Table('t', sa.MetaData(), sa.Column('a')).append_column(sa.Column('a'))",
    "DuplicateColumnError A column with name 'a' is already present in table 't'. Specify replace_existing=True to Table.append_column() to replace an existing column.",
  ],
  ["op.execute(None)", "ObjectNotExecutableError Not an executable object: None"],
  [
    "op.bulk_insert(posts, [{'id': 1, 'unknown': 2}], multiinsert=False)",
    "CompileError Unconsumed column names: unknown",
  ],
  [
    "op.alter_column('posts', 'title', name='headline')",
    "TypeError alembic.ddl.postgresql.PostgresqlImpl.alter_column() got multiple values for keyword argument 'name'",
  ],
  [
    "op.alter_column('posts', 'title', modify_name='headline')",
    "TypeError alembic.operations.ops.AlterColumnOp() got multiple values for keyword argument 'modify_name'",
  ],
];

describe("what revisions of real projects say", () => {
  it("a file without the function that is needed is named as Alembic names its module", async () => {
    await upgrade("pass");
    const project = openPythonProject(database.connection, {
      ...files,
      "alembic/versions/1_body.py": `${header}    pass\n`,
    });
    const { problem } = await project.run("alembic downgrade base");
    expect(problem?.message).toBe("AttributeError: module '1_body_py' has no attribute 'downgrade'");
  });

  it("is refused in SQLAlchemy's and Alembic's words", async () => {
    const attempts = refusals.map(([python]) => `    lambda: ${python},`);
    const { stdout } = await upgrade(`
for attempt in (
${attempts.join("\n")}
):
    try:
        print("accepted", attempt())
    except Exception as error:
        print(type(error).__name__, error)
`);
    expect(stdout.split("\n").slice(0, -1)).toEqual(refusals.map(([, error]) => error));
  });

  it("arguments of alter_column that nobody reads have no effect", async () => {
    const { problem, sql } = await upgrade(
      "op.alter_column('posts', 'title', type_=sa.String(9), using='x', mysql_first=True)",
    );
    expect(problem).toBeUndefined();
    expect(sql).toEqual(["ALTER TABLE posts ALTER COLUMN title TYPE VARCHAR(9)"]);
  });

  it("rows are inserted with the columns that the first one has", async () => {
    await upgrade("op.bulk_insert(posts, [{'id': 7, 'unknown': 1}, {'id': 8, 'title': 'lost'}])");
    expect(database.connection.execute("SELECT * FROM posts ORDER BY id").rows).toEqual([
      ["7", null],
      ["8", null],
    ]);
    database.connection.execute("DROP TABLE alembic_version");
    const { problem } = await upgrade("op.bulk_insert(posts, [{'id': 1, 'title': 'a'}, {'id': 2}])");
    expect(problem?.message).toBe(
      "sqlalchemy.exc.StatementError: (sqlalchemy.exc.InvalidRequestError) A value is required for bind parameter 'title', in parameter group 1",
    );
  });

  it("the connection of a migration knows which database env.py named", async () => {
    const { stdout } = await upgrade("print(op.get_bind().engine.url.database)");
    expect(stdout).toBe("scratch\n");
  });

  it("types of other databases that PostgreSQL knows by name are its own", async () => {
    const { sql } = await upgrade(`
op.add_column("posts", sa.Column("a", mysql.VARCHAR(length=32)))
op.add_column("posts", sa.Column("b", mysql.INTEGER(display_width=11, unsigned=True)))
op.add_column("posts", sa.Column("c", mysql.INTEGER(11)))
op.add_column("posts", sa.Column("d", mysql.DECIMAL(10, 2)))
op.add_column("posts", sa.Column("e", mysql.TIMESTAMP(fsp=3)))
`);
    expect(sql.map((statement) => statement.replace("ALTER TABLE posts ADD COLUMN ", ""))).toEqual([
      "a VARCHAR(32)",
      "b INTEGER",
      "c INTEGER",
      "d DECIMAL(10, 2)",
      "e TIMESTAMP WITHOUT TIME ZONE",
    ]);
  });

  it("the types of older SQLModel, and a foreign key where an array asks for a yes or no", async () => {
    const { problem, sql } = await upgrade(`
op.add_column("posts", sa.Column("a", sqlmodel.sql.sqltypes.GUID()))
op.add_column("posts", sa.Column("b", sqlmodel.sql.sqltypes.AutoString(length=9)))
op.add_column("posts", sa.Column("c", sa.ARRAY(sa.Integer(), as_tuple=sa.ForeignKey("posts.id"))))
`);
    expect(problem).toBeUndefined();
    expect(sql.map((statement) => statement.replace("ALTER TABLE posts ADD COLUMN ", ""))).toEqual([
      "a UUID",
      "b VARCHAR(9)",
      "c INTEGER[]",
    ]);
  });

  it("the older way to an inspector, and the default of a column that was read", async () => {
    const { stdout } = await upgrade(`
print(sa.Table("posts", sa.MetaData(), autoload_with=op.get_bind()).c.id.server_default.arg.text)
print(sa.Column("a", sa.Integer, server_default="1").server_default)
print(sa.engine.reflection.Inspector.from_engine(op.get_bind()).get_columns("posts")[1]["name"])
`);
    expect(stdout).toBe("nextval('posts_id_seq'::regclass)\nDefaultClause('1', for_update=False)\ntitle\n");
  });
});
