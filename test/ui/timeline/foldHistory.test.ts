import { describe, expect, it } from "vitest";
import { appliedRevisions } from "../../../src/app/history/appliedRevisions.ts";
import { pictureOf } from "../../../src/ui/timeline/historyFlow.ts";
import { layoutHistory } from "../../../src/ui/timeline/layoutHistory.ts";
import { chain, history } from "./history.ts";

const folding = (keep: readonly string[], opened: readonly string[] = []) => ({
  keep: new Set(keep),
  opened: new Set(opened),
});

describe("folding", () => {
  it("shows a history of forty whole", () => {
    expect(layoutHistory(chain(40), folding(["r20"])).nodes).toHaveLength(41);
  });

  it("folds what lies between the ends and where the database is", () => {
    const layout = layoutHistory(chain(100), folding(["r50"]));
    const folds = layout.nodes.flatMap(({ fold }) => (fold === null ? [] : [fold.revisions.length]));
    expect(folds).toEqual([46, 45]);
    expect(layout.nodes.map(({ key }) => key)).toEqual(
      expect.arrayContaining(["r0", "r48", "r50", "r52", "r98", "r99"]),
    );
    expect(layout.columns).toBe(12);
  });

  it("keeps what tells something in sight: branches, merges, dependencies", () => {
    const revisions = [...chain(60), ...history({ x: ["r20"], m: ["x", "r59"] }, { x: ["r40"] })];
    const keys = layoutHistory(revisions, folding([])).nodes.map(({ key }) => key);
    expect(keys).toEqual(expect.arrayContaining(["r20", "x", "m", "r40", "r59"]));
    expect(keys).not.toContain("r30");
  });

  it("opens what the reader opened", () => {
    expect(layoutHistory(chain(100), folding(["r0"], ["r40"])).nodes).toHaveLength(101);
  });

  it("fills the tube into a fold by how many of it are applied", () => {
    const revisions = chain(100);
    const layout = layoutHistory(revisions, folding(["r99"]));
    const [fold] = layout.nodes.filter((node) => node.fold !== null);
    const [edge] = layout.tubesInto(fold?.key ?? "");
    expect(appliedRevisions(revisions, ["r50"]).size).toBe(51);
    const { fills, fronts } = pictureOf(layout, revisions, ["r50"]);
    expect(fills.get(edge?.key ?? "")).toBeCloseTo(49 / 96);
    expect(fronts).toMatchObject([{ kind: "along", fraction: 49 / 96 }]);
    expect(fills.size).toBe(3);
  });
});
