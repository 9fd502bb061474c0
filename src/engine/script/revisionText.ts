import type { Revision } from "./revision.ts";

export interface RevisionLineOptions {
  readonly includeBranches?: boolean;
  readonly includeDoc?: boolean;
  readonly includeParents?: boolean;
  /** "(branchpoint)" and "(mergepoint)"; default true. */
  readonly treeIndicators?: boolean;
  /** The database stands here. */
  readonly current?: boolean;
}

/** One line about a revision, as `history`, `heads`, `branches` and `current` print it. Branch labels are sorted. Source: Script._head_only. */
export function revisionLine(revision: Revision, options: RevisionLineOptions = {}): string {
  let text = revision.revision;
  if (options.includeParents) {
    const dependencies = revision.dependencies.length > 0 ? ` (${revision.dependencies.join(", ")})` : "";
    text = `${formatDownRevision(revision)}${dependencies} -> ${text}`;
  }
  if (options.includeBranches && revision.branchLabels.size > 0) text += ` (${sortedList(revision.branchLabels)})`;
  if (revision.isRealHead) text += " (head)";
  else if (revision.isHead) text += " (effective head)";
  if (options.current) text += " (current)";
  if (options.treeIndicators !== false) {
    if (revision.isBranchPoint) text += " (branchpoint)";
    if (revision.isMergePoint) text += " (mergepoint)";
  }
  if (options.includeDoc) text += `, ${revision.doc}`;
  return text;
}

/** The long form that `show` and `--verbose` print, ending in a line break. Source: Script.log_entry. */
export function revisionLogEntry(revision: Revision, current = false): string {
  const lines = [
    `Rev: ${revision.revision}${indicators(revision)}${current ? " (current)" : ""}`,
    `${revision.isMergePoint ? "Merges" : "Parent"}: ${formatDownRevision(revision)}`,
  ];
  if (revision.dependencies.length > 0) lines.push(`Also depends on: ${revision.dependencies.join(", ")}`);
  if (revision.isBranchPoint) lines.push(`Branches into: ${sortedList(revision.nextRevisions)}`);
  if (revision.branchLabels.size > 0) lines.push(`Branch names: ${sortedList(revision.branchLabels)}`);
  lines.push(`Path: ${revision.path ?? ""}`, "");
  const paragraphs = revision.longDoc === "" ? [] : revision.longDoc.split(/\r\n|\r|\n/);
  lines.push(paragraphs.map((line) => `    ${line}`).join("\n"));
  return `${lines.join("\n")}\n`;
}

/** A revision inside a warning. Source: Script.__str__. */
export function describeRevision(revision: Revision): string {
  return `${formatDownRevision(revision)} -> ${revision.revision}${indicators(revision)}, ${revision.doc}`;
}

function indicators(revision: Revision): string {
  return (
    (revision.isHead ? " (head)" : "") +
    (revision.isBranchPoint ? " (branchpoint)" : "") +
    (revision.isMergePoint ? " (mergepoint)" : "")
  );
}

function formatDownRevision(revision: Revision): string {
  return revision.isBase ? "<base>" : revision.downRevisions.join(", ");
}

function sortedList(names: Iterable<string>): string {
  return [...names].toSorted().join(", ");
}
