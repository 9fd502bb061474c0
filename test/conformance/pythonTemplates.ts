import type { ProjectTemplate } from "../../src/engine/commands/world.ts";

const files = {
  "alembic.ini": "[alembic]\nscript_location = ${script_location}\n",
  "env.py": "",
  "script.py.mako": "",
};

const pyproject = { ...files, "pyproject.toml": '[tool.alembic]\nscript_location = "${script_location}"\n' };

/** Alembic's templates: their synopses, and the names of the files that `init` makes from them. */
export const pythonTemplates: readonly ProjectTemplate[] = [
  { name: "async", files: { ...files, README: "Generic single-database configuration with an async dbapi." } },
  { name: "generic", files: { ...files, README: "Generic single-database configuration." } },
  { name: "multidb", files: { ...files, README: "Rudimentary multi-database configuration.\n" } },
  {
    name: "pyproject",
    files: { ...pyproject, README: "pyproject configuration, based on the generic configuration." },
  },
  { name: "pyproject_async", files: { ...pyproject, README: "pyproject configuration, with an async dbapi." } },
];
