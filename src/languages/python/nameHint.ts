/**
 * What helps where a name is not defined that is a module of the project: autogenerate writes `app.types.Email()`, and nobody its import.
 * @param message Python's own, `name 'app' is not defined`
 * @param paths of the project's files
 */
export function nameHint(message: string, paths: readonly string[]): string | undefined {
  const name = /^name '(\w+)' is not defined/.exec(message)?.[1];
  if (name === undefined) return undefined;
  const found = paths.find(
    (path) => path === `${name}.py` || path.endsWith(`/${name}.py`) || path.startsWith(`${name}/`),
  );
  if (found === undefined) return name === "sqlmodel" ? importHint(name, "sqlmodel is there") : undefined;
  return importHint(name, `${found.startsWith(`${name}/`) ? `${name}/` : found} is there`);
}

function importHint(name: string, what: string): string {
  return `${what}, and this file does not import it: \`import ${name}\`. Autogenerate names where a type is from; \`import ${name}\` in script.py.mako brings the line into every new revision.`;
}
