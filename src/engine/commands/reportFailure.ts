import { CommandError, DatabaseError, ProgramError, type SourceLocation } from "../errors.ts";
import { RevisionError } from "../script/revisionErrors.ts";
import { databaseErrorText } from "./databaseErrorText.ts";
import { hintFor } from "./hintFor.ts";
import type { CommandProblem } from "./world.ts";

/** What an exception that ends a command says: its lines for the terminal and its problem for the editor. */
export interface Failure {
  readonly text: string;
  readonly problem: CommandProblem;
}

/**
 * Where it happened first, then the exception as Python prints the last line of a traceback.
 * @param location where the user's file asked for what failed, when the error does not know
 */
export function reportFailure(error: unknown, location: SourceLocation | undefined): Failure {
  if (error instanceof DatabaseError) {
    const { fields, sql } = error;
    const problem: CommandProblem = {
      severity: "error",
      message: fields.message,
      ...hinted(error),
      ...placed(location),
      database: fields,
      sql,
    };
    return { text: `${placeLine(location)}${databaseErrorText(error)}\n`, problem };
  }
  if (error instanceof ProgramError) {
    const place = error.location ?? location;
    const frames = error.frames
      .filter((frame) => !samePlace(frame, place))
      .map((frame) => `    called from ${placeText(frame)}\n`);
    const last = error.message === "" ? error.type : `${error.type}: ${error.message}`;
    return {
      text: `${placeLine(place)}${frames.join("")}${last}\n`,
      problem: { severity: "error", message: last, ...hinted(error), ...placed(place) },
    };
  }
  const type = error instanceof CommandError ? `alembic.util.exc.${error.name}` : pythonType(error);
  const message = error instanceof Error ? error.message : String(error);
  const last = message === "" ? type : `${type}: ${message}`;
  return {
    text: `${placeLine(location)}${last}\n`,
    problem: {
      severity: "error",
      message: error instanceof CommandError ? message : last,
      ...hinted(error),
      ...placed(location),
    },
  };
}

function pythonType(error: unknown): string {
  if (typeof error === "object" && error !== null && "pythonType" in error && typeof error.pythonType === "string")
    return error.pythonType;
  if (error instanceof RevisionError) return `alembic.script.revision.${error.name}`;
  return error instanceof Error ? error.name : "Exception";
}

function hinted(error: unknown): { readonly hint?: string } {
  const hint = hintFor(error);
  return hint === undefined ? {} : { hint };
}

function placed(location: SourceLocation | undefined): { readonly location?: SourceLocation } {
  return location === undefined ? {} : { location };
}

function placeLine(location: SourceLocation | undefined): string {
  return location === undefined ? "" : `At ${placeText(location)}:\n`;
}

function placeText(location: SourceLocation): string {
  return `${location.path}:${location.line}:${location.column}`;
}

function samePlace(left: SourceLocation, right: SourceLocation | undefined): boolean {
  return right !== undefined && left.path === right.path && left.line === right.line && left.column === right.column;
}
