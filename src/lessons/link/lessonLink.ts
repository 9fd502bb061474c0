import { deflateSync, Inflate } from "fflate";
import * as v from "valibot";
import { lessonSchema, type Lesson } from "../format/lesson.ts";
import dictionary from "./dictionary.txt?raw";

/** What a lesson's link or file holds: a lesson, or several as a course. */
export interface SharedLessons {
  readonly v: 1;
  /** Of the course, or of the lesson that is shared alone. */
  readonly id: string;
  /** null: it is one lesson, not a course. */
  readonly course: { readonly title: string; readonly summary: string } | null;
  readonly lessons: readonly { readonly id: string; readonly lesson: Lesson }[];
}

export type LessonLinkFault = "newer" | "damaged" | "tooLarge" | "invalid";

const sentences: Readonly<Record<LessonLinkFault, string>> = {
  newer: "This lesson was shared by a newer version of Stillroom. Reload the page to get that version.",
  damaged:
    "This lesson's link is damaged or cut off: chat programs sometimes shorten long ones. Ask for it again, or for the file.",
  tooLarge: "This link holds more than a course may hold.",
  invalid: "What this holds is not a lesson",
};

/** A link or file that holds no lesson. */
export class LessonLinkError extends Error {
  override readonly name = "LessonLinkError";
  readonly fault: LessonLinkFault;
  constructor(fault: LessonLinkFault, detail?: string) {
    super(detail === undefined ? sentences[fault] : `${sentences[fault]}: ${detail}.`);
    this.fault = fault;
  }
}

const prefix = "l1/";
const mostBytes = 6_000_000;
const pieceBytes = 4096;
const id = v.pipe(v.string(), v.regex(/^[a-z0-9]{1,24}$/));
const sharedSchema: v.GenericSchema<unknown, SharedLessons> = v.strictObject({
  v: v.literal(1),
  id,
  course: v.nullable(
    v.strictObject({
      title: v.pipe(v.string(), v.minLength(1), v.maxLength(120)),
      summary: v.pipe(v.string(), v.maxLength(600)),
    }),
  ),
  lessons: v.pipe(v.array(v.strictObject({ id, lesson: lessonSchema })), v.minLength(1), v.maxLength(60)),
});

/** What projects and lessons have in common, so that a link need not hold it. It never changes: another one is another prefix. */
const known = new TextEncoder().encode(dictionary);

/** The text behind the `#`: `l1/` and JSON, deflated with the dictionary, in base64url. */
export function encodeLessons(shared: SharedLessons): string {
  const bytes = deflateSync(new TextEncoder().encode(JSON.stringify(shared)), { level: 9, dictionary: known });
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return prefix + btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/** Reads what `encodeLessons` wrote. @throws LessonLinkError */
export function decodeLessons(text: string): SharedLessons {
  if (!text.startsWith(prefix)) throw new LessonLinkError("newer");
  return parseLessons(inflated(fromBase64Url(text.slice(prefix.length))));
}

/** Checks JSON that claims to hold lessons. @throws LessonLinkError */
export function parseLessons(json: string): SharedLessons {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    throw new LessonLinkError("invalid", "it is not what “Save as a file” writes");
  }
  if (typeof value === "object" && value !== null && "v" in value && typeof value.v === "number" && value.v > 1)
    throw new LessonLinkError("newer");
  const result = v.safeParse(sharedSchema, value);
  if (result.success) return result.output;
  const [issue] = result.issues;
  throw new LessonLinkError("invalid", `${v.getDotPath(issue)?.slice(0, 80) ?? "it"} ${issue.message.slice(0, 120)}`);
}

function inflated(bytes: Uint8Array): string {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let text = "";
  let size = 0;
  let ended = false;
  const stream = new Inflate({ dictionary: known }, (chunk, final) => {
    size += chunk.length;
    if (size > mostBytes) throw new LessonLinkError("tooLarge");
    text += decoder.decode(chunk, { stream: true });
    ended = final;
  });
  try {
    for (let from = 0; from < bytes.length; from += pieceBytes)
      stream.push(bytes.subarray(from, from + pieceBytes), from + pieceBytes >= bytes.length);
    text += decoder.decode();
  } catch (error) {
    throw error instanceof LessonLinkError ? error : new LessonLinkError("damaged");
  }
  if (!ended) throw new LessonLinkError("damaged");
  return text;
}

function fromBase64Url(text: string): Uint8Array {
  try {
    return Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (letter) => letter.charCodeAt(0));
  } catch {
    throw new LessonLinkError("damaged");
  }
}
