import type { FileMap, ProjectState } from "../worker/messages.ts";
import { delayed } from "./delayed.ts";
import type { Answer } from "./engineClient.ts";
import type { EngineSession } from "./engineSession.ts";
import { keepSame } from "./keepSame.ts";
import type { Stores } from "./stores.ts";

/** Compares the models with the database by itself whenever one of them has changed. */
export interface Comparison {
  /** Files or database have changed. @param delay milliseconds to wait; default: none, or a pause in typing where comparing takes long */
  soon(delay?: number): void;
  /** Compares what is there, unless that is what broke the engine. */
  now(): void;
  /** A key was pressed: mistakes in half-typed files are kept quiet for a moment. */
  typed(): void;
  /** What is there now broke the engine: it is not compared again until it changes. */
  leaveAlone(): void;
}

/** Hears of each comparison, and has queries answered with it. */
export interface ComparisonObserver {
  queries(): readonly string[];
  compared(files: FileMap, answer: Answer<"compared">): void;
}

/** Milliseconds that a comparison may take to be made at each key; a slower one waits for a pause in typing. */
const quickComparison = 150;
/** Milliseconds after the last key until models that take longer are compared with the database. */
const comparisonDelay = 350;
/** Milliseconds after the last key until a mistake in a half-typed file is told. */
const mistakeDelay = 1200;
/** Milliseconds after which a comparison that nobody asked for is given up, and the engine with it. */
const longestComparison = 15_000;
const watchInterval = 1000;

export function createComparison(
  { workspace, engine, drift }: Pick<Stores, "workspace" | "engine" | "drift">,
  session: () => EngineSession,
  mayRun: () => boolean,
  observer: ComparisonObserver | null = null,
): Comparison {
  /** Counts changes of files and database, so that an answer about an older state is known as one. */
  let generation = 0;
  let brokenGeneration = -1;
  let lastKey = 0;
  let duration = Infinity;
  let reading = false;
  let readAgain = false;
  const compare = delayed(() => void read());
  const tellMistake = delayed(() => void read());

  /** One at a time: what changes meanwhile is compared once, afterwards. */
  async function read(): Promise<void> {
    if (reading) {
      readAgain = true;
      return;
    }
    reading = true;
    try {
      await readOnce();
    } finally {
      reading = false;
      if (readAgain) {
        readAgain = false;
        compare.in(0);
      }
    }
  }

  /** Gives a comparison up when it takes too long; Python's way here is not counted. */
  function watch(): () => void {
    let left = longestComparison;
    const timer = setInterval(() => {
      const { python } = engine.getState();
      if (python !== null && python.stage !== "ready") return;
      left -= watchInterval;
      if (left > 0) return;
      clearInterval(timer);
      brokenGeneration = generation;
      session().restart("Comparing the models with the database took too long.");
    }, watchInterval);
    return () => clearInterval(timer);
  }

  async function readOnce(): Promise<void> {
    if (generation === brokenGeneration || engine.getState().boot.kind !== "ready") return;
    const asked = generation;
    const began = performance.now();
    const stopWaiting = watch();
    const { files } = workspace.getState();
    const queries = observer?.queries() ?? [];
    const { takenAdvice } = drift.getState();
    const answer = await session().ask(
      (id) => ({ kind: "compare", id, files, run: mayRun(), queries, takenAdvice }),
      "compared",
    );
    stopWaiting();
    duration = performance.now() - began;
    if (answer === null || asked !== generation) return;
    const quietFor = lastKey + mistakeDelay - performance.now();
    const mistaken = (answer.drift !== null && answer.drift.unavailable !== null) || answer.project.problems.length > 0;
    if (mistaken && quietFor > 0 && engine.getState().project !== null) return tellMistake.in(quietFor);
    // What is as it was stays the same object, so that the page renders what has changed and nothing else.
    engine.setState(({ project }) => ({ project: keepProject(project, answer.project) }));
    drift.setState({ drift: answer.drift, stale: false });
    observer?.compared(files, answer);
  }

  return {
    soon: (delay = duration <= quickComparison ? 0 : comparisonDelay): void => {
      generation++;
      drift.setState({ stale: true });
      // At once means before the page draws what was typed: the engine works meanwhile.
      if (delay > 0) return compare.in(delay);
      compare.cancel();
      void read();
    },
    now: () => compare.in(0),
    typed: () => {
      lastKey = performance.now();
    },
    leaveAlone: () => {
      brokenGeneration = generation;
    },
  };
}

function keepProject(before: ProjectState | null, now: ProjectState): ProjectState {
  if (before === null) return now;
  const kept: ProjectState = {
    revisions: keepSame(before.revisions, now.revisions),
    problems: keepSame(before.problems, now.problems),
    database: keepSame(before.database, now.database),
  };
  const { revisions, problems, database } = before;
  return kept.revisions === revisions && kept.problems === problems && kept.database === database ? before : kept;
}
