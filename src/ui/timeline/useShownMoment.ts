import { useStore } from "zustand";
import type { Moment } from "../../app/playback/moment.ts";
import type { Recording } from "../../app/playback/recording.ts";
import type { DatabaseState } from "../../engine/runtime/migrationEvent.ts";
import { useApp } from "../AppContext.ts";

export interface ShownMoment {
  readonly recording: Recording;
  readonly position: number;
  readonly moment: Moment;
}

/** The moment of a run that the page shows; null when it shows the database as it is. */
export function useShownMoment(): ShownMoment | null {
  const { player } = useApp();
  const recording = useStore(player.store, (state) => (state.mode === "now" ? null : state.recording));
  const position = useStore(player.store, (state) => state.position);
  const moment = recording?.moments[position];
  return recording === null || moment === undefined ? null : { recording, position, moment };
}

/** The database at the moment that the page shows; null before it is known. */
export function useShownState(): DatabaseState | null {
  const shown = useShownMoment();
  const now = useStore(useApp().engine, (state) => state.project?.database ?? null);
  return shown === null ? now : shown.moment.state;
}

/** The rows of the version table at the moment that the page shows. */
export function useShownHeads(): readonly string[] {
  return useShownState()?.heads ?? none;
}

const none: readonly string[] = [];
