import pgliteDataUrl from "../../node_modules/@electric-sql/pglite/dist/pglite.data?url";
import pgliteWasmUrl from "../../node_modules/@electric-sql/pglite/dist/pglite.wasm?url";
import quickjsWasmUrl from "@jitl/quickjs-wasmfile-release-sync/wasm?url";
import database from "virtual:database";
import dataDirectoryUrl from "../../.cache/database/pgdata.bin?url";
import { DownloadProgress } from "./downloadProgress.ts";
import { fetchExtension, isExtension, wantedExtensions } from "./extensionDownload.ts";
import type {
  BootAssets,
  BootStage,
  FileMap,
  SavedDatabase,
  WorkerMessage,
  WorkerRequest,
  WorkerResponse,
} from "./messages.ts";
import { gatherMessages } from "./gatherMessages.ts";
import { isWorkerResponse } from "./isWorkerResponse.ts";
import { projectLanguage } from "./projectLanguage.ts";
import { fetchPython, type PythonLoad } from "./pythonDownload.ts";
import { WaitingWorker } from "./waitingWorker.ts";

export interface EngineHandlers {
  onMessage(response: WorkerResponse): void;
  /** Bytes are those that arrived so far and those that are expected, compressed or not as the server counts them. */
  onProgress(stage: "downloading" | BootStage, loadedBytes: number, totalBytes: number): void;
  /** Only where a project has Python in it. */
  onPython(load: PythonLoad): void;
}

export interface EngineHandle {
  post(request: WorkerRequest): void;
  /** Ends the worker at once, whatever it does. */
  terminate(): void;
}

let downloads: Promise<BootAssets> | null = null;
/** Started before it is known what it will work on. */
let waiting: WaitingWorker | null = null;
let reportDownload: (loaded: number, total: number) => void = () => undefined;

/**
 * Begins what every visit needs, before the page has found out which workspace it opens.
 * @param beginsEmpty whether the first engine that is started restores nothing: then PostgreSQL starts at once
 */
export function prepareEngine(beginsEmpty: Promise<boolean>): void {
  const prepared = (waiting ??= new WaitingWorker());
  downloads ??= download();
  Promise.all([downloads, beginsEmpty]).then(
    ([assets, empty]) => {
      if (empty && waiting === prepared) prepared.begin({ kind: "boot", assets, restore: null });
    },
    // Whoever starts the engine hears of it.
    () => undefined,
  );
}

function takeWorker(restore: SavedDatabase | null): WaitingWorker {
  const prepared = waiting;
  waiting = null;
  if (prepared === null) return new WaitingWorker();
  if (!prepared.begun || restore === null) return prepared;
  prepared.worker.terminate();
  return new WaitingWorker();
}

/**
 * Fetches what the worker needs (once a page), starts it and boots it.
 * @param restore a database that was saved earlier; null starts from an empty one
 */
export function startEngine(handlers: EngineHandlers, restore: SavedDatabase | null = null): EngineHandle {
  reportDownload = (loaded, total) => handlers.onProgress("downloading", loaded, total);
  const taken = takeWorker(restore);
  const { worker } = taken;
  let ended = false;
  // What comes while Python or an extension is on its way waits for it, so that requests keep their order.
  let before: Promise<void> | null = null;
  let python = false;
  const extensions = new Set<string>();
  const wait = (arrival: Promise<WorkerMessage>, forget: () => void, arrived = (): void => undefined): void => {
    const sent = arrival.then((message) => {
      worker.postMessage(message);
      arrived();
    }, forget);
    before = before === null ? sent : Promise.all([before, sent]).then(() => undefined);
  };
  const fetchPythonFor = ({ files }: Extract<WorkerRequest, { readonly files: FileMap }>): void => {
    if (!python && projectLanguage(files) === "python") {
      python = true;
      const arrived = (): void => {
        handlers.onPython({ stage: "starting" });
      };
      const forget = (): void => {
        python = false;
        handlers.onPython({ stage: "ready" });
      };
      wait(
        fetchPython(handlers.onPython).then((assets) => ({ kind: "python", assets })),
        forget,
        arrived,
      );
    }
  };
  const fetchExtensions = (names: readonly string[]): void => {
    for (const name of names) {
      if (extensions.has(name)) continue;
      extensions.add(name);
      wait(
        fetchExtension(name).then((archive) => ({ kind: "extension", archive })),
        () => void extensions.delete(name),
      );
    }
  };
  const post = (request: WorkerRequest): void => {
    if ("files" in request) {
      fetchPythonFor(request);
      fetchExtensions(wantedExtensions(Object.values(request.files)));
    }
    if (request.kind === "sql") fetchExtensions(wantedExtensions([request.sql]));
    if (before === null) worker.postMessage(request);
    else
      void before.then(() => {
        if (!ended) worker.postMessage(request);
      });
  };
  const receive = gatherMessages((message) => {
    if (ended) return;
    if (message.kind === "booting") handlers.onProgress(message.stage, 0, 0);
    // A saved database may hold some that no file speaks of.
    if (message.kind === "ready") fetchExtensions(message.extensions.filter(isExtension));
    if (message.kind === "pythonOpened") handlers.onPython({ stage: "ready" });
    handlers.onMessage(message);
  });
  taken.listen({
    message: ({ data }) => {
      if (!ended && isWorkerResponse(data)) receive(data);
    },
    error: ({ message }) => {
      if (!ended)
        handlers.onMessage({
          kind: "bootFailed",
          message: message || "the engine's code could not be loaded",
          restoring: false,
        });
    },
  });
  const fail = (error: unknown) => {
    downloads = null;
    if (!ended)
      handlers.onMessage({
        kind: "bootFailed",
        message: error instanceof Error ? error.message : String(error),
        restoring: false,
      });
  };
  if (!taken.begun) {
    downloads ??= download();
    downloads.then((assets) => taken.begin({ kind: "boot", assets, restore })).catch(fail);
  }
  return {
    post,
    terminate: () => {
      ended = true;
      worker.terminate();
    },
  };
}

async function download(): Promise<BootAssets> {
  const progress = new DownloadProgress((loaded, total) => reportDownload(loaded, total));
  const [pgliteWasm, pgliteData, dataDirectory, quickjsWasm] = await Promise.all([
    progress.track(pgliteWasmUrl, compile),
    progress.track(pgliteDataUrl, (response) => response.blob()),
    progress.track(dataDirectoryUrl, (response) => response.blob()),
    progress.track(quickjsWasmUrl, compile),
  ]);
  return { pgliteWasm, pgliteData, dataDirectory, dataDirectoryName: database.content, quickjsWasm };
}

function compile(response: Response): Promise<WebAssembly.Module> {
  return WebAssembly.compileStreaming(response);
}

/** The directory that every database of this build starts from, compressed, for keeping it with saved databases. */
export async function fetchBaseDirectory(): Promise<Blob> {
  return (await fetch(dataDirectoryUrl)).blob();
}
