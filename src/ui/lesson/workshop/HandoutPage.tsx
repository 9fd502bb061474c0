import { useState, type ReactNode } from "react";
import { courseHash } from "../../../app/target.ts";
import type { Action, ActionOf } from "../../../lessons/format/action.ts";
import { lessonIn, type FoundLesson } from "../../../lessons/format/lessonIn.ts";
import type { Course, Step } from "../../../lessons/format/lesson.ts";
import { textLanguagesOf } from "../../../lessons/courses/catalogue.ts";
import { ownCourseIn } from "../../../lessons/own/ownCourseAddress.ts";
import type { CourseSummary } from "../../../lessons/courses/courses.ts";
import { textLanguageOf, type TextLanguage } from "../../../lessons/translation/textLanguage.ts";
import type { ProjectLanguage } from "../../../worker/projectLanguage.ts";
import { LanguageChoice } from "../LanguageChoice.tsx";
import { TextLanguageChoice } from "../TextLanguageChoice.tsx";
import { goTo } from "../../start/goTo.ts";
import { Markdown, MarkdownLine } from "../Markdown.tsx";
import "../../start/start.css";
import "./workshop.css";

interface Included {
  readonly hints: boolean;
  readonly solutions: boolean;
  readonly notes: boolean;
}

const labels: Readonly<Record<keyof Included, string>> = {
  hints: "hints",
  solutions: "solutions",
  notes: "notes for the teacher",
};

/** A course on paper: for learners as it is, for the teacher with solutions and notes. */
export function HandoutPage(props: {
  readonly summary: CourseSummary;
  readonly course: Course;
  readonly language: ProjectLanguage;
  readonly onLanguage: (language: ProjectLanguage) => void;
  readonly textLanguage: TextLanguage;
  readonly onTextLanguage: (language: TextLanguage) => void;
}): ReactNode {
  const { summary, course, language, onLanguage, textLanguage, onTextLanguage } = props;
  const lang = textLanguageOf(summary.translations, textLanguage);
  const textLanguages = textLanguagesOf(summary);
  const readIn = textLanguages.length > 1 ? textLanguage : null;
  const hasPython = course.lessons.some(({ python }) => python !== undefined);
  const [included, setIncluded] = useState<Included>({ hints: false, solutions: false, notes: false });
  return (
    <main className="start-page handout">
      <div className="start-column">
        <div className="handout-bar">
          <fieldset>
            <legend className="visually-hidden">What is printed besides the steps</legend>
            {(["hints", "solutions", "notes"] as const).map((part) => (
              <label key={part}>
                <input
                  type="checkbox"
                  checked={included[part]}
                  onChange={(event) => setIncluded({ ...included, [part]: event.target.checked })}
                />{" "}
                with {labels[part]}
              </label>
            ))}
          </fieldset>
          <div className="course-choices">
            {hasPython && <LanguageChoice legend="The course in" chosen={language} onChoose={onLanguage} />}
            <TextLanguageChoice languages={textLanguages} chosen={textLanguage} onChoose={onTextLanguage} />
          </div>
          <button type="button" className="button-primary" onClick={() => print()}>
            Print
          </button>
          <button type="button" className="button" onClick={() => goTo(courseHash(course.id))}>
            To the course
          </button>
        </div>
        <header>
          <h1 lang={lang}>{course.title}</h1>
          <Markdown text={course.text} lang={lang} />
          {ownCourseIn(course.id) === null && (
            <p className="handout-address">
              {location.origin}
              {location.pathname}
              {courseHash(course.id, hasPython ? language : "overview", readIn)}
            </p>
          )}
        </header>
        {course.lessons.map((found, index) => (
          <LessonSheet key={found.id} found={lessonIn(found, language)} number={index + 1} included={included} />
        ))}
      </div>
    </main>
  );
}

function LessonSheet(props: {
  readonly found: FoundLesson;
  readonly number: number;
  readonly included: Included;
}): ReactNode {
  const { found, number, included } = props;
  const { lesson, textLanguage } = found;
  return (
    <section className="handout-lesson" aria-label={lesson.title}>
      <h2 lang={textLanguage}>
        {number}. {lesson.title}
      </h2>
      <p className="dim">
        {lesson.minutes === 1 ? "1 minute" : `${lesson.minutes} minutes`}.
        {lesson.needs !== "" && (
          <>
            {" "}
            You need:{" "}
            <span lang={textLanguage}>
              <MarkdownLine text={lesson.needs} />
            </span>
          </>
        )}
      </p>
      {lesson.steps.map((step, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- steps have no other identity than their place
        <StepSheet key={index} step={step} textLanguage={textLanguage} included={included} />
      ))}
    </section>
  );
}

function StepSheet(props: {
  readonly step: Step;
  readonly textLanguage: TextLanguage;
  readonly included: Included;
}): ReactNode {
  const { step, textLanguage, included } = props;
  return (
    <article className="handout-step">
      <h3 lang={textLanguage}>{step.title}</h3>
      <Markdown text={step.text} lang={textLanguage} />
      <ul className="handout-checks" lang={textLanguage}>
        {step.checks.map(({ says }) => (
          <li key={says}>
            <span aria-hidden="true">☐</span> <MarkdownLine text={says} />
          </li>
        ))}
      </ul>
      {included.hints && step.hints.map((hint) => <Aside key={hint} title="Hint" text={hint} lang={textLanguage} />)}
      {included.solutions && <Aside title="Solution" text={step.solution.map(actionAsMarkdown).join("\n\n")} />}
      {included.solutions && step.done !== "" && <Aside title="Afterwards" text={step.done} lang={textLanguage} />}
      {included.notes && step.notes !== "" && <Aside title="For the teacher" text={step.notes} lang={textLanguage} />}
    </article>
  );
}

function Aside(props: { readonly title: string; readonly text: string; readonly lang?: TextLanguage }): ReactNode {
  const { title, text, lang } = props;
  return (
    <div className="handout-aside">
      <strong>{title}</strong>
      <Markdown text={text} lang={lang} />
    </div>
  );
}

function actionAsMarkdown(action: Action): string {
  switch (action.kind) {
    case "run":
      return fenced(action.run);
    case "sql":
      return fenced(action.sql);
    case "open":
      return `Open \`${action.open}\`.`;
    case "remove":
      return `Delete \`${action.remove}\`.`;
    case "write":
      return `\`${action.write}\`:\n\n${fenced(action.text)}`;
    case "edit":
      return editAsMarkdown(action);
  }
}

function editAsMarkdown({ edit, inside, replace, with: code }: ActionOf<"edit">): string {
  if (inside !== undefined) return `In \`${edit}\`, inside of \`${inside}\`:\n\n${fenced(code)}`;
  const before = fenced(replace ?? "");
  return code.trim() === ""
    ? `In \`${edit}\`, delete:\n\n${before}`
    : `In \`${edit}\`, instead of:\n\n${before}\n\nwrite:\n\n${fenced(code)}`;
}

function fenced(code: string): string {
  const fence = "`".repeat(Math.max(3, ...[...code.matchAll(/`+/g)].map(([run]) => run.length + 1)));
  return `${fence}\n${code.trimEnd()}\n${fence}`;
}
