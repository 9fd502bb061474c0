import { useMemo } from "react";
import { useStore } from "zustand";
import type { CommandProblem } from "../../app/engineStore.ts";
import { useApp } from "../AppContext.ts";

/** Every mistake that is known now, each once: of the last command, of the project's files, of the comparison. */
export function useProblems(): readonly CommandProblem[] {
  const { engine, drift } = useApp();
  const problem = useStore(engine, (state) => state.problem);
  const ofProject = useStore(engine, (state) => state.project?.problems);
  const unavailable = useStore(drift, (state) => state.drift?.unavailable ?? null);
  return useMemo(() => {
    const all: readonly (CommandProblem | null)[] = [
      problem,
      ...(ofProject ?? []),
      unavailable !== null && unavailable.severity !== "info" ? unavailable : null,
    ];
    const known = new Map<string, CommandProblem>();
    for (const candidate of all) {
      if (candidate === null) continue;
      const { message, location } = candidate;
      const key = `${message}\n${location?.path ?? ""}:${location?.line ?? ""}`;
      if (!known.has(key)) known.set(key, candidate);
    }
    return [...known.values()];
  }, [problem, ofProject, unavailable]);
}
