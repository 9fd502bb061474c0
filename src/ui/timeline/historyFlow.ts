import { appliedRevisions } from "../../app/history/appliedRevisions.ts";
import { stepFraction, type Recording } from "../../app/playback/recording.ts";
import type { Moment } from "../../app/playback/moment.ts";
import type { RevisionSummary } from "../../worker/messages.ts";
import type { HistoryEdge, HistoryLayout, HistoryNode, HistoryPlace } from "./layoutHistory.ts";

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
  if (moment === undefined || moment.stepIndex < 0) return 0;
  if (moment.kind === "rolledBack") return stepsTaken(recording, moment);
  return moment.stepIndex + stepFraction(recording, position);
}

/** How many of the first steps a database has taken after a rollback: those that were committed before. */
function stepsTaken({ steps }: Recording, { stepIndex, state }: Moment): number {
  const heads = state.heads.join();
  let taken = stepIndex + 1;
  while (taken > 0 && steps[taken - 1]?.toHeads.join() !== heads) taken--;
  return taken;
}

/** The picture of a database that holds still. */
export function pictureOf(
  layout: HistoryLayout,
  revisions: readonly RevisionSummary[],
  heads: readonly string[],
): FlowPicture {
  return { fills: fillsOf(layout, appliedRevisions(revisions, heads)), fronts: frontsAt(layout, heads) };
}

/** The pictures of a run. @returns a function of the flow as `flowAt` counts it, which may lie between two moments */
export function picturesDuring(
  layout: HistoryLayout,
  revisions: readonly RevisionSummary[],
  recording: Recording,
): (flow: number) => FlowPicture {
  const { steps } = recording;
  let still: { readonly done: number; readonly picture: FlowPicture } | null = null;
  const stillAfter = (done: number): FlowPicture => {
    if (still?.done !== done) still = { done, picture: pictureOf(layout, revisions, headsAfter(recording, done)) };
    return still.picture;
  };
  return (flow) => {
    const done = Math.min(steps.length, Math.floor(flow));
    const picture = stillAfter(done);
    const step = steps[done];
    const fraction = flow - done;
    const place = step === undefined ? undefined : layout.place(step.revision);
    if (step === undefined || place === undefined || fraction === 0 || step.direction === "stamp") return picture;
    const edges = layout.tubesInto(place.node.key);
    const fill = fillInto(place, step.direction === "upgrade" ? fraction : 1 - fraction);
    const staying = headsAfter(recording, done).filter((head) =>
      step.direction === "upgrade"
        ? step.toHeads.includes(head)
        : head !== step.revision && step.toHeads.includes(head),
    );
    return {
      fills: new Map([...picture.fills, ...edges.map((edge) => [edge.key, fill] as const)]),
      fronts: [
        ...edges.map((edge): Front => ({ kind: "along", edge, fraction: fill })),
        ...frontsAt(layout, staying, false),
      ],
    };
  };
}

/** Where the first front of a run stands at one of its moments; null where the database is nowhere in the history. */
export function frontDuring(layout: HistoryLayout, recording: Recording, position: number): Front | null {
  const { steps } = recording;
  const flow = flowAt(recording, position);
  const done = Math.min(steps.length, Math.floor(flow));
  const step = steps[done];
  const place = step === undefined ? undefined : layout.place(step.revision);
  const fraction = flow - done;
  if (step === undefined || place === undefined || fraction === 0 || step.direction === "stamp") {
    return frontsAt(layout, headsAfter(recording, done))[0] ?? null;
  }
  const [edge] = layout.tubesInto(place.node.key);
  const fill = fillInto(place, step.direction === "upgrade" ? fraction : 1 - fraction);
  return edge === undefined ? null : { kind: "along", edge, fraction: fill };
}

/** The heads after a number of steps, first those that the last one led to: there the drop is that moves. */
function headsAfter({ steps, moments }: Recording, done: number): readonly string[] {
  const step = steps[done - 1];
  if (step === undefined) return moments[0].state.heads;
  const isNew = (head: string): boolean => !step.fromHeads.includes(head);
  return [...step.toHeads.filter(isNew), ...step.toHeads.filter((head) => !isNew(head))];
}

/** How full the tube into a place is when a revision of it has come `fraction` far. */
export function fillInto({ index, count }: HistoryPlace, fraction: number): number {
  return (index + fraction) / count;
}

function fillsOf(layout: HistoryLayout, applied: ReadonlySet<string>): ReadonlyMap<string, number> {
  return new Map(
    layout.edges.flatMap((edge) => {
      const fill = edge.kind === "tube" ? appliedShare(edge.to, applied) : 0;
      return fill > 0 ? [[edge.key, fill]] : [];
    }),
  );
}

function appliedShare({ key, fold }: HistoryNode, applied: ReadonlySet<string>): number {
  if (fold === null) return applied.has(key) ? 1 : 0;
  return fold.revisions.filter(({ revision }) => applied.has(revision)).length / fold.revisions.length;
}

/** One front at each head; an empty version table stands at the first base. */
function frontsAt(layout: HistoryLayout, heads: readonly string[], emptyIsBase = true): readonly Front[] {
  const places = heads.flatMap((head) => layout.place(head) ?? []);
  if (places.length > 0 || heads.length > 0 || !emptyIsBase) return places.map((place) => frontOf(layout, place));
  const base = layout.nodes.find(({ revision, fold }) => revision === null && fold === null);
  return base === undefined ? [] : [{ kind: "at", key: base.key }];
}

function frontOf(layout: HistoryLayout, place: HistoryPlace): Front {
  const [edge] = layout.tubesInto(place.node.key);
  return edge === undefined || place.index === place.count - 1
    ? { kind: "at", key: place.node.key }
    : { kind: "along", edge, fraction: fillInto(place, 1) };
}
