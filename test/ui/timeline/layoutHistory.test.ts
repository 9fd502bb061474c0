import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { layoutHistory, type HistoryNode } from "../../../src/ui/timeline/layoutHistory.ts";
import { history } from "./history.ts";

const at = ({ key, column, lane }: HistoryNode): string => `${key} ${column},${lane}`;

describe("layoutHistory", () => {
  it("puts a straight history into one lane, after its base", () => {
    const layout = layoutHistory(history({ a: [], b: ["a"], c: ["b"] }));
    expect(layout.nodes.map(at)).toEqual(["base:a 0,0", "a 1,0", "b 2,0", "c 3,0"]);
    expect(layout).toMatchObject({ columns: 4, lanes: 1 });
  });

  it("parts and joins lanes, and uses a lane again once it is free", () => {
    const layout = layoutHistory(
      history({ a: [], b: ["a"], c: ["a"], m: ["b", "c"], d: ["m"], e: ["m"], n: ["d", "e"] }),
    );
    expect(layout.nodes.map(at)).toEqual(["base:a 0,0", "a 1,0", "b 2,0", "c 2,1", "m 3,0", "d 4,0", "e 4,1", "n 5,0"]);
    expect(layout.edges.map(({ key, lane }) => `${key} ${lane}`)).toContain("c>m 1");
    expect(layout.lanes).toBe(2);
  });

  it("keeps a lane for a tube that passes other branches on its way to a merge", () => {
    const layout = layoutHistory(history({ a: [], b: ["a"], x: ["a"], c: ["b"], d: ["c"], m: ["d", "x"], y: ["b"] }));
    expect(layout.node("x")?.lane).toBe(1);
    expect(layout.node("y")?.lane).toBe(2);
  });

  it("draws a dependency as its own kind of edge and puts what depends to the right", () => {
    const layout = layoutHistory(history({ a: [], b: ["a"], s: [] }, { s: ["b"] }));
    expect(layout.edges.map(({ key, kind }) => `${kind} ${key}`)).toEqual([
      "tube base:a>a",
      "tube a>b",
      "tube base:s>s",
      "dependency b~s",
    ]);
    expect(layout.node("s")?.column).toBe(3);
  });

  it("never puts two places into one cell, nor a place onto a passing tube", () => {
    const graphs = fc
      .array(fc.tuple(fc.nat(), fc.nat(), fc.nat(9), fc.nat()), { minLength: 1, maxLength: 40 })
      .map((choices) => {
        const downs: Record<string, string[]> = {};
        const depends: Record<string, string[]> = {};
        for (const [index, [first, second, kind, third]] of choices.entries()) {
          const pick = (seed: number): string => `r${seed % index}`;
          const parents = index === 0 || kind === 0 ? [] : kind < 7 ? [pick(first)] : [pick(first), pick(second)];
          downs[`r${index}`] = [...new Set(parents)];
          if (index > 0 && kind === 9) depends[`r${index}`] = [pick(third)];
        }
        return history(downs, depends);
      });
    fc.assert(
      fc.property(graphs, (revisions) => {
        const layout = layoutHistory(revisions);
        const cells = new Map(layout.nodes.map((node) => [`${node.column},${node.lane}`, node.key]));
        expect(cells.size).toBe(layout.nodes.length);
        for (const edge of layout.edges) {
          expect(edge.from.column).toBeLessThan(edge.to.column);
          if (edge.kind === "dependency") continue;
          for (let column = edge.from.column + 1; column < edge.to.column; column++)
            expect(cells.get(`${column},${edge.lane}`), `${edge.key} passes`).toBeUndefined();
        }
      }),
      { numRuns: 300 },
    );
  });

  it("gives a branch the same colour when another branch comes", () => {
    const before = layoutHistory(history({ a: [], b: ["a"], x: ["a"] }));
    const after = layoutHistory(history({ a: [], b: ["a"], x: ["a"], z: ["b"], w: ["b"] }));
    expect(before.node("a")?.tint).toBe(0);
    expect(before.node("x")?.tint).not.toBe(0);
    expect(after.node("x")?.tint).toBe(before.node("x")?.tint);
  });
});
