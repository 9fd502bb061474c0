import { useMemo } from "react";
import { useStore } from "zustand";
import type { Finding } from "../../app/findingsStore.ts";
import { useApp } from "../AppContext.ts";
import { useProblems } from "./useProblems.ts";

/** What is underlined in the code, without the lines of which a problem is told already. */
export function useFindings(): readonly Finding[] {
  const findings = useStore(useApp().findings, (state) => state.findings);
  const problems = useProblems();
  return useMemo(() => {
    const told = new Set(problems.map(({ location }) => `${location?.path}:${location?.line}`));
    return findings.filter(({ location }) => !told.has(`${location.path}:${location.line}`));
  }, [findings, problems]);
}
