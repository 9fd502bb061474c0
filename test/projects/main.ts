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
  const { files, upgraded, downgraded, failures } = await runProject(await openProjectDatabase(project.files), project);
  const needy = new Set(failures.filter(needsMore).map(({ path }) => path));
  const failed = failures.filter(({ path }) => !needy.has(path));
  const able = files - needy.size;
  const failedUp = new Set(failed.filter(({ direction }) => direction !== "downgrade").map(({ path }) => path)).size;
  const failedDown = new Set(failed.filter(({ direction }) => direction === "downgrade").map(({ path }) => path)).size;
  const seconds = ((performance.now() - begin) / 1000).toFixed(1);
  console.log(
    `${folder}: ${files} files, ${needy.size} need other packages; of ${able}: ${able - failedUp} up, ${able - failedDown} down (${upgraded} and ${downgraded} steps), ${seconds} s`,
  );
  for (const { path, direction, line, sqlstate, reason } of failures)
    console.log(`  ${direction} ${path}:${line ?? "?"} ${sqlstate ?? ""} ${reason.split("\n")[0] ?? ""}`);
}
process.exit(0);
