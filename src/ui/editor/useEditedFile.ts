import { useDeferredValue } from "react";
import { useStore } from "zustand";
import { useApp } from "../AppContext.ts";
import { useCalm } from "./useCalm.ts";
import { useShownMoment } from "../timeline/useShownMoment.ts";

/** Milliseconds in which a file that is shown can be taken in. */
const leastGlance = 600;

/** The file that the editor shows: the one that was opened, or while a run plays the one whose statement is shown. */
export function useEditedFile(): string | null {
  const { workspace, player } = useApp();
  const active = useStore(workspace, (state) => state.activeFile);
  const following = useStore(player.store, (state) => state.following);
  const shown = useShownMoment();
  const running = shown?.recording.steps[shown.moment.stepIndex]?.path ?? null;
  const followed = useCalm(useDeferredValue(shown?.moment.location?.path ?? running), leastGlance);
  const path = (following && followed) || active;
  const exists = useStore(workspace, (state) => path !== null && state.files[path] !== undefined);
  return exists ? path : active;
}
