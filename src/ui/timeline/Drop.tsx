import type { KeyboardEvent, PointerEvent, ReactNode } from "react";
import { useStore } from "zustand";
import { useApp } from "../AppContext.ts";
import { dropPath } from "./dropPath.ts";
import type { Point } from "./tubePath.ts";

/** Pixels from where the drop is held to its tip. */
const tipBelow = 14;

/** The database's place in the history. After a run it is the handle by which every moment of the run can be shown. */
export function Drop(props: {
  /** Only one drop is the handle and says what it is. */
  readonly main: boolean;
  readonly onPlaced: (element: HTMLElement | null) => void;
  /** The moment that stands nearest to a place in the picture. */
  readonly positionAt: (place: Point) => number | null;
}): ReactNode {
  const { player } = useApp();
  const recording = useStore(player.store, (state) => state.recording);
  const position = useStore(player.store, (state) =>
    state.mode === "now" ? (state.recording?.moments.length ?? 1) - 1 : state.position,
  );
  const wasHere = useStore(player.store, (state) => state.mode === "paused");
  if (!props.main)
    return (
      <div className="drop-place" ref={(element) => props.onPlaced(element)} hidden>
        <DropShape />
      </div>
    );

  const drag = (event: PointerEvent<HTMLElement>) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    if (player.store.getState().mode === "now") player.seek(position);
    const picture = event.currentTarget.parentElement?.parentElement;
    if (picture === null || picture === undefined) return;
    const { left, top } = picture.getBoundingClientRect();
    const nearest = props.positionAt({ x: event.clientX - left, y: event.clientY - top + tipBelow });
    if (nearest !== null && nearest !== player.store.getState().position) player.seek(nearest, 120);
  };
  const keys = (event: KeyboardEvent) => {
    const act = sliderKeys(event.key);
    if (act === null || recording === null) return;
    event.preventDefault();
    event.stopPropagation();
    act(player, recording.moments.length);
  };
  const label = (
    <span className="drop-label" aria-hidden="true">
      {wasHere ? "the database was here" : "the database is here"}
    </span>
  );
  return (
    <div className="drop-place main" ref={(element) => props.onPlaced(element)} hidden>
      {recording === null ? (
        <div className="drop-handle still">
          <DropShape />
        </div>
      ) : (
        <div
          className="drop-handle"
          role="slider"
          tabIndex={0}
          aria-label="Moment of the last run"
          aria-valuemin={0}
          aria-valuemax={recording.moments.length - 1}
          aria-valuenow={position}
          aria-valuetext={recording.moments[position]?.title ?? ""}
          title="Drag to see the last run moment by moment"
          onPointerDown={(event) => {
            event.currentTarget.setPointerCapture(event.pointerId);
            player.pause();
          }}
          onPointerMove={drag}
          onKeyDown={keys}
        >
          <DropShape />
        </div>
      )}
      {label}
    </div>
  );
}

function DropShape(): ReactNode {
  return (
    <svg width="28" height="32" viewBox="-14 -30 28 32" aria-hidden="true">
      <path className="drop" d={dropPath} />
      <path className="drop-shine" d="M-4.500 -8.500a4.500 4.500 0 0 0 4 5" />
    </svg>
  );
}

type Act = (player: ReturnType<typeof useApp>["player"], length: number) => void;

function sliderKeys(key: string): Act | null {
  switch (key) {
    case "ArrowRight":
    case "ArrowUp":
      return (player) => player.stepStatement(1);
    case "ArrowLeft":
    case "ArrowDown":
      return (player) => player.stepStatement(-1);
    case "PageUp":
      return (player) => player.stepRevision(1);
    case "PageDown":
      return (player) => player.stepRevision(-1);
    case "Home":
      return (player) => player.seek(0);
    case "End":
      return (player, length) => player.seek(length - 1);
    case "Escape":
      return (player) => player.showNow();
    case " ":
      return (player) => (player.store.getState().mode === "playing" ? player.pause() : player.play());
    default:
      return null;
  }
}
