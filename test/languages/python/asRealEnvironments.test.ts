import { beforeEach, describe, expect, it } from "vitest";
import { openTestDatabase, type TestDatabase } from "../../database/openTestDatabase.ts";
import type { Project } from "../projectRunner.ts";
import { openScratchProject } from "./openScratchProject.ts";

let database: TestDatabase;
let project: Project;
beforeEach(async () => {
  database = await openTestDatabase();
  project = openScratchProject(database);
});

/** What env.py of the project also does, and what it gives to both calls of `context.configure`. */
function environment(code: string, options = ""): void {
  project.files["alembic/env.py"] = (project.files["alembic/env.py"] ?? "")
    .replace("\ndef run_migrations_offline", `\n${code}\n\n\ndef run_migrations_offline`)
    .replaceAll("target_metadata=target_metadata", `target_metadata=target_metadata${options && `, ${options}`}`);
}

function describeArticles(columns: string, before = ""): void {
  project.files["models.py"] = `import sqlalchemy as sa
from database import Base
${before}

class Article(Base):
    __tablename__ = "articles"

    id = sa.Column(sa.Integer, primary_key=True)
    ${columns}
`;
}

const upgradeOf = (path: string): string =>
  /def upgrade[\s\S]*?adjust! ###\n([\s\S]*?)\n {4}# ### end/.exec(project.files[path] ?? "")?.[1] ?? "";

describe("types of the project's own", () => {
  beforeEach(() => {
    project.files["kinds.py"] = `from sqlalchemy.types import CHAR, TEXT, String, TypeDecorator, UserDefinedType
from sqlalchemy.dialects.postgresql import UUID


class GUID(TypeDecorator):
    impl = CHAR
    cache_ok = True

    def load_dialect_impl(self, dialect):
        return dialect.type_descriptor(UUID() if dialect.name == "postgresql" else CHAR(32))


class Email(TypeDecorator):
    impl = String(120)
    cache_ok = True


class Note(TypeDecorator):
    impl = TEXT


class Exact(UserDefinedType):
    def __init__(self, digits):
        self.digits = digits

    def get_col_spec(self, **kw):
        return f"numeric({self.digits})"


class Short(String):
    pass
`;
    describeArticles(
      "key = sa.Column(kinds.GUID())\n    email = sa.Column(kinds.Email)\n    note = sa.Column(kinds.Note())\n    price = sa.Column(kinds.Exact(5))\n    word = sa.Column(kinds.Short(9))\n    words = sa.Column(sa.ARRAY(kinds.Short(9)))",
      "import kinds",
    );
  });

  it("are written by their module and their repr(), and the file has to import them", async () => {
    await project.run("alembic revision --autogenerate -m first --rev-id aaaa");
    const path = "alembic/versions/aaaa_first.py";
    for (const written of [
      "kinds.GUID()",
      "kinds.Email(length=120)",
      "kinds.Note()",
      "kinds.Exact(5)",
      "kinds.Short(length=9)",
      "sa.ARRAY(kinds.Short(length=9))",
    ])
      expect(project.files[path]).toContain(`, ${written}, nullable=True),\n`);
    const { problem } = await project.run("alembic upgrade head");
    expect(problem?.message).toBe("NameError: name 'kinds' is not defined");
    expect(problem?.hint).toContain("kinds.py is there, and this file does not import it: `import kinds`");
    project.files[path] = (project.files[path] ?? "").replace("import sqlalchemy as sa", "$&\nimport kinds");
    expect((await project.run("alembic upgrade head")).problem).toBeUndefined();
    const types = database.connection.execute(
      "SELECT format_type(atttypid, atttypmod) FROM pg_attribute WHERE attrelid = 'articles'::regclass AND attnum > 1 ORDER BY attnum",
    );
    expect(types.rows.flat()).toEqual([
      "uuid",
      "character varying(120)",
      "text",
      "numeric(5,0)",
      "character varying(9)",
      "character varying(9)[]",
    ]);
    expect((await project.run("alembic check")).stdout).toBe("No new upgrade operations detected.\n");
  });

  it("reach env's render_item as the objects they are", async () => {
    environment(
      `def render_item(kind, item, context):
    if kind == "type" and type(item).__module__ == "kinds":
        context.imports.add(f"from kinds import {type(item).__name__}")
        return repr(item)
    return False`,
      "render_item=render_item",
    );
    await project.run("alembic revision --autogenerate -m first --rev-id aaaa");
    expect(project.files["alembic/versions/aaaa_first.py"]).toContain(
      "from kinds import Email\nfrom kinds import Exact\n",
    );
    expect(project.files["alembic/versions/aaaa_first.py"]).toContain(
      "sa.Column('email', Email(length=120), nullable=True)",
    );
    expect((await project.run("alembic upgrade head")).problem).toBeUndefined();
  });

  it("are written with the prefixes that env.py gives", async () => {
    environment("", 'user_module_prefix="types.", sqlalchemy_module_prefix="sqla.", alembic_module_prefix="migrate."');
    await project.run("alembic revision --autogenerate -m first --rev-id aaaa");
    const upgrade = upgradeOf("alembic/versions/aaaa_first.py");
    expect(upgrade).toContain(
      "migrate.create_table('articles',\n    sqla.Column('id', sqla.Integer(), nullable=False),",
    );
    expect(upgrade).toContain("types.Email(length=120)");
  });
});

describe("env.py", () => {
  it.each(["config.cmd_opts.autogenerate", "getattr(config.cmd_opts, 'autogenerate', False)"])(
    "writes no empty revision where %s says that it compares",
    async (asked) => {
      environment(
        `def process(context, revision, directives):
    if ${asked}:
        if directives[0].upgrade_ops.is_empty():
            directives[:] = []
            print("nothing to do")`,
        "process_revision_directives=process",
      );
      describeArticles("title = sa.Column(sa.Text)");
      expect((await project.run("alembic revision --autogenerate -m first")).stdout).toContain("Generating");
      await project.run("alembic upgrade head");
      const { stdout, written } = await project.run("alembic revision --autogenerate -m second");
      expect([stdout, written]).toEqual(["nothing to do\n", {}]);
      expect((await project.drift()).unavailable).toBeNull();
    },
  );

  it("reads and changes alembic.ini, and knows what was typed and the history", async () => {
    await project.run("alembic revision -m first --rev-id aaaa");
    await project.run("alembic revision -m second --rev-id bbbb");
    environment(`from alembic.script import ScriptDirectory

scripts = ScriptDirectory.from_config(config)
print([str(one) for one in scripts.walk_revisions()], scripts.get_revision("aa").doc, scripts.get_base())
print(config.cmd_opts.cmd[0].__name__, config.cmd_opts.revision, config.cmd_opts.x, config.cmd_opts.name)
print(context.get_revision_argument(), context.get_head_revisions())
config.set_section_option("other", "key", "value")
config.set_main_option("own", "1")
config.remove_main_option("own")
print(config.get_section("other")["key"], config.get_section("none"), config.get_main_option("own"))`);
    expect((await project.run("alembic -x a=b upgrade head")).stdout).toBe(
      [
        "['aaaa -> bbbb (head), second', '<base> -> aaaa, first'] first aaaa",
        "upgrade head ['a=b'] alembic",
        "bbbb ('bbbb',)",
        "value None None",
        "",
      ].join("\n"),
    );
  });

  it("is told of each step with its revisions and what upgrade() was given", async () => {
    await project.run("alembic revision -m first --rev-id aaaa");
    environment(
      "def applied(ctx, step, heads, run_args, **_):\n    print(step.up_revision.doc, step.down_revisions, heads, run_args)",
      "on_version_apply=applied",
    );
    expect((await project.run("alembic upgrade head")).stdout).toBe("first () {'aaaa'} {}\n");
  });

  it("hands arguments and names to script.py.mako, and wants no primary key", async () => {
    environment("", 'template_args={"who": "Ada"}, upgrade_token="ups", version_table_pk=False');
    project.files["alembic/script.py.mako"] =
      '# ${who} ${config.get_main_option("script_location")}\nrevision = ${repr(up_revision)}\ndown_revision = None\n\n\ndef upgrade():\n    ${ups or "pass"}\n';
    describeArticles("title = sa.Column(sa.Text)");
    await project.run("alembic revision --autogenerate -m first --rev-id aaaa");
    expect(project.files["alembic/versions/aaaa_first.py"]).toContain("# Ada /project/alembic\n");
    expect(project.files["alembic/versions/aaaa_first.py"]).toContain("op.create_table('articles',");
    const keys = database.connection.execute(
      "SELECT conname FROM pg_constraint WHERE conrelid = 'alembic_version'::regclass AND contype = 'p'",
    );
    expect(keys.rows).toEqual([]);
  });

  it("changes operations with the classes of alembic.operations.ops", async () => {
    environment(
      `from alembic.autogenerate import rewriter
from alembic.operations import ops

writer = rewriter.Rewriter()


@writer.rewrites(ops.CreateTableOp)
def backwards(context, revision, op):
    return ops.CreateTableOp(op.table_name, list(reversed(op.columns[:2])) + op.columns[2:], schema=op.schema, **op.kw)


@writer.rewrites(ops.AddColumnOp)
def later(context, revision, op):
    op.column.nullable = True
    return [op, ops.AlterColumnOp(op.table_name, op.column.name, modify_nullable=False, modify_server_default=None, existing_type=op.column.type)]`,
      "process_revision_directives=writer",
    );
    describeArticles("title = sa.Column(sa.Text)");
    await project.run("alembic revision --autogenerate -m first --rev-id aaaa");
    expect(upgradeOf("alembic/versions/aaaa_first.py")).toBe(
      `    op.create_table('articles',
    sa.Column('title', sa.Text(), nullable=True),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.PrimaryKeyConstraint('id')
    )`,
    );
    await project.run("alembic upgrade head");
    describeArticles("title = sa.Column(sa.Text)\n    size = sa.Column(sa.Integer, nullable=False)");
    await project.run("alembic revision --autogenerate -m second --rev-id bbbb");
    expect(upgradeOf("alembic/versions/bbbb_second.py")).toBe(
      `    op.add_column('articles', sa.Column('size', sa.Integer(), nullable=True))
    op.alter_column('articles', 'size',
               existing_type=sa.Integer(),
               server_default=None,
               nullable=False)`,
    );
  });
});

it("migrations may await inside of an env.py that runs them in a loop", async () => {
  await project.run("alembic revision -m first --rev-id aaaa");
  const path = "alembic/versions/aaaa_first.py";
  project.files[path] = (project.files[path] ?? "").replace(
    "pass",
    'async def later(connection):\n        print((await connection.execute(sa.text("SELECT 42"))).scalar())\n    op.run_async(later)',
  );
  project.files["alembic/env.py"] = `import asyncio
from alembic import context
from sqlalchemy.ext.asyncio import create_async_engine


def run(connection):
    context.configure(connection=connection)
    with context.begin_transaction():
        context.run_migrations()


async def main():
    async with create_async_engine("postgresql+asyncpg://localhost/app").connect() as connection:
        await connection.run_sync(run)


asyncio.run(main())
`;
  expect((await project.run("alembic upgrade head")).stdout).toBe("42\n");
});

it("a base in place of its metadata is a mistake of a comparison, and of nothing else", async () => {
  await project.run("alembic revision -m first --rev-id aaaa");
  project.files["alembic/env.py"] = (project.files["alembic/env.py"] ?? "").replace(
    "target_metadata = Base.metadata",
    "target_metadata = Base",
  );
  expect((await project.run("alembic upgrade head")).problem).toBeUndefined();
  expect((await project.run("alembic check")).problem?.message).toContain("write Base.metadata");
  expect((await project.drift()).unavailable?.message).toContain("write Base.metadata");
});

it("a colon that SQL text takes for a parameter is explained", async () => {
  await project.run("alembic revision -m first --rev-id aaaa");
  const path = "alembic/versions/aaaa_first.py";
  project.files[path] = (project.files[path] ?? "").replace("pass", "op.execute(\"SELECT 'at :noon'\")");
  const { problem } = await project.run("alembic upgrade head");
  expect(problem?.message).toContain("A value is required for bind parameter 'noon'");
  expect(problem?.hint).toContain("a colon before a word names a parameter");
});

it("objects that other revisions hold are reached through the context", async () => {
  await project.run("alembic revision -m first --rev-id aaaa");
  await project.run("alembic revision -m second --rev-id bbbb");
  project.files["alembic/versions/aaaa_first.py"] += '\nview = "SELECT 1"\n';
  const path = "alembic/versions/bbbb_second.py";
  project.files[path] = (project.files[path] ?? "").replace(
    "pass",
    'print(op.get_context().script.get_revision("aaaa").module.view)',
  );
  expect((await project.run("alembic upgrade head")).stdout).toBe("SELECT 1\n");
});

it("the template for several databases writes a function for each, and reads alembic.ini", async () => {
  for (const path of Object.keys(project.files)) if (path.startsWith("alembic")) delete project.files[path];
  await project.run("alembic init -t multidb alembic");
  project.files["alembic.ini"] = (project.files["alembic.ini"] ?? "").replace(", engine2", "");
  describeArticles("title = sa.Column(sa.Text)");
  project.files["alembic/env.py"] = (project.files["alembic/env.py"] ?? "").replace(
    "target_metadata = {}",
    'from models import Base\ntarget_metadata = {"engine1": Base.metadata}',
  );
  await project.run("alembic revision --autogenerate -m first --rev-id aaaa");
  expect(project.files["alembic/versions/aaaa_first.py"]).toContain(
    'globals()["downgrade_%s" % engine_name]()\n\n\n\n\n\ndef upgrade_engine1() -> None:\n    """Upgrade engine1 schema."""\n    # ### commands',
  );
});

describe("models", () => {
  it("take annotations that are evaluated later", async () => {
    project.files["models.py"] = `from __future__ import annotations
from typing import Annotated
from sqlalchemy import Integer
from sqlalchemy.orm import Mapped, mapped_column
from database import Base

key = Annotated[int, mapped_column(primary_key=True)]


class Article(Base):
    __tablename__ = "articles"

    id: Mapped[key]
    title: Mapped[str | None]
`;
    await project.run("alembic revision --autogenerate -m first --rev-id aaaa");
    expect(upgradeOf("alembic/versions/aaaa_first.py")).toContain("sa.Column('title', sa.String(), nullable=True)");
  });

  it("of SQLModel take what fields of a base class say, and write its type of text", async () => {
    project.files["models.py"] = `from sqlmodel import Field, SQLModel


class Named(SQLModel):
    name: str = Field(index=True, max_length=40)


class Hero(Named, table=True):
    id: int | None = Field(default=None, primary_key=True)


Base = SQLModel
`;
    await project.run("alembic revision --autogenerate -m first --rev-id aaaa");
    const upgrade = upgradeOf("alembic/versions/aaaa_first.py");
    expect(upgrade).toContain("sa.Column('name', sqlmodel.sql.sqltypes.AutoString(length=40), nullable=False),");
    expect(upgrade).toContain("op.create_index(op.f('ix_hero_name'), 'hero', ['name'], unique=False)");
  });
});
