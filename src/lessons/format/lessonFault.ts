import * as v from "valibot";
import { lessonSchema, type Lesson } from "./lesson.ts";

/** What one of a list is called; numbers count from 1. */
const placeWords: Readonly<Record<string, (number: number) => string>> = {
  steps: (number) => `step ${number}`,
  checks: (number) => `check ${number}`,
  hints: (number) => `hint ${number}`,
  solution: (number) => `part ${number} of the solution`,
  actions: (number) => `part ${number} of its actions`,
};

/** What keeps a lesson from being kept and shared, with its place in words; null: nothing does. */
export function lessonFault(lesson: Lesson): string | null {
  const result = v.safeParse(lessonSchema, lesson);
  if (result.success) return null;
  const [issue] = result.issues;
  const keys = (issue.path ?? []).map(({ key }) => key);
  const places = keys.flatMap((key, index) => {
    const list = keys[index - 1];
    if (typeof key === "number" && typeof list === "string") return placeWords[list]?.(key + 1) ?? `${list} ${key + 1}`;
    return typeof keys[index + 1] === "number" ? [] : String(key);
  });
  return [...places.slice(0, -1), `${places.at(-1) ?? "it"} ${issue.message}`].join(", ");
}
