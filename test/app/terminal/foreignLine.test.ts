import { describe, expect, it } from "vitest";
import { localCommands } from "../../../src/app/terminal/runLocalCommand.ts";
import { foreignLine } from "../../../src/app/terminal/foreignLine.ts";

describe("a line that belongs elsewhere", () => {
  it.each([
    ["SELECT * FROM posts;", 'That is SQL: psql -c "SELECT * FROM posts" runs it here'],
    ["create unique index a on b (c)", 'psql -c "create unique index a on b (c)"'],
    ["CREATE EXTENSION IF NOT EXISTS citext;", "That is SQL"],
    ['drop table "Posts"', 'psql -c "…" runs it here'],
    ["UPDATE posts SET title = 'x'", "psql -c \"UPDATE posts SET title = 'x'\""],
    ["python -m alembic upgrade head", "Without what stands before it: alembic upgrade head"],
    ["DATABASE_URL=postgresql://u@h/d poetry run alembic current", "before it: alembic current"],
    ["uv run --frozen alembic history -v", "before it: alembic history -v"],
    ["docker compose exec -T web python3 -m alembic upgrade +1", "before it: alembic upgrade +1"],
    ["docker compose exec web alembic check", "before it: alembic check"],
    ['flask db migrate -m "add x"', 'Flask-Migrate calls Alembic: alembic revision --autogenerate -m "add x"'],
    ["flask db upgrade", "alembic upgrade head"],
    ["flask db downgrade base", "alembic downgrade base"],
    ["python manage.py makemigrations", 'Here it is: alembic revision --autogenerate -m "message"'],
    ["pip install alembic", "Nothing needs to be installed"],
    ["python app.py", "Only alembic can be started here"],
    ["cd alembic", "There is one folder"],
    ["git commit -m x", "There is no git here"],
  ])("%s", (line, says) => {
    expect(foreignLine(line)).toContain(says);
  });

  it.each([
    "alembic upgrade head",
    "alembic revision -m 'select a table'",
    "\\dt",
    "updat",
    "alembicc",
    "",
    "select-all",
  ])("is not: %s", (line) => {
    expect(foreignLine(line)).toBeNull();
  });

  it("is none of the commands that there are", () => {
    for (const { name } of localCommands) expect(foreignLine(name)).toBeNull();
  });
});
