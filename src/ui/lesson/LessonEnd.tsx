import type { ReactNode } from "react";
import { chosenTextLanguage } from "../../app/chosenTextLanguage.ts";
import { courseHash, lessonHash } from "../../app/target.ts";
import { authorsCommands, openSteps } from "../../lessons/sitting/sitting.ts";
import { textLanguageOf } from "../../lessons/translation/textLanguage.ts";
import { openHere } from "./openHere.ts";
import { ProgressCode } from "./workshop/ProgressCode.tsx";
import { useCourse } from "./useCourse.ts";
import { useLessonSession, useShownStep } from "./useLesson.ts";

/** Below the last step, once it is solved: commands counted against the author's, and where to go from here. */
export function LessonEnd(): ReactNode {
  const { sitting } = useShownStep().state;
  const { storage } = useLessonSession();
  const { source } = sitting;
  const textLanguage = chosenTextLanguage(storage, navigator.languages);
  const course = useCourse(source.course, source.language, textLanguage, storage);
  const open = openSteps(sitting);
  const yours = sitting.steps.reduce((sum, { commands }) => sum + commands, 0);
  const authors = sitting.lesson.steps.reduce((sum, { solution }) => sum + authorsCommands(solution), 0);
  const lessons = course?.lessons ?? [];
  const place = lessons.findIndex(({ id }) => id === source.lesson);
  const next = place < 0 ? undefined : lessons[place + 1];
  return (
    <section className="lesson-end" aria-label={open.length === 0 ? "The lesson is done" : "The last step is done"}>
      <p>
        <strong>That is the lesson.</strong>
        {open.length > 0 && (
          <>
            {" "}
            {openWords(open)}. <strong>Your copy → Catch me up to</strong> builds the start of any step.
          </>
        )}
        {open.length === 0 && authors > 0 && (
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
            <span>
              Next lesson: <span lang={textLanguageOf(next.translations, textLanguage)}>{next.title}</span>
            </span>
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

function openWords(open: readonly number[]): string {
  const numbers = open.map((index) => String(index + 1));
  const last = numbers.at(-1) ?? "";
  return numbers.length === 1
    ? `Step ${last} is still open`
    : `Steps ${numbers.slice(0, -1).join(", ")} and ${last} are still open`;
}
