/**
 * What helps where a module is not found: imports begin somewhere else than the project's file, or it is a package that is not here.
 * @param message Python's own, `No module named 'app.models'`
 * @param paths of the project's files
 */
export function moduleHint(message: string, paths: readonly string[]): string | undefined {
  const name = /^No module named '([\w.]+)'/.exec(message)?.[1];
  if (name === undefined) return undefined;
  const file = name.replaceAll(".", "/");
  const top = name.split(".")[0] ?? name;
  const found = paths.find((path) =>
    [`${file}.py`, `${file}/__init__.py`].some((end) => `/${path}`.endsWith(`/${end}`)),
  );
  if (found !== undefined) {
    const folder = found.slice(0, found.lastIndexOf(file)).replace(/\/$/, "");
    const [place, entry] = folder === "" ? ["the project's folder", "."] : [folder, folder];
    return `${found} is there, but imports do not begin in ${place}. In alembic.ini, \`prepend_sys_path = ${entry}\` says that they do.`;
  }
  if (paths.some((path) => `/${path}`.includes(`/${top}/`) || `/${path}`.endsWith(`/${top}.py`)))
    return `The project has ${top}, and no ${name}: look at the name, and at what is in the folder.`;
  return `No file of the project is called ${top}. Of packages, Python's standard library, alembic and sqlalchemy are here, with stand-ins for dotenv, psycopg2, pydantic, pydantic_settings and sqlmodel; what a revision needs of ${top} has to be written into it.`;
}
