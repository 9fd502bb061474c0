import type { ReactNode } from "react";
import { useStore } from "zustand";
import { useApp } from "../AppContext.ts";

/** Whether the workspace is kept in this browser. */
export function KeptStatus(): ReactNode {
  const kept = useStore(useApp().keeper.kept);
  if (kept.kind === "notKept") {
    return (
      <span className="kept warning" role="status" title={`Not kept: ${kept.reason}.`}>
        ! Not kept: {kept.reason}
      </span>
    );
  }
  return (
    <span className="kept" title="Files, terminal history and database are kept in this browser">
      {kept.kind === "saved" ? "Saved" : "Saving…"}
    </span>
  );
}
