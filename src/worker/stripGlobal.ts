/** What stays of the worker's global once it has booted: the language itself and what the engine and PGlite use. */
const kept = new Set([
  // ECMAScript
  "Object", "Function", "Array", "Number", "parseFloat", "parseInt", "Infinity", "NaN", "undefined", "Boolean", "String",
  "Symbol", "Date", "Promise", "RegExp", "Error", "AggregateError", "EvalError", "RangeError", "ReferenceError",
  "SyntaxError", "TypeError", "URIError", "globalThis", "JSON", "Math", "Intl", "ArrayBuffer", "SharedArrayBuffer",
  "Atomics", "Uint8Array", "Int8Array", "Uint16Array", "Int16Array", "Uint32Array", "Int32Array", "Float16Array",
  "Float32Array", "Float64Array", "Uint8ClampedArray", "BigUint64Array", "BigInt64Array", "DataView", "Map", "BigInt",
  "Set", "Iterator", "WeakMap", "WeakSet", "WeakRef", "FinalizationRegistry", "Proxy", "Reflect", "decodeURI",
  "decodeURIComponent", "encodeURI", "encodeURIComponent", "escape", "unescape", "isFinite", "isNaN", "SuppressedError",
  "DisposableStack", "AsyncDisposableStack", "Temporal", "constructor", "hasOwnProperty", "isPrototypeOf", "toString",
  "valueOf", "toLocaleString", "propertyIsEnumerable", "__proto__", "__defineGetter__", "__defineSetter__",
  "__lookupGetter__", "__lookupSetter__",
  // the platform, without storage, network, files or other contexts
  "WebAssembly", "console", "self", "postMessage", "onmessage", "addEventListener", "removeEventListener", "dispatchEvent",
  "setTimeout", "clearTimeout", "setInterval", "clearInterval", "queueMicrotask", "performance", "crypto", "Crypto",
  "TextEncoder", "TextDecoder", "Blob", "File", "FileReader", "ReadableStream", "WritableStream", "TransformStream",
  "CompressionStream", "DecompressionStream", "Response", "URL", "URLSearchParams", "Event", "EventTarget", "MessageEvent",
  "ErrorEvent", "DOMException", "AbortController", "AbortSignal", "structuredClone", "atob", "btoa", "location",
  "isSecureContext", "crossOriginIsolated",
]);

/**
 * The second wall: takes everything away from the worker's global, along its prototype chain, that reaches storage,
 * network, other contexts or files. Called once, after boot and before any code of a user runs.
 * @returns the names that could not be deleted
 */
export function stripGlobal(): readonly string[] {
  const left: string[] = [];
  for (let object: object | null = globalThis; object !== null && object !== Object.prototype; object = Reflect.getPrototypeOf(object)) {
    for (const name of Object.getOwnPropertyNames(object)) {
      if (!kept.has(name) && !Reflect.deleteProperty(object, name)) left.push(name);
    }
  }
  return left;
}
