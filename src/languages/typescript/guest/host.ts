/** What the engine puts into the sandbox's global, and what it finds there. */
interface SandboxGlobal {
  /** The one way out: a name and JSON in, JSON out. It never throws; failures come back as data. */
  stillroomHost?: (name: string, payload: string) => string;
  /** How the engine calls a function that user code handed over. */
  stillroomCallback?: (id: number, args: string) => string;
}

const sandbox = globalThis as SandboxGlobal;
const host = sandbox.stillroomHost;
delete sandbox.stillroomHost;

interface HostFailure {
  readonly id: number;
  readonly type: string;
  readonly message: string;
}

/** A failure of the engine or of PostgreSQL, as user code sees and may catch it. */
export class HostError extends Error {
  /** Which failure it was on the other side. */
  readonly hostErrorId: number;
  constructor(failure: HostFailure) {
    super(failure.message);
    this.name = failure.type;
    this.hostErrorId = failure.id;
  }
}

/** Asks the engine. `payload` and the answer are what JSON can hold. */
export function callHost<Answer>(name: string, payload: unknown): Answer {
  if (host === undefined) throw new Error("this library works only inside Stillroom");
  const answer = JSON.parse(host(name, JSON.stringify(payload ?? null))) as
    | { readonly value: Answer }
    | { readonly failure: HostFailure };
  if ("failure" in answer) throw new HostError(answer.failure);
  return answer.value;
}

/** Where the user's code is now, as a stack whose frames the engine reads. */
export function currentStack(): string {
  return new Error().stack ?? "";
}

type Callback = (...args: readonly unknown[]) => unknown;

const callbacks: Callback[] = [];

/** Keeps a function of the user's, so that the engine can call it by number. */
export function registerCallback(callback: Callback): { readonly callback: number } {
  return { callback: callbacks.push(callback) - 1 };
}

sandbox.stillroomCallback = (id, args) => {
  const callback = callbacks[id];
  if (callback === undefined) throw new Error(`no callback ${id}`);
  return JSON.stringify({ value: callback(...(JSON.parse(args) as readonly unknown[])) ?? null });
};
