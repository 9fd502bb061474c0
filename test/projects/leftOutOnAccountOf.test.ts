import { expect, it } from "vitest";
import { leftOutOnAccountOf } from "./leftOutOnAccountOf.ts";
import type { Failure } from "./runProject.ts";

const texts: Readonly<Record<string, string>> = {
  "1.py": "import celery\nop.create_table('jobs')",
  "2.py": "op.add_column('jobs', sa.Column('kind'))",
  "3.py": "op.drop_column('jobs', 'kind')",
  "4.py": "op.drop_table('users')",
};

function failure(path: string, sqlstate: string | null, reason: string): Failure {
  return { path, direction: "upgrade", reason, sqlstate, line: 1 };
}

it("follows what is missing from file to file, and nothing else", () => {
  const failures = [
    failure("2.py", "42P01", 'relation "jobs" does not exist'),
    failure("3.py", "42703", 'column "kind" of relation "jobs" does not exist'),
    failure("4.py", "42P01", 'table "users" does not exist'),
    failure("2.py", null, 'it has no name "jobs"'),
  ];
  const found = leftOutOnAccountOf(new Set(["1.py"]), failures, (path) => texts[path] ?? "");
  expect([...found]).toEqual(["2.py", "3.py"]);
  expect(leftOutOnAccountOf(new Set(), failures, (path) => texts[path] ?? "").size).toBe(0);
});
