import { useState, type ReactNode } from "react";
import { lessonHash } from "../../app/target.ts";
import { textLanguagesOf } from "../../lessons/courses/catalogue.ts";
import type { CourseSummary } from "../../lessons/courses/courses.ts";
import { ownCourseId } from "../../lessons/own/ownCourseAddress.ts";
import { readProgress, solvedSteps, type KeyValueStorage } from "../../lessons/progress/progress.ts";
import { textLanguageOf, type TextLanguage } from "../../lessons/translation/textLanguage.ts";
import type { ProjectLanguage } from "../../worker/projectLanguage.ts";
import { Logo } from "../header/Logo.tsx";
import { goTo } from "../start/goTo.ts";
import { LanguageChoice } from "./LanguageChoice.tsx";
import { LessonMark } from "./LessonMark.tsx";
import { Markdown } from "./Markdown.tsx";
import { openHere } from "./openHere.ts";
import { TextLanguageChoice } from "./TextLanguageChoice.tsx";
import { ProgressCode } from "./workshop/ProgressCode.tsx";
import { WorkshopSection } from "./workshop/WorkshopSection.tsx";
import "../start/start.css";
import "./course.css";

/** A course: what it is about, its lessons and how far this browser's learner is. */
export function CoursePage(props: {
  readonly summary: CourseSummary;
  /** What it is about, as Markdown. */
  readonly text: string;
  readonly language: ProjectLanguage;
  readonly onLanguage: (language: ProjectLanguage) => void;
  readonly textLanguage: TextLanguage;
  readonly onTextLanguage: (language: TextLanguage) => void;
  readonly storage: KeyValueStorage | null;
}): ReactNode {
  const { summary, text, language, onLanguage, textLanguage, onTextLanguage, storage } = props;
  const { id } = summary;
  const lang = textLanguageOf(summary.translations, textLanguage);
  const textLanguages = textLanguagesOf(summary);
  const [progress] = useState(() => readProgress(storage));
  const lessons = summary.lessons.map((lesson) => ({
    ...lesson,
    solved: solvedSteps(progress[`${id}/${lesson.id}`]),
  }));
  const hasPython = summary.lessons.some(({ python }) => python !== null);
  const next = lessons.find(({ solved, steps }) => solved < steps);
  const minutes = lessons.reduce((sum, lesson) => sum + lesson.minutes, 0);
  return (
    <main className="start-page">
      <div className="start-column">
        <header className="start-head">
          <Logo />
          <h1 lang={lang}>{summary.title}</h1>
          <p className="dim">
            {lessons.length === 1 ? "1 lesson" : `${lessons.length} lessons`}, about {minutes} minutes in all
          </p>
        </header>
        <div className="course-text">
          <Markdown text={text} lang={lang} />
        </div>
        <div className="start-actions">
          {next !== undefined && (
            <button type="button" className="button-primary" onClick={() => openHere(lessonHash(id, next.id))}>
              {next === lessons[0] && next.solved === 0 ? (
                "Begin"
              ) : (
                <span>
                  Go on with “<span lang={textLanguageOf(next.translations, textLanguage)}>{next.title}</span>”
                </span>
              )}
            </button>
          )}
          {id === ownCourseId && (
            <button type="button" className="button" onClick={() => goTo("#lessons")}>
              Change, share or order them
            </button>
          )}
          <button type="button" className="button" onClick={() => goTo("#start")}>
            Start page
          </button>
        </div>
        {(hasPython || textLanguages.length > 1) && (
          <div className="course-choices">
            {hasPython && <LanguageChoice legend="Begin lessons in" chosen={language} onChoose={onLanguage} />}
            <TextLanguageChoice languages={textLanguages} chosen={textLanguage} onChoose={onTextLanguage} />
          </div>
        )}
        <ol className="lesson-list">
          {lessons.map((lesson, index) => (
            <li key={lesson.id}>
              <button type="button" className="lesson-row" onClick={() => openHere(lessonHash(id, lesson.id))}>
                <LessonMark solved={lesson.solved} steps={lesson.steps} />
                <span className="lesson-number faint">{index + 1}</span>
                <strong lang={textLanguageOf(lesson.translations, textLanguage)}>{lesson.title}</strong>
                <span className="dim">{progressWords(lesson.solved, lesson.steps)}</span>
                <span className="dim lesson-minutes">{lesson.minutes} min</span>
              </button>
            </li>
          ))}
        </ol>
        <ProgressCode course={summary} storage={storage} />
        {id !== ownCourseId && (
          <WorkshopSection
            course={summary}
            language={hasPython ? language : null}
            textLanguage={textLanguages.length > 1 ? textLanguage : null}
          />
        )}
      </div>
    </main>
  );
}

function progressWords(solved: number, steps: number): string {
  if (solved === 0) return "";
  return solved === steps ? "done" : `${solved} of ${steps} steps`;
}
