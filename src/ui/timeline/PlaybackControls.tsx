import type { ReactNode } from "react";
import { useStore } from "zustand";
import { speeds, type Speed } from "../../app/playback/player.ts";
import { useApp } from "../AppContext.ts";
import { playOrPause } from "./playOrPause.ts";

/** Play, pause, step and speed of the run that the page shows; without one, Play runs what is pending. */
export function PlaybackControls(): ReactNode {
  const app = useApp();
  const { player } = app;
  const mode = useStore(player.store, (state) => state.mode);
  const speed = useStore(player.store, (state) => state.speed);
  const hasRecording = useStore(player.store, (state) => state.recording !== null);
  const atStart = useStore(player.store, (state) => state.mode !== "now" && state.position === 0);
  const atEnd = useStore(
    player.store,
    (state) => state.mode === "now" || state.position === (state.recording?.moments.length ?? 0) - 1,
  );
  const ready = useStore(app.engine, (state) => state.boot.kind === "ready" && state.running === null);
  const playing = mode === "playing";
  const playLabel = playing
    ? "Pause"
    : !hasRecording
      ? "Run what is pending"
      : mode === "now"
        ? "Play the last run again"
        : "Play";
  return (
    <>
      <span className="playback" role="group" aria-label="Playback">
        <Control
          label="Previous revision"
          icon={icons.previousRevision}
          disabled={!hasRecording || atStart}
          onClick={() => player.stepRevision(-1)}
        />
        <Control
          label="Previous statement"
          icon={icons.previous}
          disabled={!hasRecording || atStart}
          onClick={() => player.stepStatement(-1)}
        />
        <Control
          label={playLabel}
          icon={playing ? icons.pause : icons.play}
          accent
          disabled={!hasRecording && !ready}
          onClick={() => playOrPause(app)}
        />
        <Control
          label="Next statement"
          icon={icons.next}
          disabled={!hasRecording || atEnd}
          onClick={() => player.stepStatement(1)}
        />
        <Control
          label="Next revision"
          icon={icons.nextRevision}
          disabled={!hasRecording || atEnd}
          onClick={() => player.stepRevision(1)}
        />
      </span>
      <select
        className="speed"
        aria-label="Speed"
        value={String(speed)}
        onChange={(event) => player.setSpeed(speeds.find((known) => String(known) === event.target.value) ?? 1)}
      >
        {speeds.map((known) => (
          <option key={known} value={String(known)}>
            {speedText(known)}
          </option>
        ))}
      </select>
    </>
  );
}

function speedText(speed: Speed): string {
  return speed === "instant" ? "instant" : `${speed}×`;
}

function Control(props: {
  readonly label: string;
  readonly icon: string;
  readonly disabled: boolean;
  readonly accent?: boolean;
  readonly onClick: () => void;
}): ReactNode {
  return (
    <button
      type="button"
      className={props.accent === true ? "control accent" : "control"}
      aria-label={props.label}
      title={props.label}
      disabled={props.disabled}
      onClick={props.onClick}
    >
      <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
        <path d={props.icon} fill="currentColor" />
      </svg>
    </button>
  );
}

const icons = {
  previousRevision: "M3 3h1.700v10H3zM13 3v10L5.500 8z",
  previous: "M11.500 3v10L4 8z",
  play: "M4.500 2.800v10.400L13 8z",
  pause: "M4 3h2.700v10H4zM9.300 3H12v10H9.300z",
  next: "M4.500 3v10L12 8z",
  nextRevision: "M3 3v10l7.500-5zM11.300 3H13v10h-1.700z",
} as const;
