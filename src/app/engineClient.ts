import type { EngineHandle, EngineHandlers } from "../worker/startEngine.ts";
import type { PythonLoad } from "../worker/pythonDownload.ts";
import type { BootStage, SavedDatabase, WorkerRequest, WorkerResponse } from "../worker/messages.ts";

export type StartEngine = (handlers: EngineHandlers, restore?: SavedDatabase | null) => EngineHandle;

/** The engine was ended before it answered. */
export class EngineStoppedError extends Error {
  override readonly name = "EngineStoppedError";
}

/** The engine could not answer; after a fatal failure it must be started anew. */
export class EngineFailedError extends Error {
  override readonly name = "EngineFailedError";
  readonly fatal: boolean;
  constructor(message: string, fatal: boolean) {
    super(message);
    this.fatal = fatal;
  }
}

export type Answer<Kind extends WorkerResponse["kind"]> = Extract<WorkerResponse, { readonly kind: Kind }>;
export type NumberedResponse = Extract<WorkerResponse, { readonly id: number }>;

export type AnswerKind = NumberedResponse["kind"];

interface Question {
  readonly id: number;
  readonly request: WorkerRequest;
  readonly listen: (response: NumberedResponse) => void;
  readonly resolve: (response: NumberedResponse) => void;
  readonly reject: (error: Error) => void;
}

export interface EngineClientHandlers {
  onReady(serverVersion: string): void;
  onBootFailed(message: string, restoring: boolean): void;
  onProgress(stage: "downloading" | BootStage, loadedBytes: number, totalBytes: number): void;
  onPython(load: PythonLoad): void;
}

/** Asks the engine one question at a time; questions asked before it is ready wait. */
export class EngineClient {
  readonly #start: StartEngine;
  readonly #handlers: EngineClientHandlers;
  #engine: EngineHandle | null = null;
  #ready = false;
  #nextId = 1;
  #asked: Question | null = null;
  #waiting: Question[] = [];

  constructor(start: StartEngine, handlers: EngineClientHandlers) {
    this.#start = start;
    this.#handlers = handlers;
  }

  /** Whether nothing is asked or waits. */
  get idle(): boolean {
    return this.#asked === null && this.#waiting.length === 0;
  }

  /** @param restore a database saved earlier; null starts from an empty one */
  boot(restore: SavedDatabase | null): void {
    this.#ready = false;
    this.#engine = this.#start(
      {
        onMessage: (response) => this.#receive(response),
        onProgress: this.#handlers.onProgress,
        onPython: this.#handlers.onPython,
      },
      restore,
    );
  }

  /** Ends the engine at once; the running and the waiting questions are rejected with EngineStoppedError. */
  stop(): void {
    this.#engine?.terminate();
    this.#engine = null;
    this.#ready = false;
    const stopped = this.#asked === null ? this.#waiting : [this.#asked, ...this.#waiting];
    this.#asked = null;
    this.#waiting = [];
    for (const question of stopped) question.reject(new EngineStoppedError("the engine was stopped"));
  }

  /**
   * @param listen hears what arrives before the answer: output and events
   * @throws EngineStoppedError, EngineFailedError
   */
  ask<Kind extends AnswerKind>(
    request: (id: number) => WorkerRequest,
    kind: Kind,
    listen: (response: NumberedResponse) => void = () => undefined,
  ): Promise<Answer<Kind>> {
    const id = this.#nextId++;
    return new Promise<NumberedResponse>((resolve, reject) => {
      this.#waiting.push({ id, request: request(id), listen, resolve, reject });
      this.#advance();
    }).then((response) => {
      if (isAnswer(response, kind)) return response;
      throw new EngineFailedError(`the engine answered ${response.kind} where ${kind} was expected`, false);
    });
  }

  #advance(): void {
    if (!this.#ready || this.#engine === null || this.#asked !== null) return;
    const next = this.#waiting.shift();
    if (next === undefined) return;
    this.#asked = next;
    this.#engine.post(next.request);
  }

  #receive(response: WorkerResponse): void {
    switch (response.kind) {
      case "booting":
      case "pythonOpened":
        return;
      case "ready":
        this.#ready = true;
        this.#handlers.onReady(response.serverVersion);
        this.#advance();
        return;
      case "bootFailed":
        this.#handlers.onBootFailed(response.message, response.restoring);
        return;
      default:
        this.#hear(response);
    }
  }

  #hear(response: NumberedResponse): void {
    const question = this.#asked;
    if (question === null || response.id !== question.id) return;
    if (response.kind === "output" || response.kind === "event") {
      question.listen(response);
      return;
    }
    this.#asked = null;
    if (response.kind === "failed") question.reject(new EngineFailedError(response.message, response.fatal));
    else question.resolve(response);
    this.#advance();
  }
}

function isAnswer<Kind extends WorkerResponse["kind"]>(response: WorkerResponse, kind: Kind): response is Answer<Kind> {
  return response.kind === kind;
}
