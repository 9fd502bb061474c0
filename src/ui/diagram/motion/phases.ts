import { ease } from "./ease.ts";

/** What fades goes first, then the rest moves to its place, then what is new appears. */
export type Phase = "leave" | "move" | "enter";

export type PhaseShares = Readonly<Record<Phase, number>>;

export const done: PhaseShares = { leave: 1, move: 1, enter: 1 };

type Windows = Readonly<Record<Phase, readonly [from: number, to: number]>>;

const afterLeaving: Windows = { leave: [0, 0.45], move: [0.3, 1], enter: [0.5, 1] };
const atOnce: Windows = { leave: [0, 0.45], move: [0, 0.8], enter: [0.25, 1] };

/** How far each phase of a transition is. @param elapsed of the whole transition, 0 to 1 */
export function phaseShares(elapsed: number, somethingLeaves: boolean): PhaseShares {
  const windows = somethingLeaves ? afterLeaving : atOnce;
  const share = ([from, to]: readonly [number, number]): number => ease((elapsed - from) / (to - from));
  return { leave: share(windows.leave), move: share(windows.move), enter: share(windows.enter) };
}
