import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { readFolder } from "../../scripts/vite/readCourses.ts";
import { starters } from "../../src/workspace/starters/starters.ts";
import { openTestDatabase } from "../database/openTestDatabase.ts";
import { openPythonProject } from "../languages/python/openPythonProject.ts";
import { openProject } from "../languages/typescript/openProject.ts";

const base = (name: string) => readFolder(fileURLToPath(new URL(`../../lessons/bases/${name}`, import.meta.url)));

it.each([
  ["typescript", openProject, ""],
  ["python", openPythonProject, ".python"],
] as const)(
  'in %s the base "fresh" is what alembic init makes of the base "plain"',
  async (_language, open, suffix) => {
    const { connection } = await openTestDatabase();
    const project = open(connection, base(`plain${suffix}`));
    expect((await project.run("alembic init alembic")).exitCode).toBe(0);
    expect(project.files).toEqual({ "alembic/": "", ...base(`fresh${suffix}`) });
  },
);

it.each([
  ["scratch", "posts", "alembic/env.ts"],
  ["scratch-python", "posts.python", "alembic/env.py"],
  ["scratch-python", "posts.python", "alembic.ini"],
])("of the starter %s the base %s has the same %s", (id, name, path) => {
  const starter = starters.find((candidate) => candidate.id === id);
  expect(starter?.files[path]).toBeDefined();
  expect(base(name)[path]).toBe(starter?.files[path]);
});
