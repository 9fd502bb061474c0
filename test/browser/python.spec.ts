import { expect, test } from "./stillroom.ts";

test("Python: the blog runs in the tab", async ({ stillroom, page }) => {
  await stillroom.open();
  await stillroom.playInstantly();
  await page.getByRole("button", { name: "Language: TypeScript" }).click();
  await page.getByRole("menuitem", { name: /^Blog \(Python\)/ }).click();
  await stillroom.ready();
  await stillroom.finished();

  await test.step("upgrade, and what the models are ahead", async () => {
    await stillroom.run("alembic upgrade head");
    await expect(stillroom.output).toContainText("Running upgrade 88fb11965e20 -> 9b1e40c2a7d3, add posts.owner_id");
    await expect(stillroom.drift).toContainText("1 change");
  });

  await test.step("autogenerate writes what Alembic writes", async () => {
    expect(await stillroom.run('alembic revision --autogenerate -m "add posts.published"')).toContain("done");
    const files = page.getByRole("tree", { name: "Project files" });
    await expect(files.getByRole("treeitem", { name: /add_posts_published\.py/ })).toBeVisible();
    await stillroom.run("alembic upgrade head");
    expect(await stillroom.run("alembic check")).toContain("No new upgrade operations detected.");
    await stillroom.run("alembic downgrade -1");
    expect(await stillroom.run("alembic current")).toContain("9b1e40c2a7d3");
  });
});

const models = `from sqlalchemy import Column, ForeignKey, Integer, String, TIMESTAMP, text
from sqlalchemy.orm import Mapped, mapped_column

from database import Base


class Post(Base):
    __tablename__ = "posts"

    id = Column(Integer, primary_key=True, nullable=False)
    title = Column(String, nullable=False)


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
`;

const firstRevision = `"""create posts table

Revision ID: 043bdf6fcef1
Revises:

"""
from alembic import op
import sqlalchemy as sa

revision = '043bdf6fcef1'
down_revision = None
branch_labels = None
depends_on = None


def upgrade():
    op.create_table('posts', sa.Column('id', sa.Integer(), nullable=False, primary_key=True), sa.Column('title', sa.String(), nullable=False))


def downgrade():
    op.drop_table('posts')
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

test("Python: a course's project from nothing, pasted as it stands", { tag: "@long" }, async ({ stillroom, page }) => {
  await stillroom.open();
  await stillroom.playInstantly();
  await expect(page.getByRole("button", { name: "Language: TypeScript" })).toBeVisible();
  await page.getByRole("button", { name: "Language: TypeScript" }).click();
  await page.getByRole("menuitem", { name: /^From scratch \(Python\)/ }).click();
  await stillroom.ready();
  await expect(page.getByRole("button", { name: "Language: Python" })).toBeVisible();
  await stillroom.openFile("models.py");
  await stillroom.write(models);

  await test.step("two revisions, upgraded to the second by its id", async () => {
    expect(await stillroom.run('alembic revision --rev-id 043bdf6fcef1 -m "create posts table"')).toContain("done");
    await stillroom.write(firstRevision);
    expect(await stillroom.run('alembic revision --rev-id 88fb11965e20 -m "add users table"')).toContain("done");
    await stillroom.write(pasted);
    const upgraded = await stillroom.run("alembic upgrade 88fb11965e20");
    expect(upgraded).toContain("Running upgrade 043bdf6fcef1 -> 88fb11965e20, add users table");
  });

  await test.step("what is generated, applied and taken back", async () => {
    expect(await stillroom.run('alembic revision --autogenerate -m "add votes"')).toContain("Detected added table");
    await stillroom.focusEditor();
    await page.keyboard.press("ControlOrMeta+End");
    await expect(page.locator(".monaco-editor .view-lines").first()).toContainText("op.drop_table('votes')");
    await stillroom.run("alembic upgrade head");
    expect(await stillroom.run("alembic check")).toContain("No new upgrade operations detected.");
    expect(await stillroom.run("alembic history")).toContain("88fb11965e20 ->");
    await stillroom.run("alembic downgrade -1");
    expect(await stillroom.run("alembic current")).toContain("88fb11965e20");
  });

  await test.step("a mistake is told as Python tells it, at its line", async () => {
    await stillroom.openFile(/^88fb11965e20/);
    await stillroom.write(pasted.replace("'users', ", "'posts', "));
    await stillroom.run("alembic downgrade 043bdf6fcef1 --sql");
    await stillroom.run("alembic stamp 043bdf6fcef1");
    const told = await stillroom.run("alembic upgrade 88fb11965e20");
    expect(told).toContain("Traceback (most recent call last):");
    expect(told).toContain("sqlalchemy.exc.ProgrammingError: (psycopg2.errors.DuplicateTable)");
    await expect(page.getByRole("tab", { name: /^Problems/ })).toContainText("1");
  });
});

test(
  "Python: a TypeScript project written in Python runs as it did, and so does the way back",
  { tag: "@long" },
  async ({ stillroom, page }) => {
    await stillroom.open();
    await stillroom.playInstantly();
    await page.getByRole("button", { name: "Language: TypeScript" }).click();
    await page.getByRole("menuitem", { name: /^This project in Python/ }).click();
    await stillroom.ready();
    await expect(page.getByRole("button", { name: "Language: Python" })).toBeVisible();
    await stillroom.run("alembic upgrade head");
    expect(await stillroom.run("alembic current")).toContain("9b1e40c2a7d3 (head)");
    await expect(stillroom.drift).toContainText("1 change");

    await page.getByRole("button", { name: "Language: Python" }).click();
    await page.getByRole("menuitem", { name: /^This project in TypeScript/ }).click();
    await expect(page.getByRole("button", { name: "Language: TypeScript" })).toBeVisible();
    await expect(page.getByRole("button", { name: "Workspace: Blog (TypeScript)" })).toBeVisible();
    await stillroom.ready();
    await stillroom.run("alembic upgrade head");
    expect(await stillroom.run("alembic current")).toContain("9b1e40c2a7d3 (head)");
    await expect(stillroom.drift).toContainText("1 change");
  },
);
