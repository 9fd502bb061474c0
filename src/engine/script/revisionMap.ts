import type { Revision, RevisionIdentifier, RevisionOrBase, RevisionScript } from "./revision.ts";
// SIGNATURES PUBLISHED FIRST; the bodies follow within minutes.

export interface IterateOptions {
  readonly implicitBase?: boolean;
  readonly inclusive?: boolean;
  /** Default true. */
  readonly assertRelativeLength?: boolean;
  readonly selectForDowngrade?: boolean;
}

export declare class RevisionMap {
  /** `load` is called on first use; it may throw, and then the next use loads again. */
  constructor(load: () => Iterable<RevisionScript>, warn?: (message: string) => void);
  get heads(): readonly string[];
  get realHeads(): readonly string[];
  get bases(): readonly string[];
  get realBases(): readonly string[];
  /** Ids and branch labels -> revision, in load order. */
  get entries(): ReadonlyMap<string, Revision>;
  /** Every revision once, in load order. */
  get revisions(): readonly Revision[];
  getCurrentHead(branchLabel?: string | null): string | null;
  getRevisions(id: RevisionIdentifier): readonly RevisionOrBase[];
  getRevision(id: RevisionIdentifier): Revision | null;
  /** `[ids, branch label]` */
  resolveRevisionNumber(id: RevisionIdentifier): { readonly ids: readonly string[]; readonly branchLabel: string | null };
  filterForLineage<T extends string | Revision>(targets: Iterable<T>, checkAgainst: string | null, includeDependencies?: boolean): readonly T[];
  iterateRevisions(upper: RevisionIdentifier, lower: RevisionIdentifier, options?: IterateOptions): readonly Revision[];
  getAllCurrent(ids: readonly string[]): ReadonlySet<Revision>;
}
// script/revisionErrors.ts: RevisionError, RangeNotAncestorError, MultipleHeads, ResolutionError, CycleDetected, ... and InternalFailure (pythonType, message)
// script/catchRevisionErrors.ts: catchRevisionErrors<T>(texts: {ancestor?, multipleHeads?, start?, end?, resolution?}, run: () => T): T  -> CommandError
// script/revisionText.ts: revisionLine(revision, {includeBranches, includeDoc, includeParents, treeIndicators, headIndicators, current}), revisionLogEntry(revision, {current})
// runtime/planUpgrade.ts: planUpgrade(map, destination, heads): RevisionStep[]; planDowngrade(map, destination, heads); planStamp(map, destination, heads): StampStep[]
// runtime/headMaintainer.ts: versionOperation(step, heads: ReadonlySet<string>): VersionOperation; applyVersionOperation(operation, heads): Set<string>
// step texts: stepShortLog(step), stepLog(step)
