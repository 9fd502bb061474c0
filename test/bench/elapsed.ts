export interface Elapsed {
  /** Milliseconds of the wall clock. */
  readonly wall: number;
  /** Milliseconds of this process's processor time: what a busy machine does not inflate. */
  readonly processor: number;
}

/** How long the action takes. */
export function elapsed(action: () => void): Elapsed {
  const started = performance.now();
  const before = process.cpuUsage();
  action();
  const { user, system } = process.cpuUsage(before);
  return { wall: performance.now() - started, processor: (user + system) / 1000 };
}
