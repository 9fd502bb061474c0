import type { World } from "../src/engine/commands/world.ts";

/** A world that nobody hears and whose clock stands still; the rest is what a command works on. */
export function silentWorld(parts: Pick<World, "files" | "program" | "connect"> & Partial<World>): World {
  return {
    emit: () => undefined,
    stdout: () => undefined,
    stderr: () => undefined,
    now: () => new Date(0),
    randomId: () => "0123456789ab",
    templates: [],
    revisionSuffix: ".ts",
    environment: {},
    ...parts,
  };
}
