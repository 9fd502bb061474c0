import { CommandError } from "../errors.ts";
import { formatIdentifier } from "./formatIdentifier.ts";
import type { RevisionIdentifier } from "./revision.ts";
import { MultipleHeads, RangeNotAncestorError, ResolutionError, RevisionError } from "./revisionErrors.ts";

/** Texts in place of the usual ones; both may say `%(end)s`, `ancestor` also `%(start)s`, `multipleHeads` also `%(head_arg)s`. */
export interface RevisionErrorTexts {
  readonly ancestor?: string;
  readonly multipleHeads?: string;
  readonly start?: RevisionIdentifier;
  readonly end?: RevisionIdentifier;
  readonly resolution?: string;
}

const ANCESTOR =
  "Requested range %(start)s:%(end)s does not refer to ancestor/descendant revisions along the same branch";
const MULTIPLE_HEADS =
  "Multiple head revisions are present for given argument '%(head_arg)s'; please specify a specific target revision, " +
  "'<branchname>@%(head_arg)s' to narrow to a specific head, or 'heads' for all heads";

/**
 * Runs a question to the map and words its errors for the command line. Source: ScriptDirectory._catch_revision_errors.
 * @throws CommandError in place of every RevisionError
 */
export function catchRevisionErrors<T>(texts: RevisionErrorTexts, run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (error instanceof RevisionError) throw new CommandError(commandText(error, texts), { cause: error });
    throw error;
  }
}

function commandText(error: RevisionError, texts: RevisionErrorTexts): string {
  if (error instanceof RangeNotAncestorError) {
    return fill(texts.ancestor ?? ANCESTOR, {
      start: valueText(texts.start ?? error.lower),
      end: valueText(texts.end ?? error.upper),
    });
  }
  if (error instanceof MultipleHeads) {
    const argument =
      texts.end === undefined || texts.end === null || texts.end.length === 0
        ? error.argument
        : formatIdentifier(texts.end);
    return fill(texts.multipleHeads ?? MULTIPLE_HEADS, { head_arg: argument, heads: error.heads.join(", ") });
  }
  if (error instanceof ResolutionError)
    return texts.resolution ?? `Can't locate revision identified by '${error.argument}'`;
  return error.message;
}

function valueText(id: RevisionIdentifier): string {
  if (id === null) return "None";
  return id.length === 0 && typeof id !== "string" ? "()" : id.length === 0 ? "" : formatIdentifier(id);
}

function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/%\((\w+)\)s/g, (_, name: string) => values[name] ?? "");
}
