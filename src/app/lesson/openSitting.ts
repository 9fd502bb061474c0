import { readSitting } from "../../lessons/sitting/readSitting.ts";
import { createLessonSession, type LessonSession } from "./createLessonSession.ts";
import type { LessonWorld } from "./lessonWorld.ts";

/** What plays the sitting that a workspace has stored; null: it cannot be read, and the workspace opens without its lesson. */
export function openSitting(stored: unknown): ((world: LessonWorld) => LessonSession) | null {
  const sitting = readSitting(stored);
  return sitting === null ? null : (world) => createLessonSession(world, sitting);
}
