import { leftOutOnAccountOf } from "./leftOutOnAccountOf.ts";
import { openProjectDatabase } from "./openProjectDatabase.ts";
import { readProject } from "./readProject.ts";
import { runProject, type Failure } from "./runProject.ts";

/** `npm run projects -- FOLDER...`: the migrations of checked-out projects, each file up and down. */
const folders = process.argv.slice(2).filter((argument) => argument !== "--");
if (folders.length === 0) {
  console.error("usage: npm run projects -- FOLDER...");
  process.exit(2);
}

/** A package that the page does not have: no fault of Alembic's part. */
function needsMore({ reason, direction }: Failure): boolean {
  return direction === "load"
    ? /^(ModuleNotFoundError|ImportError)/.test(reason)
    : reason.startsWith("ModuleNotFoundError");
}

for (const folder of folders) {
  const project = readProject(folder);
  const begin = performance.now();
  const { files, versions, upgraded, downgraded, failures } = await runProject(
    await openProjectDatabase(project.files),
    project,
  );
  const needy = new Set(failures.filter(needsMore).map(({ path }) => path));
  const failed = failures.filter(({ path }) => !needy.has(path));
  const able = files - needy.size;
  const up = failed.filter(({ direction }) => direction !== "downgrade");
  const down = failed.filter(({ direction }) => direction === "downgrade");
  const textOf = (path: string) => project.files[versions + path] ?? "";
  const upMissing = leftOutOnAccountOf(needy, up, textOf);
  const downMissing = leftOutOnAccountOf(new Set([...needy, ...upMissing]), down, textOf);
  const count = (some: readonly Failure[]) => new Set(some.map(({ path }) => path)).size;
  const seconds = ((performance.now() - begin) / 1000).toFixed(1);
  console.log(
    `${folder}: ${files} files, ${needy.size} need other packages; of ${able}: ${able - count(up)} up, ${able - count(down)} down (${upgraded} and ${downgraded} steps), ${seconds} s`,
  );
  if (needy.size > 0)
    console.log(
      `  ${upMissing.size} of the ${count(up)} that did not go up, and ${downMissing.size} of the ${count(down)} that did not go down, miss what a file names that needs other packages`,
    );
  for (const { path, direction, line, sqlstate, reason } of failures)
    console.log(`  ${direction} ${path}:${line ?? "?"} ${sqlstate ?? ""} ${reason.split("\n")[0] ?? ""}`);
}
process.exit(0);
