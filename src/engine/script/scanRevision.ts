import type { RevisionScript } from "./revision.ts";

/**
 * What a revision file says of itself, read from its text without running it: for files that cannot run and files that may not yet.
 * Assignments must stand at the beginning of a line and hold literal strings, as generated files do. null: the text names no revision.
 */
export function scanRevision(text: string): RevisionScript | null {
  const revision = assigned(text, "revision")?.[0];
  if (revision === undefined) return null;
  return {
    revision,
    downRevision: assigned(text, "downRevision|down_revision"),
    branchLabels: assigned(text, "branchLabels|branch_labels"),
    dependsOn: assigned(text, "dependsOn|depends_on"),
    docstring: leadingText(text),
  };
}

/** The strings that a name is given; null where it is given none. */
function assigned(text: string, names: string): readonly string[] | null {
  const pattern = new RegExp(
    String.raw`^(?:export\s+)?(?:(?:const|let|var)\s+)?(?:${names})\b\s*(?::[^=\n]+)?=\s*(\[[^\]]*\]|\([^)]*\)|[^\n;]*)`,
    "mu",
  );
  const value = pattern.exec(text)?.[1];
  const strings = [...(value ?? "").matchAll(/(["'])((?:(?!\1)[^\\\n])*)\1/gu)].map(([, , content]) => content ?? "");
  return strings.length === 0 ? null : strings;
}

/** The comment or docstring that the file begins with. */
function leadingText(text: string): string | null {
  const match = /^\s*(?:\/\*\*?([\s\S]*?)\*\/|[rRuU]?("""|''')([\s\S]*?)\2)/u.exec(text);
  if (match === null) return null;
  if (match[3] !== undefined) return match[3];
  return (match[1] ?? "").replaceAll(/^[ \t]*\* ?/gmu, "");
}
