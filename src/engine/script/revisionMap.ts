import { collectDowngrade } from "./collectDowngrade.ts";
import { collectUpgrade } from "./collectUpgrade.ts";
import { type LoadedRevisions, loadRevisions } from "./loadRevisions.ts";
import {
  children,
  childrenAndDependents,
  parents,
  parentsAndDependencies,
  relatedRevisions,
} from "./relatedRevisions.ts";
import type { Revision, RevisionIdentifier, RevisionOrBase, RevisionScript } from "./revision.ts";
import { InternalFailure, MultipleHeads, ResolutionError } from "./revisionErrors.ts";
import { requireRevision } from "./requireRevision.ts";
import { topologicalSort } from "./topologicalSort.ts";
import { walkRevisions } from "./walkRevisions.ts";

export interface IterateOptions {
  /** Take in what the range needs from other branches too. Default false. */
  readonly implicitBase?: boolean;
  /** Take in the lower end. Default false. */
  readonly inclusive?: boolean;
  /** A relative end that leads past the history is an error. Default true. */
  readonly assertRelativeLength?: boolean;
  readonly selectForDowngrade?: boolean;
}

/** What an identifier stands for: ids (perhaps abbreviated) and the branch it was narrowed to. */
export interface ResolvedIdentifier {
  readonly ids: readonly (string | null)[];
  readonly branchLabel: string | null;
}

/** The history of revisions and every question about it. Source: alembic.script.revision.RevisionMap. */
export class RevisionMap {
  readonly warn: (message: string) => void;
  readonly #load: () => Iterable<RevisionScript>;
  /** Those that were loaded and those that were added; null before. */
  #scripts: readonly RevisionScript[] | null = null;
  #loaded: LoadedRevisions | null = null;

  /** `load` is called on the first question; if it throws, the next question calls it again. */
  constructor(load: () => Iterable<RevisionScript>, warn: (message: string) => void = () => undefined) {
    this.#load = load;
    this.warn = warn;
  }

  /**
   * The history, loading it if need be.
   * @throws RevisionError when the scripts contradict each other
   */
  get loaded(): LoadedRevisions {
    this.#loaded ??= this.#scripts === null ? this.#loadFirst() : loadRevisions(this.#scripts, () => undefined);
    return this.#loaded;
  }

  #loadFirst(): LoadedRevisions {
    const scripts: RevisionScript[] = [];
    const loaded = loadRevisions(collected(this.#load(), scripts), this.warn);
    this.#scripts = scripts;
    return loaded;
  }

  /** A revision that was written after the others were loaded. Source: RevisionMap.add_revision. */
  addRevision(script: RevisionScript): void {
    if (this.#scripts === null) this.#loadFirst();
    this.#scripts = [...(this.#scripts ?? []), script];
    this.#loaded = null;
  }

  get heads(): readonly string[] {
    return this.loaded.heads;
  }
  /** Heads that are no dependency of another revision either. */
  get realHeads(): readonly string[] {
    return this.loaded.realHeads;
  }
  get bases(): readonly string[] {
    return this.loaded.bases;
  }
  /** Bases without dependencies. */
  get realBases(): readonly string[] {
    return this.loaded.realBases;
  }
  /** Ids, then branch labels, in load order. */
  get entries(): ReadonlyMap<string, Revision> {
    return this.loaded.entries;
  }
  /** Every revision once, in load order. */
  get revisions(): readonly Revision[] {
    return this.loaded.revisions;
  }

  /**
   * The one head, of the branch if one is given; null without any.
   * @throws MultipleHeads
   */
  getCurrentHead(branchLabel: string | null = null): string | null {
    const heads = branchLabel ? this.filterForLineage(this.heads, branchLabel) : this.heads;
    if (heads.length > 1) throw new MultipleHeads(heads, branchLabel ? `${branchLabel}@head` : "head");
    return heads[0] ?? null;
  }

  /**
   * The revisions an identifier stands for: an id, its first characters (four or more), `head`, `heads`, `base`, a label,
   * `label@identifier`, `-n` below the heads; or several. Empty for base; "base" or null where a relative walk left the history.
   * @throws ResolutionError, MultipleHeads
   */
  getRevisions(id: RevisionIdentifier): readonly RevisionOrBase[] {
    if (id !== null && typeof id !== "string") return id.flatMap((item) => this.getRevisions(item));
    const { ids, branchLabel } = this.resolveRevisionNumber(id);
    const steps = ids.length === 1 ? parseInteger(ids[0]) : null;
    if (steps !== null && steps < 0) {
      return this.getRevisions("heads")
        .map(requireRevision)
        .filter((head) => branchLabel === null || head.branchLabels.has(branchLabel))
        .map((head) => walkRevisions(this, head, steps));
    }
    return ids.map((item) => this.revisionForIdentifier(item, branchLabel));
  }

  /**
   * The one revision an identifier stands for; null for base.
   * @throws ResolutionError, MultipleHeads
   */
  getRevision(id: RevisionIdentifier): Revision | null {
    const { ids, branchLabel } = this.resolveRevisionNumber(id);
    if (ids.length > 1)
      throw new MultipleHeads(
        ids.filter((item) => item !== null),
        String(id),
      );
    return this.revisionForIdentifier(ids[0] ?? null, branchLabel);
  }

  /** Splits `label@identifier` and replaces `head`, `heads` and `base` by ids; anything else is left for the lookup. */
  resolveRevisionNumber(id: RevisionIdentifier): ResolvedIdentifier {
    const at = typeof id === "string" ? id.indexOf("@") : -1;
    const branchLabel = typeof id === "string" && at !== -1 ? id.slice(0, at) : null;
    const symbol = typeof id === "string" && at !== -1 ? id.slice(at + 1) : id;
    const loaded = this.loaded;
    if (symbol === "heads") {
      return { ids: branchLabel ? this.filterForLineage(loaded.heads, branchLabel) : loaded.realHeads, branchLabel };
    }
    if (symbol === "head") {
      const head = this.getCurrentHead(branchLabel);
      return { ids: head ? [head] : [], branchLabel };
    }
    if (symbol === "base" || symbol === null) return { ids: [], branchLabel };
    return { ids: typeof symbol === "string" ? [symbol] : symbol, branchLabel };
  }

  /**
   * The revision of a label or of any id, abbreviated or not.
   * @throws ResolutionError
   */
  resolveBranch(branchLabel: string): Revision {
    const found = this.entries.get(branchLabel);
    if (found !== undefined) return found;
    try {
      return requireRevision(this.revisionForIdentifier(branchLabel));
    } catch (error) {
      if (error instanceof ResolutionError) throw new ResolutionError(`No such branch: '${branchLabel}'`, branchLabel);
      throw error;
    }
  }

  /**
   * Looks up one id, label or abbreviation, which must belong to the branch if one is given; null gives null.
   * @throws ResolutionError
   */
  revisionForIdentifier(id: string | null, branchLabel: string | null = null): Revision | null {
    const branch = branchLabel ? this.resolveBranch(branchLabel) : null;
    if (id === null) return null;
    const revision = this.entries.get(id) ?? this.#revisionStartingWith(id, branch === null ? null : branchLabel);
    if (branch !== null && !this.sharesLineage(revision, [branch.revision])) {
      throw new ResolutionError(`Revision ${revision.revision} is not a member of branch '${branchLabel}'`, id);
    }
    return revision;
  }

  #revisionStartingWith(start: string, branchLabel: string | null): Revision {
    if (start === "") throw new InternalFailure("AssertionError");
    const all = [...this.entries.keys()].filter((key) => key.length > 3 && key.startsWith(start));
    const matches = branchLabel === null ? all : this.filterForLineage(all, branchLabel);
    const [first] = matches;
    if (first === undefined) {
      const hint = "; please ensure at least four characters are present for partial revision identifier matches";
      throw new ResolutionError(`No such revision or branch '${start}'${start.length < 4 ? hint : ""}`, start);
    }
    if (matches.length > 1) {
      const shown = matches.slice(0, 3).map((match) => `'${match}'`);
      throw new ResolutionError(`Multiple revisions start with '${start}': ${shown.join(", ")}...`, start);
    }
    return this.entries.get(first) as Revision;
  }

  /** Those of the targets that are ancestors or descendants of (or are) what the identifier stands for; all of them for base. */
  filterForLineage<T extends RevisionOrBase | string>(
    targets: Iterable<T>,
    checkAgainst: string | null,
    includeDependencies = false,
  ): readonly T[] {
    const { ids, branchLabel } = this.resolveRevisionNumber(checkAgainst);
    const against = branchLabel ? [branchLabel, ...ids] : ids;
    return [...targets].filter((target) => this.sharesLineage(target, against, includeDependencies));
  }

  /** Whether the target is an ancestor or descendant of, or is, one of the others; true without others. */
  sharesLineage(
    target: RevisionOrBase | string,
    others: readonly (string | null)[],
    includeDependencies = false,
  ): boolean {
    if (others.length === 0) return true;
    const revision = requireRevision(typeof target === "string" ? this.revisionForIdentifier(target) : target);
    const against = others.map((other) => this.revisionForIdentifier(other));
    const above = this.descendants([revision], { includeDependencies });
    const below = this.ancestors([revision], { includeDependencies });
    return against.some((other) => other !== null && (above.has(other) || below.has(other)));
  }

  /** The targets and everything above them. */
  descendants(targets: Iterable<RevisionOrBase>, options: LineageOptions = {}): ReadonlySet<Revision> {
    const neighbours = options.includeDependencies === false ? children : childrenAndDependents;
    return relatedRevisions(neighbours, targets, this.entries, options.refuseOverlaps);
  }

  /** The targets and everything below them. */
  ancestors(targets: Iterable<RevisionOrBase>, options: LineageOptions = {}): ReadonlySet<Revision> {
    const neighbours = options.includeDependencies === false ? parents : parentsAndDependencies;
    return relatedRevisions(neighbours, targets, this.entries, options.refuseOverlaps);
  }

  /**
   * The revisions between two ends, from the upper down. Upwards, `upper` may be relative to `lower` (`+1`); with
   * `selectForDowngrade`, `upper` is where the database stands and `lower` the target, perhaps relative to it (`-1`).
   * @throws RevisionError
   */
  iterateRevisions(
    upper: RevisionIdentifier,
    lower: RevisionIdentifier,
    options: IterateOptions = {},
  ): readonly Revision[] {
    const { revisions, heads } = options.selectForDowngrade
      ? collectDowngrade(this, upper, lower, options)
      : collectUpgrade(this, upper, lower, options);
    const sorted = topologicalSort(revisions, heads, this.loaded);
    return sorted.map((revision) => requireRevision(this.getRevision(revision.revision)));
  }

  /**
   * What a database at these ids stands on: the tips of each branch among them and all they needed.
   * Source: RevisionMap._get_all_current.
   */
  getAllCurrent(ids: readonly string[]): ReadonlySet<Revision> {
    const top = new Set(this.getRevisions(ids).map(requireRevision));
    for (const ancestor of this.ancestors(top)) top.add(ancestor);
    const passed = new Set<Revision>();
    for (const revision of top) {
      for (const id of revision.downRevisions) passed.add(this.entries.get(id) as Revision);
    }
    return new Set([...top].filter((revision) => !passed.has(revision)));
  }
}

export interface LineageOptions {
  /** Default true. */
  readonly includeDependencies?: boolean;
  /** A target that leads to another target is an error. Default false. */
  readonly refuseOverlaps?: boolean;
}

/** The items, each kept as it passes. */
function* collected<T>(items: Iterable<T>, kept: T[]): Iterable<T> {
  for (const item of items) {
    kept.push(item);
    yield item;
  }
}

function parseInteger(text: string | null | undefined): number | null {
  return text && /^\s*[+-]?\d+(?:_\d+)*\s*$/.test(text) ? Number(text.replaceAll("_", "")) : null;
}
