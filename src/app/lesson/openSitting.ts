import { readSitting } from "../../lessons/sitting/readSitting.ts";
import type { KeyValueStorage } from "../../lessons/progress/progress.ts";
import type { TextLanguage } from "../../lessons/translation/textLanguage.ts";
import { createLessonSession, type LessonSession } from "./createLessonSession.ts";
import type { LessonWorld } from "./lessonWorld.ts";
import { toldIn } from "./toldIn.ts";

/**
 * What plays the sitting that a workspace has stored, told in a language where its lesson has it; null: it cannot be read, and the
 * workspace opens without its lesson.
 */
export async function openSitting(
  stored: unknown,
  textLanguage: TextLanguage,
  storage: KeyValueStorage | null,
): Promise<((world: LessonWorld) => LessonSession) | null> {
  const sitting = readSitting(stored);
  if (sitting === null) return null;
  const told = { ...sitting, ...(await toldIn(sitting, textLanguage, storage)) };
  return (world) => createLessonSession(world, told);
}
