import { compileOperation } from "../../src/engine/ddl/compileOperation.ts";
import type { CompileContext } from "../../src/engine/ddl/compileContext.ts";
import { ProgramError } from "../../src/engine/errors.ts";
import type { Operation } from "../../src/engine/operations/operation.ts";
import type { OperationsHost } from "../../src/engine/program.ts";
import { createRenderContext } from "../../src/languages/python/render/pythonRenderContext.ts";
import { renderPythonOperation } from "../../src/languages/python/render/renderOperation.ts";
import type { AlembicsOwn } from "./alembicsOwn.ts";
import { asCaseJson, isCaseJson } from "./caseJson.ts";
import { compareSql } from "./ops.ts";
import { runBody } from "./pythonRun.ts";

/** A case's `python` text, executed: null where its SQL is as recorded, and why it cannot be where Alembic's own text falls short. */
export async function runPythonOpsCase(value: unknown): Promise<string | null | AlembicsOwn> {
  const json = asCaseJson(value);
  if (json["error"] !== undefined) return { reason: "Alembic refuses the operation, and there is no text" };
  if (json["python"] === undefined) return { reason: "Alembic has no renderer for the operation" };
  if (json["python_invalid"] === true) return { reason: "Alembic writes what is no Python" };
  const convention = json["naming_convention"];
  const context: CompileContext = {
    mode: "offline",
    createdTypes: new Set(),
    ...(isCaseJson(convention) ? { namingConvention: convention as Readonly<Record<string, string>> } : {}),
  };
  const operations: Operation[] = [];
  const host: OperationsHost = {
    invoke: (operation) => {
      operations.push(operation);
    },
    execute: () => ({ columns: [], rows: [], command: "", rowCount: 0, notices: [] }),
    beginAutocommitBlock: () => undefined,
    endAutocommitBlock: () => undefined,
  };
  const python = String(json["python"]);
  try {
    await runBody(python, host);
  } catch (error) {
    if (isInvalidPython(python, error))
      return { reason: "Alembic writes the type inside of a DOMAIN without `sa.`, a NameError there as well" };
    return error instanceof Error
      ? `${"type" in error ? String(error.type) : error.name}: ${error.message}`
      : String(error);
  }
  const found = compareSql("python", json["sql"], compiled(operations, context), json["free_order"]);
  if (found === null || !isWritten(operations, python)) return found;
  return { reason: "Alembic's text leaves out part of the operation; executed and written again it is the same text" };
}

function compiled(operations: readonly Operation[], context: CompileContext): readonly string[] | Error {
  try {
    return operations.flatMap((operation) => compileOperation(operation, context).map((statement) => statement.sql));
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

/** Alembic writes the type inside of a DOMAIN without `sa.`: a NameError in Alembic as well. */
export function isInvalidPython(python: string, error: unknown): boolean {
  return python.includes("postgresql.DOMAIN(") && error instanceof ProgramError && error.type === "NameError";
}

/**
 * Alembic's text leaves out some of what an operation says (a column's flags in add_column, `existing_server_default`, options of checks):
 * then it cannot give the SQL. What was executed is the text when writing it again gives the text.
 */
function isWritten(operations: readonly Operation[], python: string): boolean {
  const context = createRenderContext({});
  const written = operations.flatMap((operation) => renderPythonOperation(operation, context)).join("\n");
  return written === python;
}
