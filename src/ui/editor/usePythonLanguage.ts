import { useEffect } from "react";
import { useStore } from "zustand";
import { projectLanguage } from "../../worker/projectLanguage.ts";
import { useApp } from "../AppContext.ts";

/** Starts what the editor knows about Python once Python itself has answered: it is large, and nobody waits for it. */
export function usePythonLanguage(): void {
  const { workspace, engine } = useApp();
  const started = useStore(engine, (state) => state.python?.stage === "ready");
  const isPython = useStore(workspace, (state) => projectLanguage(state.files) === "python");
  const wanted = started && isPython;
  useEffect(() => {
    if (!wanted) return undefined;
    let stop: (() => void) | null = null;
    let left = false;
    void import("./python/pythonLanguage.ts").then(({ startPythonLanguage }) => {
      if (!left) stop = startPythonLanguage(workspace);
    });
    return () => {
      left = true;
      stop?.();
    };
  }, [workspace, wanted]);
}
