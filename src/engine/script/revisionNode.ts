import type { Revision, RevisionScript } from "./revision.ts";
import { DependencyLoopDetected, LoopDetected, RevisionError } from "./revisionErrors.ts";

type NameList = string | readonly string[] | null | undefined;

/** A revision while its map is being loaded; loading fills in what depends on the other revisions. */
export class RevisionNode implements Revision {
  readonly revision: string;
  readonly downRevisions: readonly string[];
  readonly dependencies: readonly string[];
  readonly ownBranchLabels: readonly string[];
  readonly branchLabels: Set<string>;
  readonly nextRevisions = new Set<string>();
  readonly allNextRevisions = new Set<string>();
  resolvedDependencies: readonly string[] = [];
  normalizedDependencies: readonly string[] = [];
  allDownRevisions: readonly string[] = [];
  normalizedDownRevisions: readonly string[] = [];
  readonly longDoc: string;
  readonly path: string | null;

  constructor(script: RevisionScript) {
    this.revision = script.revision;
    this.downRevisions = toList(script.downRevision);
    this.dependencies = toList(script.dependsOn);
    if (this.downRevisions.includes(this.revision)) throw new LoopDetected(this.revision);
    if (this.dependencies.includes(this.revision)) throw new DependencyLoopDetected(this.revision);
    verifyRevisionId(this.revision);
    this.ownBranchLabels = toList(script.branchLabels);
    this.branchLabels = new Set(this.ownBranchLabels);
    this.longDoc = script.docstring?.trim() ?? "";
    this.path = script.path ?? null;
  }

  get isHead(): boolean {
    return this.nextRevisions.size === 0;
  }
  get isRealHead(): boolean {
    return this.allNextRevisions.size === 0;
  }
  get isBase(): boolean {
    return this.downRevisions.length === 0;
  }
  get isRealBase(): boolean {
    return this.isBase && this.dependencies.length === 0;
  }
  get isBranchPoint(): boolean {
    return this.nextRevisions.size > 1;
  }
  get isRealBranchPoint(): boolean {
    return this.allNextRevisions.size > 1;
  }
  get isMergePoint(): boolean {
    return this.downRevisions.length > 1;
  }
  get doc(): string {
    return this.longDoc.split("\n\n", 1)[0] ?? "";
  }

  addNext(next: RevisionNode): void {
    this.allNextRevisions.add(next.revision);
    if (next.downRevisions.includes(this.revision)) this.nextRevisions.add(next.revision);
  }
}

function toList(names: NameList): readonly string[] {
  if (names === null || names === undefined) return [];
  return typeof names === "string" ? [names] : names;
}

/**
 * Refuses the characters that revision identifiers give a meaning to: `@`, `-`, `+` and `:`.
 * @throws RevisionError
 */
export function verifyRevisionId(id: string): void {
  const illegal = [...new Set(id)].filter((character) => "@-+:".includes(character)).toSorted();
  if (illegal.length > 0) {
    throw new RevisionError(`Character(s) '${illegal.join(", ")}' not allowed in revision identifier '${id}'`);
  }
}
