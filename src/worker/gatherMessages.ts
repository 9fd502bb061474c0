import type { WorkerResponse } from "./messages.ts";

/**
 * Hands over messages in their order, and those that only report (events, output) together once the page has a moment: a run of a
 * thousand statements would otherwise make it draw itself a thousand times, and nothing else.
 */
export function gatherMessages(handle: (message: WorkerResponse) => void): (message: WorkerResponse) => void {
  let gathered: WorkerResponse[] = [];
  let timer: ReturnType<typeof setTimeout> | null = null;
  const handOver = (): void => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    const messages = gathered;
    gathered = [];
    for (const message of messages) handle(message);
  };
  return (message) => {
    gathered.push(message);
    if (message.kind !== "event" && message.kind !== "output") handOver();
    else timer ??= setTimeout(handOver, 0);
  };
}
