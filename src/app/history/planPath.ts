import { planDowngrade } from "../../engine/runtime/planDowngrade.ts";
import { planUpgrade } from "../../engine/runtime/planUpgrade.ts";
import { RevisionMap } from "../../engine/script/revisionMap.ts";
import type { RevisionSummary } from "../../worker/messages.ts";

/** The revisions that a command would run, in order, or Alembic's reason why it would not. */
export type PathPlan =
  | { readonly kind: "path"; readonly direction: "upgrade" | "downgrade"; readonly revisions: readonly string[] }
  | { readonly kind: "refused"; readonly message: string };

/** What `alembic upgrade TARGET` or `downgrade TARGET` would run on a database at `heads`, by the engine's own plan. */
export function planPath(
  revisions: readonly RevisionSummary[],
  heads: readonly string[],
  direction: "upgrade" | "downgrade",
  target: string,
): PathPlan {
  const map = new RevisionMap(() =>
    revisions.map(({ revision, downRevisions, dependsOn, branchLabels }) => ({
      revision,
      downRevision: downRevisions,
      dependsOn,
      branchLabels,
    })),
  );
  try {
    const steps = direction === "upgrade" ? planUpgrade(map, target, heads) : planDowngrade(map, target, heads);
    return { kind: "path", direction, revisions: steps.map(({ revision }) => revision.revision) };
  } catch (error) {
    return { kind: "refused", message: error instanceof Error ? error.message : String(error) };
  }
}
