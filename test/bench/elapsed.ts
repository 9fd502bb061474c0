import { existsSync, readFileSync } from "node:fs";

export interface Elapsed {
  /** Milliseconds of the wall clock. */
  readonly wall: number;
  /**
   * Milliseconds of this thread's processor time: what a busy machine does not inflate. What V8 compiles and collects beside it is left out,
   * where the system tells threads apart.
   */
  readonly processor: number;
}

/** How long the action takes. */
export function elapsed(action: () => void): Elapsed {
  const started = performance.now();
  const before = processorTime();
  action();
  return { wall: performance.now() - started, processor: processorTime() - before };
}

/** Linux: nanoseconds on a processor come first. */
const threadStatistics = "/proc/thread-self/schedstat";

function processorTime(): number {
  if (existsSync(threadStatistics)) return Number(readFileSync(threadStatistics, "utf8").split(" ")[0]) / 1e6;
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
