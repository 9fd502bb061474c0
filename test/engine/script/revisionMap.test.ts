import { array, assert, nat, property, record } from "fast-check";
import { describe, expect, it } from "vitest";
import {
  applyVersionOperation,
  type MigrationStep,
  versionOperation,
} from "../../../src/engine/runtime/headMaintainer.ts";
import { planDowngrade } from "../../../src/engine/runtime/planDowngrade.ts";
import { planUpgrade } from "../../../src/engine/runtime/planUpgrade.ts";
import type { RevisionScript } from "../../../src/engine/script/revision.ts";
import { RevisionMap } from "../../../src/engine/script/revisionMap.ts";
import { braidedHistory, linearHistory } from "./bigHistory.ts";

const histories = array(record({ downs: array(nat(), { maxLength: 3 }), needs: array(nat(), { maxLength: 2 }) }), {
  minLength: 1,
  maxLength: 25,
})
  .map((shapes) =>
    shapes.map(({ downs, needs }, index): RevisionScript => {
      const earlier = (numbers: readonly number[]): string[] => [
        ...new Set(index === 0 ? [] : numbers.map((number) => `rev${number % index}x`)),
      ];
      const downRevision = earlier(downs);
      return {
        revision: `rev${index}x`,
        downRevision,
        dependsOn: earlier(needs).filter((id) => !downRevision.includes(id)),
      };
    }),
  )
  .filter(hasNoRedundantParent);

/** Alembic's bookkeeping allows a merge of a revision with its own ancestor, but its version table cannot always be told apart then. */
function hasNoRedundantParent(scripts: readonly RevisionScript[]): boolean {
  const map = new RevisionMap(() => scripts);
  return map.revisions.every((revision) => {
    const below = revision.normalizedDownRevisions;
    return below.every((id) =>
      below.every(
        (other) => other === id || ![...map.ancestors(map.getRevisions(other))].some((r) => r.revision === id),
      ),
    );
  });
}

function run(map: RevisionMap, steps: readonly MigrationStep[], start: readonly string[]): readonly string[] {
  let heads: ReadonlySet<string> = new Set(start);
  for (const step of steps) heads = applyVersionOperation(versionOperation(map, step, heads), heads);
  return [...heads];
}

describe("RevisionMap", () => {
  it("walks history so that every revision comes before what it needs", () => {
    assert(
      property(histories, (scripts) => {
        const map = new RevisionMap(() => scripts);
        const order = map.iterateRevisions("heads", "base").map((revision) => revision.revision);
        expect(order.toSorted()).toEqual(scripts.map((script) => script.revision).toSorted());
        const place = new Map(order.map((id, index) => [id, index]));
        for (const revision of map.revisions) {
          for (const id of revision.allDownRevisions)
            expect(place.get(id)).toBeGreaterThan(place.get(revision.revision) as number);
        }
      }),
    );
  });

  it("returns to nothing after upgrading to all heads and downgrading to base", () => {
    assert(
      property(histories, (scripts) => {
        const map = new RevisionMap(() => scripts);
        const top = run(map, planUpgrade(map, "heads", []), []);
        expect(top.toSorted()).toEqual(map.realHeads.toSorted());
        expect(run(map, planDowngrade(map, "base", top), top)).toEqual([]);
      }),
    );
  });

  it.each([
    ["linear", linearHistory(10_000)],
    ["braided", braidedHistory(10_000)],
  ])("loads and walks a %s history of 10,000 revisions", (_, scripts) => {
    const map = new RevisionMap(() => scripts);
    expect(map.heads.length).toBeGreaterThan(0);
    expect(map.iterateRevisions("heads", "base")).toHaveLength(10_000);
  });
});
