import type { Revision, RevisionOrBase } from "./revision.ts";
import { InternalFailure, RevisionError } from "./revisionErrors.ts";
import { requireRevision } from "./requireRevision.ts";
import type { RevisionMap } from "./revisionMap.ts";

export interface WalkOptions {
  /** Follow only this branch on the way up. */
  readonly branchLabel?: string | null;
  /** Stay at the end instead of answering null when the history ends early. */
  readonly stopAtEnd?: boolean;
}

/**
 * Goes `steps` revisions up, or down if negative; `start` null is below the bases (up) or above the heads (down).
 * Source: RevisionMap._walk.
 * @throws RevisionError when there are several ways to go
 */
export function walkRevisions(
  map: RevisionMap,
  start: Revision | string | null,
  steps: number,
  options: WalkOptions = {},
): RevisionOrBase {
  let place: RevisionOrBase = typeof start === "string" ? map.getRevision(start) : start;
  for (let step = Math.abs(steps); step > 0; step--) {
    const choices: readonly RevisionOrBase[] =
      steps > 0 ? above(map, place, options.branchLabel ?? null) : below(map, place);
    const [next] = choices;
    if (next === undefined) return options.stopAtEnd ? place : null;
    if (choices.length > 1) throw new RevisionError("Ambiguous walk");
    place = next;
  }
  return place;
}

function above(map: RevisionMap, place: RevisionOrBase, branchLabel: string | null): readonly RevisionOrBase[] {
  if (place === "base") throw new InternalFailure("AssertionError");
  const next: readonly Revision[] = map
    .getRevisions(place === null ? map.bases : [...place.nextRevisions])
    .map(requireRevision);
  return branchLabel ? map.filterForLineage(next, branchLabel) : next;
}

function below(map: RevisionMap, place: RevisionOrBase): readonly RevisionOrBase[] {
  if (place === "base") return [];
  const down = map.getRevisions(place === null ? map.heads : place.downRevisions);
  return down.length > 0 ? down : ["base"];
}
