import { createStore } from "zustand/vanilla";
import type { SourceLocation } from "../../engine/errors.ts";
import type { MigrationEvent } from "../../engine/runtime/migrationEvent.ts";

/** What the page shows of a run at one instant. */
export interface Moment {
  readonly location: SourceLocation | null;
}

export interface PlaybackState {
  readonly moment: Moment | null;
  begin(commandId: number): void;
  push(event: MigrationEvent): void;
  finish(): void;
}

export const playbackStore = createStore<PlaybackState>()((set) => ({
  moment: null,
  begin: () => set({ moment: null }),
  push: (event) => {
    if (event.kind === "statementExecuted" || event.kind === "statementFailed")
      set({ moment: { location: event.location } });
  },
  finish: () => set({ moment: null }),
}));
