import { useEffect, useState } from "react";
import { useStore } from "zustand";
import { useApp } from "../AppContext.ts";

/** Milliseconds after which the editor is fetched even though the database has not answered. */
const longestWait = 6000;

export interface WantedEditor {
  readonly wanted: boolean;
  /** Somebody touches the code. */
  want(): void;
}

/**
 * Whether the editor's own code is to be fetched and run. It is large, and while the database starts it would take the processor from it: until
 * then the file can be read.
 */
export function useEditorWanted(): WantedEditor {
  const app = useApp();
  const booted = useStore(app.engine, (state) => state.boot.kind !== "loading");
  const [wanted, setWanted] = useState(booted);
  if (booted && !wanted) setWanted(true);
  useEffect(() => {
    const timer = setTimeout(() => setWanted(true), longestWait);
    return () => clearTimeout(timer);
  }, []);
  return { wanted, want: () => setWanted(true) };
}
