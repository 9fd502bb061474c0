import { quotedWord } from "../../app/revisionMessage.ts";
import type { RevisionSummary } from "../../worker/messages.ts";

/** Something that can be done with a revision: what it is called and the command that does it. */
export interface RevisionAction {
  readonly title: string;
  readonly command: string;
  /** Which way the database would go, for showing the path beforehand. */
  readonly moves: { readonly direction: "upgrade" | "downgrade"; readonly target: string } | null;
}

/**
 * What makes sense for a revision where it stands.
 * @param heads the rows of the version table
 * @param applied every revision that has been applied
 */
export function revisionActions(
  revision: RevisionSummary,
  revisions: readonly RevisionSummary[],
  heads: readonly string[],
  applied: ReadonlySet<string>,
): readonly RevisionAction[] {
  const id = revision.revision;
  const otherHeads = revisions.filter((other) => other.isHead && other.revision !== id);
  const stillWithout = { moves: null };
  return [
    ...(applied.has(id)
      ? []
      : [
          {
            title: "Upgrade to here",
            command: `alembic upgrade ${id}`,
            moves: { direction: "upgrade", target: id },
          } as const,
        ]),
    ...(applied.has(id) && !heads.includes(id)
      ? [
          {
            title: "Downgrade to here",
            command: `alembic downgrade ${id}`,
            moves: { direction: "downgrade", target: id },
          } as const,
        ]
      : []),
    ...(heads.includes(id)
      ? [
          {
            title: "Take this one back",
            command: "alembic downgrade -1",
            moves: { direction: "downgrade", target: "-1" },
          } as const,
        ]
      : []),
    { title: "Show", command: `alembic show ${id}`, ...stillWithout },
    {
      title: revision.isHead ? "New revision after this" : "New branch from here",
      command: `alembic revision -m "new revision" --head ${id}${revision.isHead ? "" : " --splice"}`,
      ...stillWithout,
    },
    ...(revision.isHead
      ? otherHeads.map((other) => ({
          title: `Merge with ${other.doc || other.revision}`,
          command: `alembic merge -m ${quotedWord(`merge ${revision.doc} and ${other.doc}`)} ${id} ${other.revision}`,
          ...stillWithout,
        }))
      : []),
    { title: "Stamp: only say that the database is here", command: `alembic stamp ${id}`, ...stillWithout },
  ];
}

/** What can be done with the empty database at the foot of the history. */
export function baseActions(applied: ReadonlySet<string>): readonly RevisionAction[] {
  return applied.size === 0
    ? []
    : [
        {
          title: "Downgrade to base",
          command: "alembic downgrade base",
          moves: { direction: "downgrade", target: "base" },
        },
      ];
}
