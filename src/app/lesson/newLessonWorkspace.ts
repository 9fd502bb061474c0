import type { Lesson } from "../../lessons/format/lesson.ts";
import { beginSitting, type LessonSource } from "../../lessons/sitting/sitting.ts";
import { createRecord } from "../../workspace/library/createRecord.ts";
import { freeName, type Newborn } from "../../workspace/library/newWorkspace.ts";
import type { WorkspaceRecord } from "../../workspace/library/workspaceRecord.ts";

/** What a workspace says of the lesson that it began from. */
export function lessonOrigin({ course, lesson, language }: LessonSource): string {
  return `lesson/${course}/${lesson}${language === "python" ? "/python" : ""}`;
}

/** A workspace in which a lesson is about to begin. */
export function newLessonWorkspace(lesson: Lesson, source: LessonSource, { id, now, names }: Newborn): WorkspaceRecord {
  const { files, open } = lesson.start;
  return {
    ...createRecord({
      id,
      now,
      name: freeName(lesson.title, names),
      origin: lessonOrigin(source),
      files,
      open: [open],
    }),
    lesson: beginSitting(lesson, source, now),
  };
}
