import type { LiteralValue } from "../../../../../engine/schema/sqlExpression.ts";
import { callHost } from "../../host.ts";
import type { Executable } from "./select.ts";

/** A statement as SQL with its values in it, in which nothing is a parameter any more. */
export function compileExecutable(
  statement: Executable,
  parameters: Readonly<Record<string, LiteralValue>> = {},
): string {
  return callHost("compileExpression", {
    statement: statement.toStatement(),
    literals: true,
    parameters,
    escaped: true,
  });
}

export function isExecutable(value: unknown): value is Executable {
  return typeof value === "object" && value !== null && "toStatement" in value;
}
