import { useStore } from "zustand";
import { useApp } from "../AppContext.ts";
import { useShownMoment } from "../timeline/useShownMoment.ts";

/** The file that the editor shows: the one that was opened, or while a run plays the one whose statement is shown. */
export function useEditedFile(): string | null {
  const { workspace, player } = useApp();
  const active = useStore(workspace, (state) => state.activeFile);
  const following = useStore(player.store, (state) => state.following);
  const shown = useShownMoment();
  const running = shown?.recording.steps[shown.moment.stepIndex]?.path ?? null;
  const path = (following && (shown?.moment.location?.path ?? running)) || active;
  const exists = useStore(workspace, (state) => path !== null && state.files[path] !== undefined);
  return exists ? path : active;
}
