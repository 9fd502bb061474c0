import type { App } from "../../app/createApp.ts";

/** Pauses what plays, or plays on; where nothing has run yet, what is pending runs. */
export function playOrPause({ player, engine, runLine }: App): void {
  const { mode, recording } = player.store.getState();
  const { boot, running } = engine.getState();
  if (mode === "playing") player.pause();
  else if (recording !== null) player.play();
  else if (boot.kind === "ready" && running === null) void runLine("alembic upgrade head");
}
