import { catchRevisionErrors } from "../script/catchRevisionErrors.ts";
import type { RevisionMap } from "../script/revisionMap.ts";
import type { RevisionStep } from "./revisionStep.ts";

/**
 * The steps that bring a database at `heads` (rows of the version table, in row order) down to `destination`, in the order they run.
 * Source: ScriptDirectory._downgrade_revs.
 * @throws CommandError
 */
export function planDowngrade(
  map: RevisionMap,
  destination: string,
  heads: readonly string[],
): readonly RevisionStep[] {
  const texts = {
    ancestor: "Destination %(end)s is not a valid downgrade target from current head(s)",
    end: destination,
  };
  const revisions = catchRevisionErrors(texts, () =>
    map.iterateRevisions(heads, destination, { selectForDowngrade: true }),
  );
  return revisions.map((revision) => ({ kind: "revision", isUpgrade: false, revision }));
}
