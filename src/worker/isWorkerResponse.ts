import type { WorkerResponse } from "./messages.ts";

type Check = (value: unknown) => boolean;

const anything: Check = () => true;
const isText: Check = (value) => typeof value === "string";
const isNumber: Check = (value) => typeof value === "number";
const isFlag: Check = (value) => typeof value === "boolean";
const isList: Check = (value) => Array.isArray(value);
const isRecord: Check = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

/** Files of the project, and nothing that leads out of it. */
const areFiles: Check = (value) =>
  isRecord(value) &&
  Object.entries(value as object).every(
    ([path, text]) =>
      isText(text) &&
      /^[^/\\\0]+(\/[^/\\\0]+)*\/?$/.test(path) &&
      path.split("/").every((part) => part !== "." && part !== ".."),
  );

const isSavedDatabase: Check = (value) => {
  if (!isRecord(value)) return false;
  const { delta, base, baseName, others } = value as Readonly<Record<string, unknown>>;
  return (
    delta instanceof Blob &&
    (base === null || base instanceof Blob) &&
    isText(baseName) &&
    isRecord(others) &&
    Object.values(others as object).every((other) => other instanceof Blob)
  );
};

const isRowsAsSql: Check = (value) => {
  if (!isRecord(value)) return false;
  const { sql, rowCount, complete } = value as Readonly<Record<string, unknown>>;
  return isText(sql) && isNumber(rowCount) && isFlag(complete);
};

const forms: Readonly<Record<WorkerResponse["kind"], Readonly<Record<string, Check>>>> = {
  booting: { stage: isText },
  ready: { serverVersion: isText, extensions: (value) => isList(value) && (value as unknown[]).every(isText) },
  pythonOpened: {},
  bootFailed: { message: isText, restoring: isFlag },
  output: { id: isNumber, stream: (value) => value === "stdout" || value === "stderr", text: isText },
  event: { id: isNumber, event: isRecord },
  commandFinished: {
    id: isNumber,
    exitCode: isNumber,
    writtenFiles: areFiles,
    openFile: (value) => value === null || isRecord(value),
    problem: (value) => value === null || isRecord(value),
    project: isRecord,
    otherDatabases: isList,
  },
  compared: { id: isNumber, project: isRecord, drift: anything, answers: isList },
  sqlFinished: { id: isNumber, results: isList, changed: isFlag, database: isRecord },
  proved: { id: isNumber, proof: isRecord },
  differed: { id: isNumber, result: isRecord },
  dumped: { id: isNumber, database: isSavedDatabase },
  rowsRead: { id: isNumber, rows: isRowsAsSql },
  scripted: { id: isNumber, sql: isText },
  translated: {
    id: isNumber,
    files: areFiles,
    remarks: (value) => Array.isArray(value) && value.every(isText),
    mistake: (value) => value === null || isText(value),
  },
  modelsWritten: { id: isNumber, text: isText },
  failed: { id: isNumber, message: isText, fatal: isFlag },
};

/**
 * The page treats the worker as a stranger: a message must have the form of one of ours before anything reads it, and what is
 * kept (files, a saved database) is checked to the end.
 */
export function isWorkerResponse(value: unknown): value is WorkerResponse {
  if (typeof value !== "object" || value === null || !("kind" in value) || typeof value.kind !== "string") return false;
  if (!Object.hasOwn(forms, value.kind)) return false;
  const message = value as unknown as Readonly<Record<string, unknown>>;
  return Object.entries(forms[value.kind as WorkerResponse["kind"]]).every(
    ([key, check]) => Object.hasOwn(message, key) && check(message[key]),
  );
}
