import { beforeAll, describe, expect, it } from "vitest";
import type { ConfigureOptions, EnvironmentHost } from "../../../src/engine/program.ts";
import type { MetaData } from "../../../src/engine/schema/metadata.ts";
import type { PythonInterpreter } from "../../../src/languages/python/interpreter.ts";
import { createPythonProgram } from "../../../src/languages/python/pythonProgram.ts";
import { openTestInterpreter } from "./openTestInterpreter.ts";

let interpreter: PythonInterpreter;
beforeAll(async () => {
  interpreter = await openTestInterpreter();
});

/** What env.py hands to the engine for the models in models.py. */
function metadataOf(models: string, files: Readonly<Record<string, string>> = {}): MetaData {
  const all: Readonly<Record<string, string>> = {
    "models.py": models,
    "env.py":
      "from alembic import context\nfrom models import Base\ncontext.configure(url='postgresql://', target_metadata=Base.metadata)\n",
    ...files,
  };
  let given: ConfigureOptions = {};
  const host = {
    configure: (options: ConfigureOptions) => {
      given = options;
    },
    isOfflineMode: () => true,
    getMainOption: () => null,
  } as Partial<EnvironmentHost> as EnvironmentHost;
  const program = createPythonProgram({
    interpreter,
    files: { read: (path) => all[path] ?? null, list: () => Object.keys(all) },
    timeLimit: 5000,
    now: () => performance.now(),
    print: () => undefined,
  });
  program.prependPaths?.(["."]);
  program.runEnvironment("env.py", host);
  return given.targetMetadata as MetaData;
}

describe("models become metadata", () => {
  it("by annotations", () => {
    const { tables } = metadataOf(`
import datetime
import enum
from typing import Annotated, Optional
from sqlalchemy import ForeignKey, String, func
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship

intpk = Annotated[int, mapped_column(primary_key=True)]
str50 = Annotated[str, 50]


class Base(DeclarativeBase):
    type_annotation_map = {str50: String(50)}


class Mood(enum.Enum):
    HAPPY = "happy"
    SAD = "sad"


class User(Base):
    __tablename__ = "users"

    id: Mapped[intpk]
    name: Mapped[str50]
    nickname: Mapped[Optional[str]] = mapped_column(String(30), unique=True)
    mood: Mapped[Mood | None]
    created_at: Mapped[datetime.datetime] = mapped_column(server_default=func.now())
    posts: Mapped[list["Post"]] = relationship(back_populates="author")


class Post(Base):
    __tablename__ = "posts"

    id: Mapped[intpk]
    author_id: Mapped[int] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"), index=True)
    author: Mapped["User"] = relationship(back_populates="posts")
`);
    expect(tables).toEqual([
      {
        name: "users",
        columns: [
          { name: "id", type: { name: "Integer" }, primaryKey: true },
          { name: "name", type: { name: "String", length: 50 }, nullable: false },
          { name: "nickname", type: { name: "String", length: 30 }, nullable: true, unique: true },
          { name: "mood", type: { name: "Enum", values: ["HAPPY", "SAD"], enumName: "mood" }, nullable: true },
          {
            name: "created_at",
            type: { name: "DateTime" },
            nullable: false,
            serverDefault: { kind: "text", text: "now()" },
          },
        ],
        constraints: [],
        indexes: [],
      },
      {
        name: "posts",
        columns: [
          { name: "id", type: { name: "Integer" }, primaryKey: true },
          {
            name: "author_id",
            type: { name: "Integer" },
            nullable: false,
            index: true,
            foreignKeys: [{ target: "users.id", onDelete: "CASCADE" }],
          },
        ],
        constraints: [],
        indexes: [],
      },
    ]);
  });

  it("by mixins, declared attributes and table arguments", () => {
    const { tables, namingConvention } = metadataOf(`
from sqlalchemy import CheckConstraint, Column, DateTime, ForeignKey, Index, Integer, MetaData, String, UniqueConstraint, func
from sqlalchemy.orm import declarative_base, declared_attr

Base = declarative_base(metadata=MetaData(naming_convention={"pk": "pk_%(table_name)s"}))


class Timestamped:
    created_at = Column(DateTime, server_default=func.now())

    @declared_attr
    def owner_id(cls):
        return Column(Integer, ForeignKey("users.id"))

    @declared_attr
    def __tablename__(cls):
        return cls.__name__.lower() + "s"


class Note(Timestamped, Base):
    id = Column(Integer, primary_key=True)
    title = Column("heading", String(10))
    __table_args__ = (
        UniqueConstraint("heading", name="uq_heading"),
        CheckConstraint("heading <> ''", name="not_empty"),
        Index("ix_lower", func.lower(title)),
        {"schema": "app", "comment": "what was noted"},
    )
`);
    expect(namingConvention).toEqual({ pk: "pk_%(table_name)s" });
    expect(tables).toEqual([
      {
        name: "notes",
        schema: "app",
        comment: "what was noted",
        columns: [
          { name: "id", type: { name: "Integer" }, primaryKey: true },
          { name: "heading", type: { name: "String", length: 10 } },
          { name: "created_at", type: { name: "DateTime" }, serverDefault: { kind: "text", text: "now()" } },
          { name: "owner_id", type: { name: "Integer" }, foreignKeys: [{ target: "users.id" }] },
        ],
        constraints: [
          { kind: "unique", name: "uq_heading", columns: ["heading"] },
          { kind: "check", name: "not_empty", sqltext: "heading <> ''" },
        ],
        indexes: [{ name: "ix_lower", columns: [{ kind: "literalColumn", text: "lower(heading)" }] }],
      },
    ]);
  });

  it("by settings of a course: pydantic_settings, dotenv, packages and relative imports", () => {
    const { tables } = metadataOf("from app.models import Base\n", {
      ".env": "DATABASE_NAME=blog\nDATABASE_PORT=5432\n",
      "app/__init__.py": "",
      "app/config.py": `
from pydantic_settings import BaseSettings

class Settings(BaseSettings):
    database_name: str
    database_port: int
    debug: bool = False

    class Config:
        env_file = ".env"

settings = Settings()
assert settings.database_port == 5432
`,
      "app/models.py": `
import os
from typing import TYPE_CHECKING
from dotenv import load_dotenv
from sqlalchemy import Column, Integer
from .config import settings
from .database import Base

if TYPE_CHECKING:
    from nowhere import Nothing

load_dotenv()
assert os.environ["DATABASE_NAME"] == settings.database_name == os.getenv("DATABASE_NAME")

class Blog(Base):
    __tablename__ = settings.database_name
    id = Column(Integer, primary_key=True)
`,
      "app/database.py": "from sqlalchemy.ext.declarative import declarative_base\nBase = declarative_base()\n",
    });
    expect(tables.map(({ name }) => name)).toEqual(["blog"]);
  });
});
