import { createStore, type StoreApi } from "zustand/vanilla";
import type { DatabaseErrorFields } from "../engine/errors.ts";
import type { PythonLoad } from "../worker/pythonDownload.ts";
import type { BootStage, Problem, ProjectState } from "../worker/messages.ts";

export type EngineBoot =
  | {
      readonly kind: "loading";
      readonly stage: "downloading" | BootStage;
      readonly loadedBytes: number;
      readonly totalBytes: number;
    }
  | { readonly kind: "ready"; readonly serverVersion: string }
  /** `restoring`: the saved database could not be opened; an empty one may well start. */
  | { readonly kind: "failed"; readonly message: string; readonly restoring: boolean };

export type CommandProblem = Problem & { readonly database?: DatabaseErrorFields; readonly sql?: string };

export interface RunningCommand {
  readonly line: string;
}

export interface EngineState {
  readonly boot: EngineBoot;
  /** null: no project had Python in it so far. */
  readonly python: PythonLoad | null;
  /** The last project that the engine described; null before the first answer. */
  readonly project: ProjectState | null;
  readonly running: RunningCommand | null;
  /** Lines that wait for the running one. */
  readonly waiting: readonly string[];
  /** The mistake that ended the last command. */
  readonly problem: CommandProblem | null;
}

export type EngineStore = StoreApi<EngineState>;

export function createEngineStore(): EngineStore {
  return createStore<EngineState>()(() => ({
    boot: { kind: "loading", stage: "downloading", loadedBytes: 0, totalBytes: 0 },
    python: null,
    project: null,
    running: null,
    waiting: [],
    problem: null,
  }));
}
