/** What a script file declares, before anything is resolved. A missing value means none. */
export interface RevisionScript {
  readonly revision: string;
  readonly downRevision?: string | readonly string[] | null;
  readonly branchLabels?: string | readonly string[] | null;
  readonly dependsOn?: string | readonly string[] | null;
  /** The file's docstring as written. */
  readonly docstring?: string | null;
  readonly path?: string | null;
}

/** One revision inside a loaded map: what its script declares and its place among the others. Source: alembic.script.revision.Revision. */
export interface Revision {
  readonly revision: string;
  /** `down_revision` as a list; empty for a base. */
  readonly downRevisions: readonly string[];
  /** `depends_on` as written: ids or branch labels. */
  readonly dependencies: readonly string[];
  /** Labels the script itself declares. */
  readonly ownBranchLabels: readonly string[];
  /** Own labels and those that spread to it from its branch. */
  readonly branchLabels: ReadonlySet<string>;

  /** Ids that name this one as a down revision. */
  readonly nextRevisions: ReadonlySet<string>;
  /** Ids that name this one as a down revision or a dependency. */
  readonly allNextRevisions: ReadonlySet<string>;

  /** Dependencies as ids. */
  readonly resolvedDependencies: readonly string[];
  /** Resolved dependencies without those an ancestor already has. */
  readonly normalizedDependencies: readonly string[];
  /** Down revisions, then resolved dependencies. */
  readonly allDownRevisions: readonly string[];
  /** Down revisions, then normalized dependencies: what the version table loses when this one is applied. */
  readonly normalizedDownRevisions: readonly string[];

  readonly isHead: boolean;
  readonly isRealHead: boolean;
  readonly isBase: boolean;
  readonly isRealBase: boolean;
  readonly isBranchPoint: boolean;
  readonly isRealBranchPoint: boolean;
  readonly isMergePoint: boolean;

  /** The stripped docstring; "" without one. */
  readonly longDoc: string;
  /** Its first paragraph. */
  readonly doc: string;
  readonly path: string | null;
}

/** A revision, "base" (walked below the first revision), or null (nothing there). */
export type RevisionOrBase = Revision | "base" | null;

/** What callers may name a revision by: an identifier, several of them, or null for base. */
export type RevisionIdentifier = string | readonly (string | null)[] | null;
