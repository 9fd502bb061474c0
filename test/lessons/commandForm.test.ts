import { expect, it } from "vitest";
import { matchesCommand } from "../../src/lessons/checks/pattern.ts";

it.each([
  ["alembic current *", "alembic current --verbose"],
  ["alembic -n stats history*", "alembic  --name=stats history"],
  ["alembic upgrade head --sql", "alembic upgrade --sql head"],
  ['psql -c "SELECT content FROM posts*"', "psql -c 'select content from posts;'"],
  ["\\d posts*", 'psql -c "\\d posts"'],
  ["\\dT*", "\\dT+"],
  ['psql -d stats -c "\\d visits*', 'psql --dbname=stats -c "\\d+ visits"'],
  ['psql -c "\\dt"', "\\dt;"],
])("%s means %s", (pattern, line) => expect(matchesCommand(pattern, line)).toBe(true));

it.each([
  ["alembic upgrade head", "alembic upgrade heads"],
  ["alembic current *", "alembic current"],
  ["alembic upgrade head", "alembic upgrade head --sql"],
  ["\\dT*", "\\dt"],
  ['psql -c "\\dt"', 'psql -d stats -c "\\dt"'],
])("%s does not mean %s", (pattern, line) => expect(matchesCommand(pattern, line)).toBe(false));
