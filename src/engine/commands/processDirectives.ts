import { ProgramError } from "../errors.ts";
import { functionContext } from "../autogenerate/functionArguments.ts";
import type { ConfigureOptions } from "../program.ts";
import type { RevisionDirective } from "../userFunctions.ts";

/**
 * The revision files to write: what env's `processRevisionDirectives` makes of the one that the command asked for.
 * Source: alembic.autogenerate.api.RevisionContext.
 * @throws ProgramError when the function answers something else than a list of directives
 */
export function processDirectives(
  { processRevisionDirectives }: ConfigureOptions,
  heads: readonly string[],
  directive: RevisionDirective,
  newId: () => string,
): readonly RevisionDirective[] {
  const answer = processRevisionDirectives?.(functionContext, heads, [directive]) ?? null;
  if (answer === null) return [directive];
  if (!Array.isArray(answer)) throw wrongAnswer("a list of directives");
  return answer.map((item: unknown, index) =>
    readDirective(item, index === 0 ? directive : { ...directive, revisionId: newId() }),
  );
}

const OPTIONAL_TEXTS = ["message", "branchLabel", "versionPath"] as const;
const LISTS = ["upgradeOps", "downgradeOps", "imports", "dependsOn"] as const;

/** A directive of the answer; what it leaves out is as in `given`. */
function readDirective(item: unknown, given: RevisionDirective): RevisionDirective {
  if (typeof item !== "object" || item === null || Array.isArray(item)) throw wrongAnswer("directives in its list");
  const directive: RevisionDirective = { ...given, ...item };
  if (typeof directive.revisionId !== "string" || directive.revisionId === "")
    throw wrongAnswer("a text as revisionId");
  for (const key of OPTIONAL_TEXTS)
    if (directive[key] !== null && typeof directive[key] !== "string") throw wrongAnswer(`text or null as ${key}`);
  for (const key of LISTS) if (!Array.isArray(directive[key])) throw wrongAnswer(`a list as ${key}`);
  for (const operation of [...directive.upgradeOps, ...directive.downgradeOps] as readonly unknown[])
    if (typeof operation !== "object" || operation === null || !("kind" in operation))
      throw wrongAnswer("operations with a kind");
  return directive;
}

function wrongAnswer(expected: string): ProgramError {
  return new ProgramError("TypeError", `processRevisionDirectives must return ${expected}`);
}
