import type { Lesson } from "../../lessons/format/lesson.ts";
import { beginSitting, type LessonSource } from "../../lessons/sitting/sitting.ts";
import { freeName, type Newborn } from "../../workspace/library/newWorkspace.ts";
import { recordFormat, type WorkspaceRecord } from "../../workspace/library/workspaceRecord.ts";

/** What a workspace says of the lesson that it began from. */
export function lessonOrigin({ course, lesson, language }: LessonSource): string {
  return `lesson/${course}/${lesson}${language === "python" ? "/python" : ""}`;
}

/** A workspace in which a lesson is about to begin. */
export function newLessonWorkspace(lesson: Lesson, source: LessonSource, { id, now, names }: Newborn): WorkspaceRecord {
  const { files, open } = lesson.start;
  const tabs = files[open] === undefined ? [] : [open];
  return {
    format: recordFormat,
    id,
    name: freeName(lesson.title, names),
    origin: lessonOrigin(source),
    createdAt: now,
    savedAt: now,
    deletedAt: null,
    files,
    tabs,
    activeFile: tabs[0] ?? null,
    typed: [],
    database: null,
    lesson: beginSitting(lesson, source, now),
  };
}
