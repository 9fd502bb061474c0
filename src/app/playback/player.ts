import { createStore, type StoreApi } from "zustand/vanilla";
import type { MigrationEvent } from "../../engine/runtime/migrationEvent.ts";
import type { Moment } from "./moment.ts";
import { momentDuration } from "./momentDuration.ts";
import type { PlaybackClock } from "./playbackClock.ts";
import { recordEvent } from "./recordEvent.ts";
import type { Recording } from "./recording.ts";

/** How many times faster than normal; `instant` shows the end at once. */
export const speeds = [0.5, 1, 2, 4, "instant"] as const;
export type Speed = (typeof speeds)[number];

export interface PlaybackState {
  /** What the last command did; null before the first one that did anything. */
  readonly recording: Recording | null;
  /** `now`: the page shows the database as it is. Otherwise it shows a moment of the recording. */
  readonly mode: "now" | "playing" | "paused";
  /** The moment that is shown, or would be first when the mode is `now`. */
  readonly position: number;
  /** Milliseconds in which the page moves to that moment; 0: at once. */
  readonly transition: number;
  readonly speed: Speed;
  /** Whether the editor shows the file that runs; opening another file ends it until the reader moves again. */
  readonly following: boolean;
}

export interface Player {
  readonly store: StoreApi<PlaybackState>;
  /** A command begins: what still plays is shown to its end. */
  begin(): void;
  push(event: MigrationEvent): void;
  /** Does something, such as printing, once the moment is shown that was the last one when it was asked for. */
  atMoment(work: () => void): void;
  /** The command has ended. */
  finish(): void;
  /** Resolves when nothing plays. */
  ended(): Promise<void>;
  /** Goes on, or plays the recording again from its start. */
  play(): void;
  pause(): void;
  stepStatement(by: 1 | -1): void;
  stepRevision(by: 1 | -1): void;
  /** Shows a moment and stays there. */
  seek(position: number, transition?: number): void;
  /** Back to the database as it is. */
  showNow(): void;
  setSpeed(speed: Speed): void;
  /** Shows the end of everything at once until the work is done; the chosen speed stays as it is. */
  atOnce(work: () => Promise<void>): Promise<void>;
  /** The reader looks at another file. */
  unfollow(): void;
}

/** Milliseconds that the last moment stays before the page returns to the present. */
const lingering = 1400;
const stepTransition = 320;
/** A transition ends a little before the next moment begins, so that each can be told from the next. */
const movingShare = 0.72;

/** Plays what the engine did at the reader's speed; the engine never waits for it. */
export function createPlayer(clock: PlaybackClock, speed: Speed = 1): Player {
  const store = createStore<PlaybackState>()(() => ({
    recording: null,
    mode: "now",
    position: 0,
    transition: 0,
    speed,
    following: true,
  }));
  let running = false;
  /** How much goes on that is shown at once. */
  let hurries = 0;
  let frame: number | null = null;
  /** When the moment that is shown was reached. */
  let since = 0;
  let held: { readonly after: number; readonly work: () => void }[] = [];
  let waiting: (() => void)[] = [];

  const lastPosition = (recording: Recording): number => recording.moments.length - 1;

  function show(position: number, mode: PlaybackState["mode"], transition: number): void {
    store.setState({ position, mode, transition: clock.reducedMotion() ? 0 : transition });
    release(position);
    if (mode === "now") settle();
  }

  function release(position: number): void {
    const due = held.filter(({ after }) => after <= position);
    held = held.filter(({ after }) => after > position);
    for (const { work } of due) work();
  }

  function settle(): void {
    if (frame !== null) clock.cancelFrame(frame);
    frame = null;
    release(Number.POSITIVE_INFINITY);
    const resolved = waiting;
    waiting = [];
    for (const resolve of resolved) resolve();
  }

  function requestFrame(): void {
    frame ??= clock.requestFrame(() => {
      frame = null;
      advance();
    });
  }

  /** Shows every moment that is due by now. */
  function advance(): void {
    const { recording, mode, position, speed } = store.getState();
    if (mode !== "playing" || recording === null) return;
    const rate = speed === "instant" || hurries > 0 ? Number.POSITIVE_INFINITY : speed;
    let next = position;
    while (next < lastPosition(recording) && clock.now() - since >= momentDuration(recording, next) / rate) {
      since = rate === Number.POSITIVE_INFINITY ? clock.now() : since + momentDuration(recording, next) / rate;
      next++;
    }
    if (next !== position) show(next, "playing", (momentDuration(recording, next) / rate) * movingShare);
    if (next === lastPosition(recording) && !running && clock.now() - since >= lingering / rate) show(next, "now", 0);
    else requestFrame();
  }

  function skipToEnd(): void {
    const { recording, mode } = store.getState();
    if (mode !== "now" && recording !== null) show(lastPosition(recording), "now", 0);
  }

  function seek(position: number, transition = 0): void {
    const { recording } = store.getState();
    if (recording === null) return;
    store.setState({ following: true });
    show(Math.max(0, Math.min(lastPosition(recording), position)), "paused", transition);
  }

  /** Where stepping starts from: the present is the end of the recording. */
  function from(recording: Recording): number {
    const { mode, position } = store.getState();
    return mode === "now" ? lastPosition(recording) : position;
  }

  return {
    store,
    begin: () => {
      skipToEnd();
      running = true;
    },
    push: (event) => {
      const before = store.getState().recording;
      const recording = recordEvent(event.kind === "runStarted" ? null : before, event);
      if (recording === null || recording === before) return;
      if (event.kind === "runStarted") {
        since = clock.now();
        store.setState({ recording, following: true });
        show(0, "playing", 0);
      } else store.setState({ recording });
      requestFrame();
    },
    atMoment: (work) => {
      const { recording, mode, position } = store.getState();
      if (mode === "now" || recording === null || (held.length === 0 && position >= lastPosition(recording))) work();
      else held.push({ after: lastPosition(recording), work });
    },
    finish: () => {
      running = false;
      if (store.getState().mode === "playing") requestFrame();
    },
    ended: () =>
      store.getState().mode === "playing" ? new Promise<void>((resolve) => waiting.push(resolve)) : Promise.resolve(),
    play: () => {
      const { recording, mode, position } = store.getState();
      if (recording === null || mode === "playing") return;
      since = clock.now();
      store.setState({ following: true });
      const isOver = position >= lastPosition(recording) && !running;
      if (mode === "now" || isOver) show(0, "playing", 0);
      else store.setState({ mode: "playing" });
      requestFrame();
    },
    pause: () => {
      if (store.getState().mode === "playing") store.setState({ mode: "paused" });
    },
    stepStatement: (by) => {
      const { recording } = store.getState();
      if (recording !== null) seek(from(recording) + by, stepTransition);
    },
    stepRevision: (by) => {
      const { recording } = store.getState();
      if (recording !== null) seek(nextStepEnd(recording.moments, from(recording), by), stepTransition);
    },
    seek,
    showNow: skipToEnd,
    setSpeed: (chosen) => store.setState({ speed: chosen }),
    atOnce: async (work) => {
      hurries++;
      try {
        await work();
      } finally {
        hurries--;
      }
    },
    unfollow: () => store.setState({ following: false }),
  };
}

/** The nearest end of a step, or end of the recording, before or after a moment. */
function nextStepEnd(moments: readonly Moment[], position: number, by: 1 | -1): number {
  const isEnd = (index: number): boolean => {
    const kind = moments[index]?.kind;
    return kind === "start" || kind === "stepFinished" || kind === "rolledBack";
  };
  let index = position + by;
  while (index > 0 && index < moments.length - 1 && !isEnd(index)) index += by;
  return index;
}
