import { useStore } from "zustand";
import { playbackStore } from "../../app/playback/playbackStore.ts";
import type { SourceLocation } from "../../engine/errors.ts";

/** The line whose statement the page shows right now; null when nothing plays. */
export function useRunningPlace(): SourceLocation | null {
  return useStore(playbackStore, (state) => state.moment?.location ?? null);
}
