import { expect, it } from "vitest";
import type { Recording } from "../../../src/app/playback/recording.ts";
import { recordEvent } from "../../../src/app/playback/recordEvent.ts";
import type { DatabaseState, PlannedStep } from "../../../src/engine/runtime/migrationEvent.ts";
import { layoutHistory } from "../../../src/ui/timeline/layoutHistory.ts";
import { momentFinder } from "../../../src/ui/timeline/momentFinder.ts";
import { nodePoint, type HistoryScale } from "../../../src/ui/timeline/tubePath.ts";
import { history } from "./history.ts";

const scale: HistoryScale = { columnWidth: 200, laneHeight: 92, left: 28, top: 50 };

it("tells moments of branches apart that lie above each other", () => {
  const layout = layoutHistory(history({ a: [], left: ["a"], right: ["a"] }));
  const find = momentFinder(upgraded([["a"], ["left"], ["left", "right"]]), layout, scale);
  const at = (revision: string) => {
    const node = layout.node(revision);
    if (node === undefined) throw new Error(`no ${revision}`);
    return nodePoint(node, scale);
  };
  expect(at("left").x).toBe(at("right").x);
  expect(["a", "left", "right"].map((revision) => find(at(revision)))).toEqual([1, 2, 3]);
});

/** A run of empty revisions. @param heads after each of them, the new one last */
function upgraded(heads: readonly (readonly string[])[]): Recording {
  const state = (rows: readonly string[]): DatabaseState => ({ tables: [], rowCounts: {}, heads: rows });
  const steps = heads.map((toHeads, index): PlannedStep => ({
    direction: "upgrade",
    revision: toHeads.at(-1) ?? "",
    doc: "",
    path: null,
    fromHeads: heads[index - 1] ?? [],
    toHeads,
  }));
  const started = recordEvent(null, { kind: "runStarted", command: "upgrade heads", steps, state: state([]) });
  const recording = heads.reduce<Recording | null>(
    (before, rows, index) =>
      recordEvent(before, { kind: "stepFinished", index, heads: rows, state: state(rows), stateRead: true }),
    started,
  );
  if (recording === null) throw new Error("nothing was recorded");
  return recording;
}
