import { beforeEach, describe, expect, it } from "vitest";
import { openTestDatabase } from "../../database/openTestDatabase.ts";
import type { Project } from "../projectRunner.ts";
import { openScratchProject } from "./openScratchProject.ts";

let project: Project;
beforeEach(async () => {
  project = openScratchProject(await openTestDatabase());
});

function describePosts(content: string): void {
  project.files["models.py"] = `from sqlalchemy import Column, Integer, Text
from database import Base


class Post(Base):
    __tablename__ = "posts"

    id = Column(Integer, primary_key=True)
    content = ${content}
`;
}

describe("as Alembic, SQLAlchemy and Python say it", () => {
  it("a merge follows a tuple of revisions, and labels are a tuple", async () => {
    await project.run("alembic revision -m one --rev-id aaaa --branch-label left");
    await project.run("alembic revision -m two --rev-id bbbb --head base");
    await project.run("alembic merge heads -m both --rev-id cccc");
    expect(project.files["alembic/versions/aaaa_one.py"]).toContain("None] = ('left',)\n");
    expect(project.files["alembic/versions/cccc_both.py"]).toContain("None] = ('aaaa', 'bbbb')\n");
  });

  it("an enumerated type that inherits its schema is of the table's", async () => {
    project.files["models.py"] = `from sqlalchemy import ARRAY, Column, Enum, Integer
from database import Base


class Box(Base):
    __tablename__ = "boxes"
    __table_args__ = {"schema": "app"}

    id = Column(Integer, primary_key=True)
    kind = Column(Enum("big", "small", name="kind", inherit_schema=True))
    marks = Column(ARRAY(Enum("x", name="mark", inherit_schema=True)))
`;
    await project.run("alembic revision --autogenerate -m boxes --rev-id aaaa");
    const file = project.files["alembic/versions/aaaa_boxes.py"];
    expect(file).toContain("sa.Enum('big', 'small', name='kind', schema='app', inherit_schema=True)");
    expect(file).toContain("sa.ARRAY(sa.Enum('x', name='mark', schema='app', inherit_schema=True))");
    const { stdout } = await project.run("alembic upgrade head --sql");
    expect(stdout).toContain("CREATE TYPE app.kind AS ENUM ('big', 'small');");
    expect(stdout).toContain("    marks app.mark[], ");
  });

  it("a mistake that is found when an operation runs has one traceback", async () => {
    await project.run("alembic revision -m nameless --rev-id aaaa");
    const path = "alembic/versions/aaaa_nameless.py";
    project.files[path] = (project.files[path] ?? "").replace("pass", "op.drop_constraint(None, 'posts')");
    const { stderr } = await project.run("alembic upgrade head");
    expect(stderr.match(/Traceback/g)).toHaveLength(1);
    expect(stderr).toContain("    op.drop_constraint(None, 'posts')\n");
    expect(stderr).toContain("sqlalchemy.exc.CompileError: Can't emit DROP CONSTRAINT");
  });

  it.each([
    ["celery", "No file of the project is called celery. Of packages, Python's standard library"],
    ["alembic_utils.pg_function", "No file of the project is called alembic_utils."],
    ["app.tables", "The project has app, and no app.tables"],
    ["shared", "`prepend_sys_path = app` says that they do"],
  ])("import %s: what is not found is told with what helps", async (name, hint) => {
    project.files["app/shared.py"] = "";
    project.files["models.py"] = `import ${name}\n${project.files["models.py"] ?? ""}`;
    const { problem } = await project.run("alembic check");
    expect(problem?.message).toMatch(/^ModuleNotFoundError: No module named '/);
    expect(problem?.location).toMatchObject({ path: "models.py", line: 1 });
    expect(problem?.hint).toContain(hint);
  });

  it("imports begin where prepend_sys_path says, and nowhere else", async () => {
    const ini = project.files["alembic.ini"] ?? "";
    project.files["alembic.ini"] = ini.replace("prepend_sys_path = .\n", "");
    const { problem } = await project.run("alembic current");
    expect(problem?.message).toBe("ModuleNotFoundError: No module named 'config'");
    expect(problem?.location?.path).toBe("alembic/env.py");
    expect(problem?.hint).toContain("config.py is there, but imports do not begin in the project's folder.");
    for (const name of ["config.py", "database.py", "models.py"]) {
      project.files[`source/${name}`] = project.files[name] ?? "";
      delete project.files[name];
    }
    for (const paths of ["source", "%(here)s/source", "nowhere:source"]) {
      project.files["alembic.ini"] = ini.replace("prepend_sys_path = .\n", `prepend_sys_path = ${paths}\n`);
      expect((await project.run("alembic current")).problem).toBeUndefined();
    }
    project.files["pyproject.toml"] = '[tool.alembic]\nprepend_sys_path = ["%(here)s/source"]\n';
    project.files["alembic.ini"] = ini.replace("prepend_sys_path = .\n", "");
    expect((await project.run("alembic current")).problem).toBeUndefined();
  });

  it("a number as a revision is refused in Python's words, in its file", async () => {
    project.files["alembic/versions/1_first.py"] = "revision = 1\ndown_revision = None\n";
    const { problem } = await project.run("alembic history");
    expect(problem?.message).toBe("TypeError: 'int' object is not iterable");
    expect(problem?.location?.path).toBe("alembic/versions/1_first.py");
  });

  it("a comma behind a column is warned of, with its place", async () => {
    describePosts("Column(Text),");
    const { stderr } = await project.run("alembic check");
    expect(stderr).toContain(
      "/project/models.py:5: SAWarning: Ignoring declarative-like tuple value of attribute 'content': possibly a copy-and-paste error",
    );
  });

  it("a default that is no SQL is refused where the column is made", async () => {
    describePosts("Column(Text, server_default=0)");
    const { problem, stderr } = await project.run("alembic check");
    expect(problem?.location).toEqual({ path: "models.py", line: 9, column: 15 });
    expect(stderr).toContain(
      "sqlalchemy.exc.ArgumentError: Argument 'arg' is expected to be one of type '<class 'str'>'",
    );
  });

  it("types of other databases can be named, and are refused where PostgreSQL would need them", async () => {
    await project.run("alembic revision -m others --rev-id aaaa");
    const path = "alembic/versions/aaaa_others.py";
    const text = (project.files[path] ?? "").replace(
      "from alembic import op",
      "from alembic import op\nfrom sqlalchemy.dialects import mysql",
    );
    project.files[path] = text.replace(
      "pass",
      "op.create_table('t', sa.Column('a', sa.Text().with_variant(mysql.LONGTEXT(), 'mysql')))",
    );
    expect((await project.run("alembic upgrade head")).problem).toBeUndefined();
    project.files[path] = text.replace(/pass(?=\s*$)/, "op.add_column('t', sa.Column('b', mysql.TINYINT(1)))");
    const { problem } = await project.run("alembic downgrade base");
    expect(problem?.message).toContain(
      "UnsupportedCompilationError: Compiler PGTypeCompiler can't render element of type TINYINT",
    );
    expect(problem?.location?.path).toBe(path);
  });
});
