import type { WorkerResponse } from "./messages.ts";

const kinds: Readonly<Record<WorkerResponse["kind"], readonly string[]>> = {
  booting: ["stage"],
  ready: ["serverVersion"],
  bootFailed: ["message", "restoring"],
  output: ["id", "stream", "text"],
  event: ["id", "event"],
  commandFinished: ["id", "exitCode", "writtenFiles", "project"],
  compared: ["id", "project", "drift", "answers"],
  sqlFinished: ["id", "results", "database"],
  dumped: ["id", "database"],
  rowsRead: ["id", "rows"],
  failed: ["id", "message", "fatal"],
};

/** The page treats the worker as a stranger: a message must be one of ours in shape before anything reads it. */
export function isWorkerResponse(value: unknown): value is WorkerResponse {
  if (typeof value !== "object" || value === null || !("kind" in value) || typeof value.kind !== "string") return false;
  if (!Object.hasOwn(kinds, value.kind)) return false;
  return kinds[value.kind as WorkerResponse["kind"]].every((key) => Object.hasOwn(value, key));
}
