import type { FoundLesson } from "../../lessons/format/lessonIn.ts";
import { beginSitting, type LessonSource } from "../../lessons/sitting/sitting.ts";
import { createRecord } from "../../workspace/library/createRecord.ts";
import { freeName, type Newborn } from "../../workspace/library/newWorkspace.ts";
import type { WorkspaceRecord } from "../../workspace/library/workspaceRecord.ts";

/** What a workspace says of the lesson that it began from. */
export function lessonOrigin({ course, lesson, language }: LessonSource): string {
  return `lesson/${course}/${lesson}${language === "python" ? "/python" : ""}`;
}

/** A workspace in which a lesson is about to begin. */
export function newLessonWorkspace(
  found: FoundLesson,
  source: LessonSource,
  { id, now, names }: Newborn,
): WorkspaceRecord {
  const { title, start } = found.lesson;
  const { files, open } = start;
  return {
    ...createRecord({
      id,
      now,
      name: freeName(title, names),
      origin: lessonOrigin(source),
      files,
      open: [open],
    }),
    lesson: beginSitting(found, source, now),
  };
}
