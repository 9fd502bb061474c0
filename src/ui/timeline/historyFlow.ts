import { appliedRevisions } from "../../app/history/appliedRevisions.ts";
import { stepFraction, type Recording } from "../../app/playback/recording.ts";
import type { RevisionSummary } from "../../worker/messages.ts";
import type { HistoryEdge, HistoryLayout } from "./layoutHistory.ts";

/** Where a front of the liquid stands: at a place of the history, or on its way along a tube. */
export type Front =
  | { readonly kind: "at"; readonly key: string }
  | { readonly kind: "along"; readonly edge: HistoryEdge; readonly fraction: number };

/** What the picture shows at one instant. */
export interface FlowPicture {
  /** How full each tube is, 0 to 1, by the edge's key; absent: empty. */
  readonly fills: ReadonlyMap<string, number>;
  readonly fronts: readonly Front[];
}

/** How far a run has come at a moment, in steps: 1.5 is half of the second step. */
export function flowAt(recording: Recording, position: number): number {
  const moment = recording.moments[position];
  if (moment === undefined || moment.stepIndex < 0 || moment.kind === "rolledBack") return 0;
  return moment.stepIndex + stepFraction(recording, position);
}

/** The picture of a database that holds still. */
export function pictureOf(
  layout: HistoryLayout,
  revisions: readonly RevisionSummary[],
  heads: readonly string[],
): FlowPicture {
  const applied = appliedRevisions(revisions, heads);
  return { fills: fillsOf(layout, applied), fronts: frontsAt(layout, heads) };
}

/** The picture in the middle of a run. @param flow as `flowAt` counts it; may lie between two moments */
export function pictureDuring(
  layout: HistoryLayout,
  revisions: readonly RevisionSummary[],
  { steps, moments }: Recording,
  flow: number,
): FlowPicture {
  const done = Math.min(steps.length, Math.floor(flow));
  const heads = done === 0 ? moments[0].state.heads : (steps[done - 1]?.toHeads ?? []);
  const still = pictureOf(layout, revisions, heads);
  const step = steps[done];
  const fraction = flow - done;
  if (step === undefined || fraction === 0 || step.direction === "stamp") return still;
  const edges = layout.tubesInto(step.revision);
  const fill = step.direction === "upgrade" ? fraction : 1 - fraction;
  const staying = heads.filter((head) =>
    step.direction === "upgrade" ? step.toHeads.includes(head) : head !== step.revision && step.toHeads.includes(head),
  );
  return {
    fills: new Map([...still.fills, ...edges.map((edge) => [edge.key, fill] as const)]),
    fronts: [
      ...edges.map((edge): Front => ({ kind: "along", edge, fraction: fill })),
      ...frontsAt(layout, staying, false),
    ],
  };
}

function fillsOf(layout: HistoryLayout, applied: ReadonlySet<string>): ReadonlyMap<string, number> {
  return new Map(
    layout.edges.filter((edge) => edge.kind === "tube" && applied.has(edge.to.key)).map((edge) => [edge.key, 1]),
  );
}

/** One front at each head; an empty version table stands at the first base. */
function frontsAt(layout: HistoryLayout, heads: readonly string[], emptyIsBase = true): readonly Front[] {
  const known = heads.filter((head) => layout.node(head) !== undefined);
  if (known.length > 0 || heads.length > 0 || !emptyIsBase) return known.map((key) => ({ kind: "at", key }));
  const base = layout.nodes.find((node) => node.revision === null);
  return base === undefined ? [] : [{ kind: "at", key: base.key }];
}
