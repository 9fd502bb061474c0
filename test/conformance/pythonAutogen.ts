import { readFileSync } from "node:fs";
import type { ConfigureOptions, EnvironmentHost, OperationsHost } from "../../src/engine/program.ts";
import type { Operation } from "../../src/engine/operations/operation.ts";
import type { MetaData } from "../../src/engine/schema/metadata.ts";
import type { PythonInterpreter } from "../../src/languages/python/interpreter.ts";
import { createPythonProgram } from "../../src/languages/python/pythonProgram.ts";
import { openTestInterpreter } from "../languages/python/openTestInterpreter.ts";
import { createAutogenRunner, type AutogenCase } from "./autogen.ts";
import { ExactNumber } from "./exactNumber.ts";
import { revisionText } from "./pythonRun.ts";

const folder = new URL("python/", import.meta.url);
const decoder = readFileSync(new URL("decode_case.py", folder), "utf8");
const env = readFileSync(new URL("env.py", folder), "utf8");
const noAnswer = { columns: [], rows: [], command: "", rowCount: 0, notices: [] };

let runner: Promise<(recorded: AutogenCase) => string | null> | null = null;

/** A case whose metadata is built by Python code and whose recorded Python is what is executed. */
export async function runPythonAutogenCase(recorded: AutogenCase): Promise<string | null> {
  runner ??= openTestInterpreter().then((interpreter) =>
    createAutogenRunner({
      metadata: ({ metadata }) => metadataOf(interpreter, metadata),
      upgrade: ({ upgrade_python: text = "pass", imports }) => operationsOf(interpreter, text, imports),
      downgrade: ({ downgrade_python: text = "pass", imports }) => operationsOf(interpreter, text, imports),
    }),
  );
  return (await runner)(recorded);
}

function programOf(interpreter: PythonInterpreter, files: Readonly<Record<string, string>>) {
  return createPythonProgram({
    interpreter,
    files: { read: (path) => files[path] ?? null, list: () => Object.keys(files) },
    timeLimit: 20_000,
    now: () => performance.now(),
    print: () => undefined,
  });
}

function metadataOf(interpreter: PythonInterpreter, metadata: unknown): MetaData {
  const files = { "case.json": exactJson(metadata), "decode_case.py": decoder, "env.py": env };
  let given: ConfigureOptions = {};
  const host = {
    configure: (options: ConfigureOptions) => {
      given = options;
    },
    runMigrations: () => undefined,
    isOfflineMode: () => false,
    getMainOption: () => null,
  } as Partial<EnvironmentHost> as EnvironmentHost;
  programOf(interpreter, files).runEnvironment("env.py", host);
  return given.targetMetadata as MetaData;
}

/** JSON with the numbers as the case has them. */
function exactJson(value: unknown): string {
  const text = JSON.stringify(value, (_key, item: unknown) =>
    item instanceof ExactNumber ? `exact number ${item.text}` : item,
  );
  return text.replaceAll(/"exact number ([^"]*)"/g, "$1");
}

function operationsOf(
  interpreter: PythonInterpreter,
  body: string,
  imports: readonly string[] | undefined,
): readonly Operation[] {
  const operations: Operation[] = [];
  const host: OperationsHost = {
    invoke: (operation) => {
      operations.push(operation);
    },
    execute: () => noAnswer,
    beginAutocommitBlock: () => undefined,
    endAutocommitBlock: () => undefined,
  };
  programOf(interpreter, { "case.py": revisionText(body, "pass", imports) }).callMigration("case.py", "upgrade", host);
  return operations;
}
