import type { Lesson } from "./lesson.ts";

/** Eight hexadecimal digits that change whenever anything of the lesson does (FNV-1a over its JSON). */
export function lessonVersion(lesson: Lesson): string {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(JSON.stringify(lesson))) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return hash.toString(16).padStart(8, "0");
}
