import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createMessageConnection,
  type MessageConnection,
} from "vscode-jsonrpc/browser";
import workerUrl from "../../../../node_modules/browser-basedpyright/dist/pyright.worker.js?url";

/** A language server for Python in a worker of its own. */
export interface PythonServer {
  readonly connection: MessageConnection;
  dispose(): void;
}

interface NewWorkerMessage {
  readonly type: "browser/newWorker";
  readonly initialData: unknown;
  readonly port: MessagePort;
}

/** Starts basedpyright's build for browsers. It reads files that it is given, and nothing else. */
export function startPythonServer(): PythonServer {
  const workers: Worker[] = [];
  const channel = new MessageChannel();
  const start = (boot: object, transfer: Transferable[]): Worker => {
    const worker = new Worker(workerUrl);
    workers.push(worker);
    worker.postMessage({ type: "browser/boot", ...boot }, transfer);
    return worker;
  };
  const foreground = start({ mode: "foreground" }, []);
  foreground.addEventListener("message", ({ data }: MessageEvent<unknown>) => {
    if (isNewWorker(data)) start({ mode: "background", initialData: data.initialData, port: data.port }, [data.port]);
    else channel.port1.postMessage(data);
  });
  channel.port1.addEventListener("message", ({ data }: MessageEvent<unknown>) => foreground.postMessage(data));
  channel.port1.start();
  const connection = createMessageConnection(
    new BrowserMessageReader(channel.port2),
    new BrowserMessageWriter(channel.port2),
  );
  connection.listen();
  return {
    connection,
    dispose: () => {
      connection.dispose();
      channel.port1.close();
      for (const worker of workers) worker.terminate();
    },
  };
}

function isNewWorker(data: unknown): data is NewWorkerMessage {
  return (data as Partial<NewWorkerMessage> | null)?.type === "browser/newWorker";
}
