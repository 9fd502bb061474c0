// The bundler makes this default.
// oxlint-disable-next-line import/default
import workerUrl from "./engineWorker.ts?worker&url";
import type { WorkerMessage } from "./messages.ts";

/** The engine's worker, started before anybody listens: what it says meanwhile is kept. */
export class WaitingWorker {
  readonly worker: Worker;
  #heard: Event[] = [];
  #begun = false;

  constructor() {
    this.worker = new Worker(workerFromBlob(), { type: "module" });
    this.worker.addEventListener("message", this.#keep);
    this.worker.addEventListener("error", this.#keep);
  }

  /** Whether it was told what to begin with. */
  get begun(): boolean {
    return this.#begun;
  }

  begin(boot: Extract<WorkerMessage, { readonly kind: "boot" }>): void {
    this.#begun = true;
    this.worker.postMessage(boot);
  }

  /** From now on it is heard at once, after what it has said so far. */
  listen(listeners: {
    readonly message: (event: MessageEvent<unknown>) => void;
    readonly error: (event: ErrorEvent) => void;
  }): void {
    const { worker } = this;
    worker.removeEventListener("message", this.#keep);
    worker.removeEventListener("error", this.#keep);
    for (const event of this.#heard) {
      if (event instanceof MessageEvent) listeners.message(event);
      else if (event instanceof ErrorEvent) listeners.error(event);
    }
    this.#heard = [];
    worker.addEventListener("message", listeners.message);
    worker.addEventListener("error", listeners.error);
  }

  readonly #keep = (event: Event): void => {
    this.#heard.push(event);
  };
}

/** A worker that starts from a blob is bound by the page's Content-Security-Policy; one that starts from a URL is not. */
function workerFromBlob(): string {
  const absolute = new URL(workerUrl, import.meta.url).href;
  return URL.createObjectURL(new Blob([`import ${JSON.stringify(absolute)}`], { type: "text/javascript" }));
}
