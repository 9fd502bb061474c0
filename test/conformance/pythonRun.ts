import type { OperationsHost, Program } from "../../src/engine/program.ts";
import { openPythonProgram } from "../../src/languages/python/pythonProgram.ts";
import { openTestInterpreter } from "../languages/python/openTestInterpreter.ts";

const timeLimit = 20_000;
const header = `from alembic import op
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql

revision = "case"
down_revision = None

`;

/** A program of the given files, run by real CPython. */
export async function openCaseProgram(files: Readonly<Record<string, string>>): Promise<Program> {
  return openPythonProgram({
    interpreter: await openTestInterpreter(),
    files: { read: (path) => files[path] ?? null, list: () => Object.keys(files) },
    timeLimit,
    now: () => performance.now(),
    print: () => undefined,
  });
}

/** A revision whose functions hold recorded bodies; lines after the first may be indented already. */
export function revisionText(upgrade: string, downgrade = "pass", imports: readonly string[] = []): string {
  return `${imports.join("\n")}\n${header}\ndef upgrade():\n    ${upgrade}\n\n\ndef downgrade():\n    ${downgrade}\n`;
}

/** Runs a recorded body on a host. @throws what it throws */
export async function runBody(body: string, host: OperationsHost): Promise<void> {
  const program = await openCaseProgram({ "case.py": revisionText(body.replaceAll("\n", "\n    ")) });
  program.callMigration("case.py", "upgrade", host);
}
