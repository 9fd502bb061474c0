import type { ReactNode } from "react";
import { courseHash, lessonHash } from "../../app/target.ts";
import { findCourse } from "../../lessons/courses/catalogue.ts";
import { authorsCommands, isFinished } from "../../lessons/sitting/sitting.ts";
import { openHere } from "./openHere.ts";
import { ProgressCode } from "./workshop/ProgressCode.tsx";
import { useLessonSession, useShownStep } from "./useLesson.ts";

/** After the last step: commands counted against the author's, and where to go from here. */
export function LessonEnd(): ReactNode {
  const { sitting } = useShownStep().state;
  const { storage } = useLessonSession();
  if (!isFinished(sitting)) return null;
  const yours = sitting.steps.reduce((sum, { commands }) => sum + commands, 0);
  const authors = sitting.lesson.steps.reduce((sum, { solution }) => sum + authorsCommands(solution), 0);
  const { source } = sitting;
  const course = findCourse(source.course, source.language, storage);
  const lessons = course?.lessons ?? [];
  const place = lessons.findIndex(({ id }) => id === source.lesson);
  const next = place < 0 ? undefined : lessons[place + 1];
  return (
    <section className="lesson-end" aria-label="The lesson is done">
      <p>
        <strong>That is the lesson.</strong>
        {authors > 0 && (
          <>
            {" "}
            You used {yours} {yours === 1 ? "command" : "commands"}, the author {authors}.{" "}
            {yours <= authors ? "Nothing wasted." : ""}
          </>
        )}
      </p>
      {course !== null && <ProgressCode course={course} storage={storage} />}
      <div className="lesson-buttons">
        {next !== undefined && (
          <button type="button" className="button-primary" onClick={() => openHere(lessonHash(source.course, next.id))}>
            Next lesson: {next.title}
          </button>
        )}
        <button
          type="button"
          className={next === undefined ? "button-primary" : "button"}
          onClick={() => openHere(courseHash(source.course))}
        >
          All lessons
        </button>
      </div>
    </section>
  );
}
