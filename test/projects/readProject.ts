import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative } from "node:path";

/** A project's Python files, path -> text, and the folder of its migrations, both relative to the folder that was read. */
export interface CheckedOutProject {
  readonly files: Readonly<Record<string, string>>;
  readonly scriptFolder: string;
}

const skipped = /(^|\/)(\.git|node_modules|__pycache__|tests?)(\/|$)/;
const largestFile = 1_000_000;

/** The first folder below that holds both `env.py` and `versions`. @throws Error when there is none */
export function readProject(folder: string): CheckedOutProject {
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => (path.endsWith(".py") || path === ".env") && !skipped.test(path))
    .sort();
  const env = paths.find(
    (path) => /(^|\/)env\.py$/.test(path) && paths.some((other) => other.startsWith(versionsOf(path))),
  );
  if (env === undefined) throw new Error(`${folder} holds no env.py with a folder "versions" beside it`);
  const files = paths
    .filter((path) => statSync(join(folder, path)).size < largestFile)
    .map((path) => [relative("", path), readFileSync(join(folder, path), "utf8")] as const);
  return { files: Object.fromEntries(files), scriptFolder: dirname(env) };
}

function versionsOf(env: string): string {
  return join(dirname(env), "versions/");
}
