import { callHost } from "./host.ts";

const mostDepth = 4;
const mostEntries = 100;

/** A value as text for the terminal. */
function inspect(value: unknown, depth: number, seen: readonly object[]): string {
  switch (typeof value) {
    case "string":
      return depth === 0 ? value : JSON.stringify(value);
    case "bigint":
      return `${value}n`;
    case "function":
      return `[function ${value.name || "anonymous"}]`;
    case "object":
      return value === null ? "null" : inspectObject(value, depth, seen);
    default:
      return String(value);
  }
}

function inspectObject(value: object, depth: number, seen: readonly object[]): string {
  if (value instanceof Error)
    return value.stack === undefined
      ? `${value.name}: ${value.message}`
      : `${value.name}: ${value.message}\n${value.stack.trimEnd()}`;
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? "Invalid Date" : value.toISOString();
  if (seen.includes(value)) return "[circular]";
  if (depth >= mostDepth) return Array.isArray(value) ? "[...]" : "{...}";
  const inner = [...seen, value];
  const item = (entry: unknown): string => inspect(entry, depth + 1, inner);
  const list = (entries: readonly string[]): string =>
    entries.length > mostEntries
      ? `${entries.slice(0, mostEntries).join(", ")}, ... ${entries.length - mostEntries} more`
      : entries.join(", ");
  if (Array.isArray(value)) return `[${list(value.map(item))}]`;
  if (value instanceof Map)
    return `Map { ${list([...value].map(([key, entry]) => `${item(key)} => ${item(entry)}`))} }`;
  if (value instanceof Set) return `Set { ${list([...value].map(item))} }`;
  const entries = Object.entries(value).map(([key, entry]) => `${key}: ${item(entry)}`);
  const { constructor } = Object.getPrototypeOf(value) ?? { constructor: undefined };
  const name = typeof constructor === "function" && constructor !== Object ? `${constructor.name} ` : "";
  return entries.length === 0 ? `${name}{}` : `${name}{ ${list(entries)} }`;
}

function printTo(stream: "stdout" | "stderr"): (...values: readonly unknown[]) => void {
  return (...values) => {
    callHost("print", { stream, text: `${values.map((value) => inspect(value, 0, [])).join(" ")}\n` });
  };
}

const stdout = printTo("stdout");
const stderr = printTo("stderr");

Object.assign(globalThis, {
  console: { log: stdout, info: stdout, debug: stdout, table: stdout, warn: stderr, error: stderr },
});
