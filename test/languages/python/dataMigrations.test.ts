import { beforeEach, describe, expect, it } from "vitest";
import { starters } from "../../../src/workspace/starters/starters.ts";
import { openTestDatabase, type TestDatabase } from "../../database/openTestDatabase.ts";
import { openPythonProject } from "./openPythonProject.ts";

let database: TestDatabase;
beforeEach(async () => {
  database = await openTestDatabase();
  database.reset();
  database.connection.executeScript(`
    CREATE TYPE mood AS ENUM ('calm', 'loud');
    CREATE TABLE users (id serial PRIMARY KEY, email text NOT NULL UNIQUE, born date, mood mood, settings jsonb, tags text[]);
    CREATE TABLE posts (id serial PRIMARY KEY, title varchar(200), owner_id int REFERENCES users (id), price numeric(10, 2), seen timestamptz);
    INSERT INTO users (email, born, mood, settings, tags) VALUES ('ada@x.org', '1815-12-10', 'calm', '{"a": [1, 2]}', '{one,"t wo"}'), ('bob@x.org', NULL, 'loud', NULL, NULL);
    INSERT INTO posts (title, owner_id, price, seen) VALUES ('first', 1, 1.50, '2024-05-06 07:08:09+00'), ('second', 1, NULL, NULL), ('third', NULL, 3, NULL);
  `);
});

const header = `
from alembic import op
import datetime
import decimal
import enum
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql
from sqlalchemy.orm import Session, declarative_base

revision = "1"
down_revision = None
users = sa.table("users", sa.column("id", sa.Integer), sa.column("email", sa.String), sa.column("mood", sa.Enum("calm", "loud", name="mood")), sa.column("settings", postgresql.JSONB), sa.column("tags", postgresql.ARRAY(sa.Text)))
posts = sa.table("posts", sa.column("id", sa.Integer), sa.column("title", sa.String), sa.column("owner_id", sa.Integer), sa.column("price", sa.Numeric))
`;

const files = starters.find((starter) => starter.id === "scratch-python")?.files ?? {};

async function run(body: string) {
  const lines = body.trim().split("\n");
  const project = openPythonProject(database.connection, {
    ...files,
    "alembic/versions/1_data.py": `${header}\ndef upgrade():\n${lines.map((line) => `    ${line}`).join("\n")}\n\ndef downgrade():\n    pass\n`,
  });
  const { exitCode, stdout, stderr, events } = await project.run("alembic upgrade head");
  const sql = events.flatMap((event) =>
    event.kind === "statementExecuted" && event.location !== null ? [event.sql.replaceAll(/\s+/g, " ")] : [],
  );
  return { exitCode, stdout, stderr, sql };
}

const rows = (sql: string) => database.connection.execute(sql).rows;

describe("what a revision reads", () => {
  it("comes as values of Python", async () => {
    const { stdout, exitCode, stderr } = await run(`
bind = op.get_bind()
row = bind.execute(sa.text("SELECT * FROM users WHERE id = :id"), {"id": 1}).one()
print(row.email, repr(row.born), row.mood, row.settings["a"], row[5])
print(repr(bind.execute(sa.text("SELECT price, seen, now() - now() FROM posts ORDER BY id")).fetchall()[0][:2]))
print(bind.scalar(sa.text("SELECT count(*) FROM posts")), bind.execute(sa.select(posts.c.title)).scalars().all())
print([dict(r._mapping) for r in bind.execute(sa.select(users.c.id, users.c.email))])
print(bind.execute(sa.text("UPDATE posts SET price = 1")).rowcount, bind.dialect.name)
for number, email in bind.execute(sa.text("SELECT id, email FROM users ORDER BY id")):
    print(number, email)
`);
    expect(stderr).not.toContain("Error");
    expect(exitCode).toBe(0);
    expect(stdout).toBe(
      [
        "ada@x.org datetime.date(1815, 12, 10) calm [1, 2] ['one', 't wo']",
        "(Decimal('1.50'), datetime.datetime(2024, 5, 6, 7, 8, 9, tzinfo=datetime.timezone.utc))",
        "3 ['first', 'second', 'third']",
        "[{'id': 1, 'email': 'ada@x.org'}, {'id': 2, 'email': 'bob@x.org'}]",
        "3 postgresql",
        "1 ada@x.org",
        "2 bob@x.org",
        "",
      ].join("\n"),
    );
  });
});

describe("the expression language", () => {
  it.each([
    [
      "op.execute(posts.update().where(posts.c.id == 1).values(title='x'))",
      "UPDATE posts SET title='x' WHERE posts.id = 1",
    ],
    ["op.execute(sa.update(posts).values(title=posts.c.title + '!'))", "UPDATE posts SET title=(posts.title || '!')"],
    ["op.execute(posts.delete().where(posts.c.owner_id.is_(None)))", "DELETE FROM posts WHERE posts.owner_id IS NULL"],
    [
      "op.execute(posts.insert().values(title='it''s', price=decimal.Decimal('1.5')))",
      "INSERT INTO posts (title, price) VALUES ('its', 1.5)",
    ],
    [
      "op.get_bind().execute(posts.insert(), [{'title': 'a'}, {'title': 'b'}])",
      "INSERT INTO posts (title) VALUES ('a'), ('b')",
    ],
    [
      "op.get_bind().execute(posts.insert().returning(posts.c.id), {'title': 'a'}).scalar_one()",
      "INSERT INTO posts (title) VALUES ('a') RETURNING posts.id",
    ],
    [
      "op.get_bind().execute(sa.select(posts.c.id, posts.c.title).where(posts.c.title.in_(['first', 'x']), posts.c.id > 0).order_by(posts.c.id.desc()).limit(2))",
      "SELECT posts.id, posts.title FROM posts WHERE posts.title IN ('first', 'x') AND posts.id > 0 ORDER BY posts.id DESC LIMIT 2",
    ],
    [
      "op.get_bind().execute(sa.select(users.c.email, sa.func.count(posts.c.id)).select_from(users.join(posts, posts.c.owner_id == users.c.id)).group_by(users.c.email).having(sa.func.count() > 1))",
      "SELECT users.email, count(posts.id) AS count_1 FROM users JOIN posts ON posts.owner_id = users.id GROUP BY users.email HAVING count(*) > 1",
    ],
    [
      "op.execute(sa.update(posts).where(posts.c.owner_id == users.c.id).values(title=users.c.email))",
      "UPDATE posts SET title=users.email FROM users WHERE posts.owner_id = users.id",
    ],
    [
      "op.execute(sa.update(posts).values(owner_id=sa.select(sa.func.min(users.c.id)).scalar_subquery()))",
      "UPDATE posts SET owner_id=(SELECT min(users.id) AS min_1 FROM users)",
    ],
    [
      "op.execute(posts.update().values(title=sa.case((posts.c.price > 2, 'dear'), else_='cheap')))",
      "UPDATE posts SET title=CASE WHEN (posts.price > 2) THEN 'dear' ELSE 'cheap' END",
    ],
    [
      "op.execute(posts.update().where(sa.or_(posts.c.id == 1, sa.and_(posts.c.id == 2, sa.not_(posts.c.title.like('a%'))))).values(price=sa.cast('3', sa.Numeric(10, 2))))",
      "UPDATE posts SET price=CAST('3' AS NUMERIC(10, 2)) WHERE posts.id = 1 OR posts.id = 2 AND posts.title NOT LIKE 'a%'",
    ],
    [
      "op.execute(users.update().where(sa.exists().where(posts.c.owner_id == users.c.id)).values(mood='loud'))",
      "UPDATE users SET mood='loud' WHERE EXISTS (SELECT * FROM posts WHERE posts.owner_id = users.id)",
    ],
    [
      "op.execute(posts.insert().from_select(['title'], sa.select(users.c.email)))",
      "INSERT INTO posts (title) SELECT users.email FROM users",
    ],
    [
      "op.execute(postgresql.insert(users).values(email='ada@x.org').on_conflict_do_nothing(index_elements=['email']))",
      "INSERT INTO users (email) VALUES ('ada@x.org') ON CONFLICT (email) DO NOTHING",
    ],
    [
      "s = postgresql.insert(users).values(email='ada@x.org', mood='calm')\nop.execute(s.on_conflict_do_update(index_elements=['email'], set_={'mood': s.excluded.mood}))",
      "INSERT INTO users (email, mood) VALUES ('ada@x.org', 'calm') ON CONFLICT (email) DO UPDATE SET mood=excluded.mood",
    ],
    ["op.execute(users.update().values(settings={'b': 'it''s :x'}))", `UPDATE users SET settings='{"b":"its :x"}'`],
    [
      "op.get_bind().execute(sa.select(sa.func.now(), sa.literal(1), sa.text(\"'a' AS b\")))",
      "SELECT now() AS now_1, 1 AS anon_1, 'a' AS b",
    ],
    [
      "c = sa.select(posts.c.owner_id).where(posts.c.id > 0).cte('c')\nop.get_bind().execute(sa.select(users.c.id).where(users.c.id.in_(sa.select(c.c.owner_id))))",
      "WITH c AS (SELECT posts.owner_id FROM posts WHERE posts.id > 0) SELECT users.id FROM users WHERE users.id IN (SELECT c.owner_id FROM c)",
    ],
    [
      "op.get_bind().execute(posts.update().where(posts.c.id == sa.bindparam('which')).values(title=sa.bindparam('new')), {'which': 1, 'new': 'z'})",
      "UPDATE posts SET title='z' WHERE posts.id = 1",
    ],
    [
      "op.get_bind().execute(sa.select(sa.literal_column('1')).union_all(sa.select(sa.literal_column('2'))))",
      "SELECT 1 UNION ALL SELECT 2",
    ],
    [
      "op.get_bind().execute(sa.select(users.c.settings['a'][0].astext, users.c.tags[1]))",
      "SELECT (users.settings -> 'a') ->> 0 AS anon_1, users.tags[1] FROM users",
    ],
  ])("%s", async (body, sql) => {
    const { exitCode, sql: executed, stderr } = await run(body);
    expect(stderr).not.toContain("Error");
    expect(exitCode).toBe(0);
    expect(executed).toEqual([sql]);
  });
});

describe("sessions", () => {
  it("load, change and save objects", async () => {
    const { exitCode, stderr } = await run(`
Base = declarative_base()
class Post(Base):
    __tablename__ = "posts"
    id = sa.Column(sa.Integer, primary_key=True)
    title = sa.Column(sa.String(200))
    price = sa.Column(sa.Numeric(10, 2), default=decimal.Decimal("9.99"))
session = Session(bind=op.get_bind())
for post in session.query(Post).filter(Post.title != "third").order_by(Post.id):
    post.title = post.title.upper()
session.add(Post(title="new"))
session.flush()
session.query(Post).filter(Post.title == "third").update({"title": "3"})
assert session.query(Post).execution_options(stream_results=True).yield_per(2).count() == 4
session.commit()
`);
    expect(stderr).not.toContain("Error");
    expect(exitCode).toBe(0);
    expect(rows("SELECT title, price FROM posts ORDER BY id")).toEqual([
      ["FIRST", "1.50"],
      ["SECOND", null],
      ["3", "3.00"],
      ["new", "9.99"],
    ]);
  });
});

describe("errors of the database", () => {
  it("can be caught, with psycopg2's class and code", async () => {
    const { stdout, exitCode } = await run(`
from psycopg2.errors import UniqueViolation
from sqlalchemy.exc import IntegrityError
bind = op.get_bind()
try:
    with bind.begin_nested():
        bind.execute(sa.text("INSERT INTO users (email) VALUES ('ada@x.org')"))
except IntegrityError as error:
    print(type(error.orig) is UniqueViolation, error.orig.pgcode, error.orig.diag.constraint_name)
    print(error)
`);
    expect(exitCode).toBe(0);
    expect(stdout).toBe(`True 23505 users_email_key
(psycopg2.errors.UniqueViolation) duplicate key value violates unique constraint "users_email_key"
DETAIL:  Key (email)=(ada@x.org) already exists.

[SQL: INSERT INTO users (email) VALUES ('ada@x.org')]
(Background on this error at: https://sqlalche.me/e/20/gkpj)
`);
  });

  it("end a run with the line that asked", async () => {
    const project = openPythonProject(database.connection, {
      ...files,
      "alembic/versions/1_data.py": `${header}\ndef upgrade():\n    op.create_table("users", sa.Column("id", sa.Integer))\n`,
    });
    const { problem, stderr, exitCode } = await project.run("alembic upgrade head");
    expect(exitCode).toBe(1);
    expect(problem?.location).toEqual({ path: "alembic/versions/1_data.py", line: 16, column: 5 });
    expect(stderr).toContain(
      'sqlalchemy.exc.ProgrammingError: (psycopg2.errors.DuplicateTable) relation "users" already exists',
    );
  });
});

describe("other things of real revisions", () => {
  it("inspect, enum types, sequences, autocommit blocks, batches, async", async () => {
    const { stdout, stderr, exitCode } = await run(`
bind = op.get_bind()
inspector = sa.inspect(bind)
print(inspector.get_table_names(), [c["name"] for c in inspector.get_columns("posts")], inspector.has_table("nope"))
print(inspector.get_foreign_keys("posts")[0]["referred_table"], inspector.get_pk_constraint("posts")["constrained_columns"])
state = postgresql.ENUM("draft", "live", name="state")
state.create(bind, checkfirst=True)
state.create(bind, checkfirst=True)
op.add_column("posts", sa.Column("state", state, nullable=True))
op.execute(sa.schema.CreateSequence(sa.Sequence("numbers", start=5)))
print(bind.scalar(sa.text("SELECT nextval('numbers')")))
with op.batch_alter_table("posts") as batch_op:
    batch_op.alter_column("title", new_column_name="heading", existing_type=sa.String(200))
    batch_op.create_index("ix_heading", ["heading"])
with op.get_context().autocommit_block():
    op.execute("ALTER TYPE state ADD VALUE 'gone'")
posts_now = sa.Table("posts", sa.MetaData(), autoload_with=bind)
print(sorted(posts_now.c.keys()))
async def later(connection):
    return (await connection.execute(sa.text("SELECT 42"))).scalar()
print(op.run_async(later))
op.drop_column("posts", "state")
sa.Enum(name="state").drop(bind, checkfirst=False)
`);
    expect(stderr).not.toContain("Error");
    expect(exitCode).toBe(0);
    expect(stdout).toBe(
      [
        "['alembic_version', 'posts', 'users'] ['id', 'title', 'owner_id', 'price', 'seen'] False",
        "users ['id']",
        "5",
        "['heading', 'id', 'owner_id', 'price', 'seen', 'state']",
        "42",
        "",
      ].join("\n"),
    );
  });
});

describe("what real projects do", () => {
  it("two tables of a run share an enumerated type", async () => {
    const { exitCode, sql } = await run(`
op.create_table("rates", sa.Column("provider", sa.Enum("mmg", "ses", name="providers"), nullable=False))
op.create_table("statistics", sa.Column("provider", sa.Enum("mmg", "ses", name="providers"), nullable=False))
`);
    expect(exitCode).toBe(0);
    expect(sql.filter((statement) => statement.startsWith("CREATE TYPE"))).toEqual([
      "CREATE TYPE providers AS ENUM ('mmg', 'ses')",
    ]);
  });

  it("asks the context for the configuration", async () => {
    const { stdout } = await run(`print(op.get_context().config.get_main_option("script_location"))`);
    expect(stdout).toMatch(/alembic\n$/);
  });

  it("reflects with options that concern PostgreSQL's search path", async () => {
    const { stdout } = await run(
      `print(sa.Table("users", sa.MetaData(), autoload_with=op.get_bind(), postgresql_ignore_search_path=True).c.keys())`,
    );
    expect(stdout).toContain("'email'");
  });

  it("gives a text a tuple, and more parameters than it names", async () => {
    const { exitCode, stderr } = await run(
      `op.get_bind().execute(sa.text("DELETE FROM posts WHERE id IN :ids"), {"ids": (1, 3), "others": (2,)})`,
    );
    expect(stderr).not.toContain("Error");
    expect(exitCode).toBe(0);
    expect(rows("SELECT id FROM posts ORDER BY id")).toEqual([["2"]]);
  });
});

describe("as SQLAlchemy itself does it", () => {
  it("a parameter without a value is refused, and a parameter that expands is a list in brackets", async () => {
    const { stdout, stderr, exitCode } = await run(`
bind = op.get_bind()
found = sa.text("SELECT id FROM users WHERE id IN :ids ORDER BY id").bindparams(sa.bindparam("ids", expanding=True))
print(bind.execute(found, {"ids": [1, 2]}).scalars().all(), bind.execute(found, {"ids": []}).all())
try:
    bind.execute(sa.text("SELECT :a, :b"), {"a": 1})
except sa.exc.StatementError as error:
    print(error)
op.execute("UPDATE posts SET title = 'at 10 :30'")
`);
    expect(stdout).toBe("[1, 2] []\n(sqlalchemy.exc.InvalidRequestError) A value is required for bind parameter 'b'\n");
    expect(exitCode).toBe(1);
    expect(stderr).toContain("A value is required for bind parameter '30'");
  });

  it("a type that is there is an error, unless the dialect's own class looks first", async () => {
    const { exitCode, stderr } = await run(`
postgresql.ENUM("calm", "loud", name="mood").create(op.get_bind())
sa.Enum("calm", "loud", name="mood").create(op.get_bind())
`);
    expect(exitCode).toBe(1);
    expect(stderr).toContain('(psycopg2.errors.DuplicateObject) type "mood" already exists');
  });

  it("None in a JSON column is JSON's null where it is given", async () => {
    await run(
      `op.bulk_insert(users, [{"email": "eve@x.org", "settings": None}])\nop.execute("INSERT INTO users (email) VALUES ('f@x.org')")`,
    );
    expect(rows("SELECT settings FROM users WHERE id > 2 ORDER BY id")).toEqual([["null"], [null]]);
  });

  it("an inspector keeps its answers, and gives them SQLAlchemy's keys", async () => {
    const { stdout } = await run(`
op.create_table("t", sa.Column("id", sa.BigInteger, sa.Identity(), primary_key=True), sa.Column("n", sa.Integer, index=True))
inspector = sa.inspect(op.get_bind())
print(inspector.get_columns("t")[0]["identity"]["maxvalue"], inspector.get_indexes("t"))
op.add_column("t", sa.Column("late", sa.Text))
print(len(inspector.get_columns("t")), len(sa.inspect(op.get_bind()).get_columns("t")))
`);
    expect(stdout).toBe(
      "9223372036854775807 [{'name': 'ix_t_n', 'unique': False, 'column_names': ['n'], 'include_columns': [], 'dialect_options': {'postgresql_include': []}}]\n2 3\n",
    );
  });

  it("objects are written and read with those that they refer to", async () => {
    const { stdout, stderr } = await run(`
from sqlalchemy.orm import relationship
Base = declarative_base()
links = sa.Table("links", Base.metadata, sa.Column("book_id", sa.ForeignKey("books.id"), primary_key=True), sa.Column("topic_id", sa.ForeignKey("topics.id"), primary_key=True))
class Author(Base):
    __tablename__ = "authors"
    id = sa.Column(sa.Integer, primary_key=True)
    name = sa.Column(sa.Text)
    books = relationship("Book", back_populates="author")
class Book(Base):
    __tablename__ = "books"
    id = sa.Column(sa.Integer, primary_key=True)
    title = sa.Column(sa.Text)
    author_id = sa.Column(sa.ForeignKey("authors.id"))
    author = relationship("Author", back_populates="books")
    topics = relationship("Topic", secondary=links, backref="books")
class Topic(Base):
    __tablename__ = "topics"
    id = sa.Column(sa.Integer, primary_key=True)
    name = sa.Column(sa.Text)
    parent_id = sa.Column(sa.ForeignKey("topics.id"))
    parent = relationship("Topic", remote_side=[id], backref="parts")
Base.metadata.create_all(op.get_bind())
session = Session(bind=op.get_bind())
session.add(Author(name="ada", books=[Book(title="one"), Book(title="two")]))
session.add(Book(title="three", author=Author(name="bob"), topics=[Topic(name="x", parent=Topic(name="all")), Topic(name="y")]))
session.commit()
session.expunge_all()
for book in session.query(Book).order_by(Book.id):
    print(book.title, book.author.name, sorted(topic.name for topic in book.topics))
ada, bob = session.query(Author).order_by(Author.id)
for book in ada.books:
    book.author = bob
x = session.query(Topic).filter_by(name="x").one()
x.books[0].topics.remove(x)
session.commit()
print(x.parent.name, [part.name for part in x.parent.parts])
`);
    expect(stderr).not.toContain("Error");
    expect(stdout).toBe("one ada []\ntwo ada []\nthree bob ['x', 'y']\nall ['x']\n");
    expect(rows("SELECT a.name, count(*) FROM authors a JOIN books b ON b.author_id = a.id GROUP BY 1")).toEqual([
      ["bob", "3"],
    ]);
    expect(rows("SELECT name FROM links JOIN topics ON topics.id = topic_id")).toEqual([["y"]]);
  });
});
