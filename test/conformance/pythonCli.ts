import { readFileSync } from "node:fs";
import { renderPythonOperations } from "../../src/languages/python/render/renderPythonOperations.ts";
import { createPythonProgram } from "../../src/languages/python/pythonProgram.ts";
import { pythonTemplates } from "../../src/languages/python/pythonTemplates.ts";
import { openTestInterpreter } from "../languages/python/openTestInterpreter.ts";
import type { CliCase, CliProject, CliRevision } from "./cliCase.ts";
import { createCliRunner, projectFiles } from "./cli.ts";
import { generatedDocstring } from "./cliProgram.ts";
import { decodeOperation } from "./decode.ts";

const decoder = readFileSync(new URL("python/decode_case.py", import.meta.url), "utf8");
const generic = pythonTemplates.find((template) => template.name === "generic")?.files ?? {};

let runner: Promise<(testCase: CliCase) => string | null> | null = null;

/** A case whose project is Python throughout: env.py and script.py.mako of `init`, revisions written as Alembic writes them. */
export async function runPythonCliCase(testCase: CliCase): Promise<string | null> {
  runner ??= openTestInterpreter().then((interpreter) =>
    createCliRunner({
      templates: pythonTemplates,
      files: pythonFiles,
      openProgram: (_project, files, print) =>
        createPythonProgram({ interpreter, files, timeLimit: 20_000, now: () => performance.now(), print }),
      readWrittenRevision: readRevision,
    }),
  );
  return (await runner)(testCase);
}

function pythonFiles(project: CliProject): Readonly<Record<string, string>> {
  if (project.bare === true) return project.files ?? {};
  const env = generic["env.py"] ?? "";
  const ini = projectFiles(project)["alembic.ini"] ?? "";
  const files: Record<string, string> = {
    ...projectFiles(project),
    "alembic.ini": ini.slice(0, ini.indexOf("[loggers]")) + loggingOf(generic["alembic.ini"] ?? ""),
    "migrations/env.py":
      project.metadata === undefined
        ? env
        : env.replace("target_metadata = None", "from decode_case import target_metadata"),
    "migrations/script.py.mako": generic["script.py.mako"] ?? "",
    ...(project.metadata === undefined
      ? {}
      : { "case.json": JSON.stringify(project.metadata), "decode_case.py": decoder }),
  };
  for (const revision of project.revisions ?? []) files[revision.file] = revisionText(revision);
  return { ...files, ...project.files };
}

function loggingOf(ini: string): string {
  return ini.slice(ini.indexOf("[loggers]"));
}

function revisionText(revision: CliRevision): string {
  const docstring = revision.docstring === undefined ? generatedDocstring(revision) : revision.docstring;
  const body = (operations: readonly unknown[] = []) =>
    renderPythonOperations(operations.map((operation) => decodeOperation(operation))).body;
  return `${docstring === null ? "" : pythonDocstring(docstring)}from alembic import op
import sqlalchemy as sa

revision = ${JSON.stringify(revision.revision)}
down_revision = ${python(revision.down_revision)}
branch_labels = ${python(revision.branch_labels)}
depends_on = ${python(revision.depends_on)}


def upgrade() -> None:
    ${body(revision.upgrade)}


def downgrade() -> None:
    ${body(revision.downgrade)}
`;
}

function pythonDocstring(text: string): string {
  return `"""${text.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"""\n`;
}

function python(value: unknown): string {
  return value === null || value === undefined ? "None" : JSON.stringify(value);
}

/** What a rendered file says, read from its text. */
function readRevision(text: string): Readonly<Record<string, unknown>> {
  const docstring = /^"""([\s\S]*?)\n\nRevision ID: (.*)\nRevises: (.*)\nCreate Date: (.*)\n\n"""\n/.exec(text);
  const assigned = (name: string): unknown => fromPython(new RegExp(`^${name}: [^=]+ = (.*)$`, "m").exec(text)?.[1]);
  const imports = /import sqlalchemy as sa\n([\s\S]*?)\n\n# revision identifiers/.exec(text)?.[1] ?? "";
  const body = (name: string): string =>
    new RegExp(`def ${name}\\(\\) -> None:\\n    """.*"""\\n    ([\\s\\S]*?)(?:\\n\\n\\n|\\n$)`).exec(text)?.[1] ?? "";
  const filled = (value: string): string => (value === "pass" ? "" : value);
  return {
    message: docstring?.[1],
    up_revision: assigned("revision"),
    down_revision: assigned("down_revision"),
    revises: docstring?.[3],
    create_date: docstring?.[4],
    branch_labels: assigned("branch_labels"),
    depends_on: assigned("depends_on"),
    imports,
    upgrades: filled(body("upgrade")),
    downgrades: filled(body("downgrade")),
  };
}

function fromPython(text: string | undefined): unknown {
  if (text === undefined || text === "None") return text === undefined ? undefined : null;
  return JSON.parse(text.replace(/^\((.*?),?\)$/, "[$1]").replaceAll("'", '"'));
}
