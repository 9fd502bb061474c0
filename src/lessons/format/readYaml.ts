import * as v from "valibot";
import { isMap, isScalar, isSeq, LineCounter, parseDocument, type Document } from "yaml";
import { LessonFormatError } from "./lessonFormatError.ts";

/** A piece of YAML that stands in a file. */
export interface YamlText {
  readonly path: string;
  readonly text: string;
  /** The line of the file on which the text begins; lines count from 1. */
  readonly line: number;
}

/** Reads YAML 1.2 and checks it. @throws LessonFormatError with the line of the value that is wrong */
export function readYaml<Value>(
  source: YamlText,
  schema: v.GenericSchema<unknown, Value>,
  /** Brings what authors write into the form of the schema; keys and places stay as they are. */
  prepare: (value: unknown) => unknown = (value) => value,
): Value {
  const counter = new LineCounter();
  const document = parseDocument(source.text, { lineCounter: counter, prettyErrors: false });
  const lineAt = (offset: number): number => source.line + counter.linePos(offset).line - 1;
  const [error] = document.errors;
  if (error !== undefined) throw new LessonFormatError(source.path, lineAt(error.pos[0]), error.message);
  const result = v.safeParse(schema, prepare(document.toJS()));
  if (result.success) return result.output;
  const [issue] = result.issues;
  const keys = (issue.path ?? []).map(({ key }) => key);
  const place = keys.filter((key): key is string | number => typeof key === "string" || typeof key === "number");
  throw new LessonFormatError(source.path, lineAt(offsetOf(document, place)), describe(place, issue));
}

/** The line of a key at the top of a piece of YAML; its first line where the key is missing. */
export function lineOfKey({ text, line }: YamlText, key: string): number {
  const place = text.split("\n").findIndex((candidate) => candidate.startsWith(`${key}:`));
  return line + Math.max(0, place);
}

/** Where the value behind the longest part of the path begins that is there. */
function offsetOf(document: Document, place: readonly (string | number)[]): number {
  let node: unknown = document.contents;
  let offset = rangeStart(node);
  for (const key of place) {
    if (isSeq(node) && typeof key === "number") node = node.items[key];
    else if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && item.key.value === key);
      if (pair === undefined) return offset ?? 0;
      offset = rangeStart(pair.key) ?? offset;
      node = pair.value;
    } else return offset ?? 0;
    offset = rangeStart(node) ?? offset;
  }
  return offset ?? 0;
}

function rangeStart(node: unknown): number | undefined {
  return typeof node === "object" && node !== null && "range" in node && Array.isArray(node.range)
    ? (node.range[0] as number)
    : undefined;
}

function describe(place: readonly (string | number)[], issue: v.BaseIssue<unknown>): string {
  // `kind` is no key that authors write: it comes from the key that says what is meant.
  const shown = place.at(-1) === "kind" ? place.slice(0, -1) : place;
  const fault = faultOf(issue);
  return shown.length === 0 ? fault : `${shown.join(".")}: ${fault}`;
}

/** What is wrong, in words for who writes a lesson: the schema's own where it has some, or instead of valibot's. */
function faultOf({ type, expected, received, message }: v.BaseIssue<unknown>): string {
  if (!message.startsWith("Invalid ")) return message;
  switch (type) {
    case "strict_object":
      if (expected === "never") return "is not known here";
      return received === "undefined" ? "is missing" : "must have keys and values";
    case "variant":
      return `must have one of these keys: ${listed(expected)}`;
    case "array":
      return "must be a list";
    case "picklist":
      return `must be one of ${listed(expected)}`;
    default:
      return message;
  }
}

/** `("run" | "sql")` as `run, sql`. */
function listed(expected: string | null): string {
  return (expected ?? "").replaceAll(/[()"]/g, "").replaceAll(" | ", ", ");
}
