import type { ProjectTemplate } from "../../src/engine/commands/world.ts";

const files = {
  README: "Generic single-database configuration.",
  "alembic.ini": "[alembic]\nscript_location = ${script_location}\n",
  "env.py": "",
  "script.py.mako": "",
};

/** The names of Alembic's templates, each with the files that `init` makes from it. */
export const pythonTemplates: readonly ProjectTemplate[] = ["async", "generic", "multidb", "pyproject", "pyproject_async"].map((name) => ({ name, files }));
