import { describe, expect, it } from "vitest";
import { isWorkerResponse } from "../../src/worker/isWorkerResponse.ts";

const finished = {
  kind: "commandFinished",
  id: 1,
  exitCode: 0,
  openFile: null,
  problem: null,
  project: {},
  otherDatabases: [],
};

describe("a message of the worker", () => {
  it.each<unknown>([
    { ...finished, writtenFiles: {} },
    { ...finished, writtenFiles: { "alembic/versions/": "", "models.ts": "x" } },
    { kind: "output", id: 2, stream: "stderr", text: "said" },
    { kind: "dumped", id: 3, database: { delta: new Blob(), base: null, baseName: "x", others: {} } },
    { kind: "dumped", id: 3, database: { delta: new Blob(), base: null, baseName: "x", others: { a: new Blob() } } },
    { kind: "failed", id: 4, message: "no", fatal: false },
  ])("is taken: %j", (message) => expect(isWorkerResponse(message)).toBe(true));

  it.each<unknown>([
    null,
    7,
    "ready",
    {},
    { kind: "__proto__" },
    { kind: "constructor" },
    { kind: "ready" },
    { kind: "ready", serverVersion: { toString: 1 }, extensions: [] },
    { kind: "ready", serverVersion: "18.6", extensions: [7] },
    finished,
    { ...finished, writtenFiles: { "../outside.ts": "x" } },
    { ...finished, writtenFiles: { "/etc/passwd": "x" } },
    { ...finished, writtenFiles: { "a/./b.ts": "x" } },
    { ...finished, writtenFiles: { "models.ts": 7 } },
    { ...finished, writtenFiles: ["models.ts"] },
    { ...finished, writtenFiles: {}, project: null },
    { kind: "output", id: 2, stream: "page", text: "x" },
    { kind: "output", id: 2, stream: "stdout", text: 7 },
    { kind: "dumped", id: 3, database: { delta: "not a blob", base: null, baseName: "x", others: {} } },
    { kind: "dumped", id: 3, database: { delta: new Blob(), base: null, baseName: "x", others: { a: "no blob" } } },
    { kind: "rowsRead", id: 3, rows: { sql: "", rowCount: "many", complete: true } },
  ])("is not taken: %j", (message) => expect(isWorkerResponse(message)).toBe(false));
});
