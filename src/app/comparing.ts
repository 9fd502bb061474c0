import type { Point } from "../engine/difference/point.ts";
import type { ComparingStore } from "./comparingStore.ts";
import { delayed } from "./delayed.ts";
import type { EngineSession } from "./engineSession.ts";
import type { Stores } from "./stores.ts";

/** Compares two points of the history that the reader chose, and again whenever the project changes. */
export interface Comparing {
  choose(from: Point, to: Point): void;
}

const quiet = 400;

/** The one pair that the live comparison answers by itself. */
export function isLivePair(from: Point, to: Point): boolean {
  return from.kind === "database" && to.kind === "models";
}

export function createComparing(
  stores: Pick<Stores, "engine" | "workspace" | "settings"> & { readonly comparing: ComparingStore },
  session: EngineSession,
  mayRun: () => boolean,
): Comparing {
  const { engine, workspace, settings, comparing } = stores;
  const again = delayed(() => void compare());

  async function compare(): Promise<void> {
    const { from, to, running } = comparing.getState();
    if (isLivePair(from, to) || !mayRun() || engine.getState().boot.kind !== "ready") return;
    if (running || engine.getState().running !== null) return again.in(quiet);
    comparing.setState({ running: true });
    const { files } = workspace.getState();
    const answer = await session.ask((id) => ({ kind: "difference", id, files, from, to }), "differed");
    comparing.setState({ running: false });
    const now = comparing.getState();
    if (answer === null || now.from !== from || now.to !== to) return;
    comparing.setState({ result: answer.result });
  }

  engine.subscribe((state, before) => {
    if (state.project !== before.project && settings.getState().stageTab === "differences") again.in(quiet);
  });

  return {
    choose: (from, to) => {
      comparing.setState({ from, to, result: null });
      again.in(0);
    },
  };
}
