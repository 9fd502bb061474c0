import type { ProjectTemplate } from "../../engine/commands/world.ts";

const texts: Readonly<Record<string, string>> = import.meta.glob("./templates/*/*", {
  query: "?raw",
  import: "default",
  eager: true,
});

function template(name: string): ProjectTemplate {
  const prefix = `./templates/${name}/`;
  const entries = Object.entries(texts).filter(([path]) => path.startsWith(prefix));
  return { name, files: Object.fromEntries(entries.map(([path, text]) => [path.slice(prefix.length), text])) };
}

/** What `alembic init` makes in a Python project. Source: alembic/templates. */
export const pythonTemplates: readonly ProjectTemplate[] = [
  "async",
  "generic",
  "multidb",
  "pyproject",
  "pyproject_async",
].map(template);
