import { readFileSync } from "node:fs";
import type { AlembicsOwn } from "./alembicsOwn.ts";
import { parseCase } from "./parseCase.ts";

interface ConformanceCase {
  readonly suite: string;
  readonly id: string;
}
type Outcome = string | null | AlembicsOwn;
type Runner = (conformanceCase: never) => Outcome | Promise<Outcome>;

const SHOWN_FAILURES = 30;

/** The runners of a suite; a case passes when all of them answer null. Loaded on first use, so that one broken suite leaves the others alone. */
const SUITES: Readonly<Record<string, () => Promise<readonly Runner[]>>> = {
  ops: async () => [await exported("./ops.ts", "runOpsCase"), await exported("./python.ts", "runPythonCase")],
  autogen: async () => {
    const createRunner = (await exported("./autogen.ts", "createAutogenRunner")) as unknown as () => Promise<
      Runner | { readonly run: Runner }
    >;
    const runner = await createRunner();
    return [
      typeof runner === "function" ? runner : (autogenCase) => runner.run(autogenCase),
      await exported("./python.ts", "runPythonCase"),
    ];
  },
  graph: async () => [await exported("./graph.ts", "runGraphCase")],
  cli: async () => [await exported("./cli.ts", "runCliCase")],
};

/** With `--python`: the same cases through Python code, run by CPython. */
const PYTHON_SUITES: typeof SUITES = {
  ops: async () => [await exported("./pythonOps.ts", "runPythonOpsCase")],
  autogen: async () => [await exported("./pythonAutogen.ts", "runPythonAutogenCase")],
  graph: async () => [],
  cli: async () => [await exported("./pythonCli.ts", "runPythonCliCase")],
};

const modules = import.meta.glob<Readonly<Record<string, unknown>>>([
  "./ops.ts",
  "./python.ts",
  "./autogen.ts",
  "./graph.ts",
  "./cli.ts",
  "./pythonOps.ts",
  "./pythonAutogen.ts",
  "./pythonCli.ts",
]);

async function exported(path: string, name: string): Promise<Runner> {
  const load = modules[path];
  if (load === undefined) throw new Error(`${path} is missing`);
  const value = (await load())[name];
  if (typeof value !== "function") throw new Error(`${path} does not export ${name}`);
  return value as Runner;
}

const loaded = new Map<string, Promise<readonly Runner[]>>();

function runnersOf(suite: string): Promise<readonly Runner[]> {
  const load = (throughPython ? PYTHON_SUITES : SUITES)[suite];
  if (load === undefined) throw new Error(`unknown suite ${JSON.stringify(suite)}`);
  const runners = loaded.get(suite) ?? load();
  loaded.set(suite, runners);
  return runners;
}

async function runCase(conformanceCase: ConformanceCase): Promise<Outcome> {
  try {
    for (const run of await runnersOf(conformanceCase.suite)) {
      const found = await run(conformanceCase as never);
      if (found !== null) return found;
    }
    return null;
  } catch (error) {
    return `cannot run: ${error instanceof Error ? `${error.name}: ${error.message}` : String(error)}`;
  }
}

function parseLine(line: string): ConformanceCase {
  try {
    return parseCase(line) as ConformanceCase;
  } catch {
    return { suite: "", id: line.slice(0, 60) };
  }
}

const throughPython = process.argv.includes("--python");
const options = process.argv.slice(2).filter((argument) => argument !== "--");
const files = options.filter((argument) => !argument.startsWith("--"));
const showAll = options.includes("--all");
if (files.length === 0) {
  console.error("usage: npm run conformance -- [--all] [--python] FILE...");
  process.exit(2);
}

let passed = 0;
let failed = 0;
const alembicsOwn = new Map<string, string[]>();
for (const file of files) {
  for (const line of readFileSync(file, "utf8").split("\n")) {
    if (line.trim() === "") continue;
    const conformanceCase = parseLine(line);
    const found = await runCase(conformanceCase);
    if (found === null) {
      passed++;
      continue;
    }
    if (typeof found === "object") {
      alembicsOwn.set(found.reason, [...(alembicsOwn.get(found.reason) ?? []), conformanceCase.id]);
      continue;
    }
    failed++;
    if (showAll || failed <= SHOWN_FAILURES) console.log(`${conformanceCase.id}: ${found}`);
  }
}
if (!showAll && failed > SHOWN_FAILURES) console.log(`... and ${failed - SHOWN_FAILURES} more (--all shows them)`);
for (const [reason, ids] of alembicsOwn) console.log(`not counted, ${ids.length}: ${reason}: ${ids.join(", ")}`);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
