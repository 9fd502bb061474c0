import { catchRevisionErrors } from "../script/catchRevisionErrors.ts";
import type { RevisionMap } from "../script/revisionMap.ts";
import type { RevisionStep } from "./revisionStep.ts";

/**
 * The steps that bring a database at `heads` (rows of the version table, in row order) up to `destination`, in the order they run.
 * Source: ScriptDirectory._upgrade_revs.
 * @throws CommandError
 */
export function planUpgrade(map: RevisionMap, destination: string, heads: readonly string[]): readonly RevisionStep[] {
  const texts = {
    ancestor: "Destination %(end)s is not a valid upgrade target from current head(s)",
    end: destination,
  };
  const revisions = catchRevisionErrors(texts, () => map.iterateRevisions(destination, heads, { implicitBase: true }));
  return revisions.toReversed().map((revision) => ({ kind: "revision", isUpgrade: true, revision }));
}
