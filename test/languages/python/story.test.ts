import { beforeEach, describe, expect, it } from "vitest";
import { openTestDatabase, type TestDatabase } from "../../database/openTestDatabase.ts";
import { openPythonProject } from "./openPythonProject.ts";

let database: TestDatabase;
beforeEach(async () => {
  database = await openTestDatabase();
  database.reset();
});

const columns = (table: string): readonly (string | null | undefined)[] =>
  database.connection
    .execute(
      `SELECT column_name FROM information_schema.columns WHERE table_name = '${table}' ORDER BY ordinal_position`,
    )
    .rows.map(([name]) => name);
const version = () => database.connection.execute("SELECT version_num FROM alembic_version").rows.flat();

const models = `from sqlalchemy import Column, ForeignKey, Integer, String, TIMESTAMP, text
from sqlalchemy.orm import Mapped, mapped_column

from database import Base


class Post(Base):
    __tablename__ = "posts"

    id = Column(Integer, primary_key=True, nullable=False)
    title = Column(String, nullable=False)
    content = Column(String, nullable=False)


class User(Base):
    __tablename__ = "users"

    id = Column(Integer, primary_key=True, nullable=False)
    email = Column(String, nullable=False, unique=True)
    password = Column(String, nullable=False)
    created_at = Column(TIMESTAMP(timezone=True), nullable=False, server_default=text("now()"))


class Vote(Base):
    __tablename__ = "votes"

    user_id: Mapped[int] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"), primary_key=True)
    post_id: Mapped[int] = mapped_column(ForeignKey("posts.id", ondelete="CASCADE"), primary_key=True)
    remark: Mapped[str | None]
`;

const pasted = `"""add users table

Revision ID: 88fb11965e20
Revises: 043bdf6fcef1
Create Date: 2022-01-17 20:37:16.951993

"""
from alembic import op
from sqlalchemy import *


# revision identifiers, used by Alembic.
revision = '88fb11965e20'
down_revision = '043bdf6fcef1'
branch_labels = None
depends_on = None


def upgrade():
    op.create_table('users', 
    Column('id', Integer, nullable=False),
    Column('email', String, nullable=False),
    Column('password', String, nullable=False),
    Column('created_at', TIMESTAMP(timezone=True),nullable=False, server_default=text('now()')),
    PrimaryKeyConstraint('id'),
    UniqueConstraint('email')
    )


def downgrade():
   op.drop_table('users')
`;

describe("a project of a course, from nothing", () => {
  it("runs as it stands", async () => {
    const project = openPythonProject(database.connection, {
      "config.py": `class Settings:
    user = "stillroom"
    password = "distilled"
    database = "blog"


settings = Settings()
`,
      "database.py": `from sqlalchemy.ext.declarative import declarative_base

Base = declarative_base()
`,
      "models.py": models,
    });
    const init = await project.run("alembic init alembic");
    expect(init.stderr).toBe("");
    expect(init.exitCode).toBe(0);

    const env = project.files["alembic/env.py"] ?? "";
    project.files["alembic/env.py"] = env
      .replace(
        "from alembic import context\n",
        "from alembic import context\nfrom config import settings\nfrom models import Base\n",
      )
      .replace(
        "config = context.config\n",
        `config = context.config
config.set_main_option('sqlalchemy.url', f'postgresql+psycopg2://{settings.user}:{settings.password}@localhost:5432/{settings.database}')
`,
      )
      .replace("target_metadata = None", "target_metadata = Base.metadata");

    const first = await project.run('alembic revision --rev-id 043bdf6fcef1 -m "create posts table"');
    expect(first.stdout).toBe("Generating /project/alembic/versions/043bdf6fcef1_create_posts_table.py ...  done\n");
    const path = "alembic/versions/043bdf6fcef1_create_posts_table.py";
    expect(project.files[path]).toBe(`"""create posts table

Revision ID: 043bdf6fcef1
Revises: 
Create Date: 2026-01-17 20:37:16.951000

"""
from typing import Sequence, Union

from alembic import op
import sqlalchemy as sa


# revision identifiers, used by Alembic.
revision: str = '043bdf6fcef1'
down_revision: Union[str, Sequence[str], None] = None
branch_labels: Union[str, Sequence[str], None] = None
depends_on: Union[str, Sequence[str], None] = None


def upgrade() -> None:
    """Upgrade schema."""
    pass


def downgrade() -> None:
    """Downgrade schema."""
    pass
`);
    project.files[path] = (project.files[path] ?? "")
      .replace(
        '"""Upgrade schema."""\n    pass',
        "op.create_table('posts', sa.Column('id', sa.Integer(), nullable=False, primary_key=True), sa.Column('title', sa.String(), nullable=False))",
      )
      .replace('"""Downgrade schema."""\n    pass', "op.drop_table('posts')");
    project.files["alembic/versions/88fb11965e20_add_users_table.py"] = pasted;

    const upgraded = await project.run("alembic upgrade 88fb11965e20");
    expect(upgraded.stderr).toBe(
      [
        "INFO  [alembic.runtime.migration] Context impl PostgresqlImpl.",
        "INFO  [alembic.runtime.migration] Will assume transactional DDL.",
        "INFO  [alembic.runtime.migration] Running upgrade  -> 043bdf6fcef1, create posts table",
        "INFO  [alembic.runtime.migration] Running upgrade 043bdf6fcef1 -> 88fb11965e20, add users table",
        "",
      ].join("\n"),
    );
    expect(upgraded.exitCode).toBe(0);
    expect(columns("users")).toEqual(["id", "email", "password", "created_at"]);
    expect(version()).toEqual(["88fb11965e20"]);

    const generated = await project.run('alembic revision --autogenerate -m "add votes and content"');
    expect(generated.stderr).not.toContain("Error");
    expect(generated.exitCode).toBe(0);
    const [autogenerated = ""] = Object.keys(generated.written);
    expect(autogenerated).toBe("alembic/versions/000000000001_add_votes_and_content.py");
    expect(project.files[autogenerated]).toBe(`"""add votes and content

Revision ID: 000000000001
Revises: 88fb11965e20
Create Date: 2026-01-17 20:37:16.951000

"""
from typing import Sequence, Union

from alembic import op
import sqlalchemy as sa


# revision identifiers, used by Alembic.
revision: str = '000000000001'
down_revision: Union[str, Sequence[str], None] = '88fb11965e20'
branch_labels: Union[str, Sequence[str], None] = None
depends_on: Union[str, Sequence[str], None] = None


def upgrade() -> None:
    """Upgrade schema."""
    # ### commands auto generated by Alembic - please adjust! ###
    op.create_table('votes',
    sa.Column('user_id', sa.Integer(), nullable=False),
    sa.Column('post_id', sa.Integer(), nullable=False),
    sa.Column('remark', sa.String(), nullable=True),
    sa.ForeignKeyConstraint(['post_id'], ['posts.id'], ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['user_id'], ['users.id'], ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('user_id', 'post_id')
    )
    op.add_column('posts', sa.Column('content', sa.String(), nullable=False))
    # ### end Alembic commands ###


def downgrade() -> None:
    """Downgrade schema."""
    # ### commands auto generated by Alembic - please adjust! ###
    op.drop_column('posts', 'content')
    op.drop_table('votes')
    # ### end Alembic commands ###
`);
    expect((await project.run("alembic upgrade head")).exitCode).toBe(0);
    expect((await project.run("alembic check")).stdout).toBe("No new upgrade operations detected.\n");
    expect((await project.run("alembic current")).stdout).toBe("000000000001 (head)\n");
    expect((await project.run("alembic history")).stdout).toBe(
      [
        "88fb11965e20 -> 000000000001 (head), add votes and content",
        "043bdf6fcef1 -> 88fb11965e20, add users table",
        "<base> -> 043bdf6fcef1, create posts table",
        "",
      ].join("\n"),
    );
    expect((await project.run("alembic downgrade -1")).exitCode).toBe(0);
    expect(columns("votes")).toEqual([]);
    expect((await project.run("alembic downgrade base")).exitCode).toBe(0);
    expect(version()).toEqual([]);

    project.files["alembic/env.py"] = (project.files["alembic/env.py"] ?? "").replace(
      "from models import Base",
      "from database import Base",
    );
    expect((await project.run("alembic upgrade head")).exitCode).toBe(0);
    const empty = await project.run("alembic revision --autogenerate -m nothing");
    expect(empty.stderr).toContain("INFO  [alembic.autogenerate.compare.tables] Detected removed table 'votes'");
  });
});
