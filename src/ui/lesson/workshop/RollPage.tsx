import { useId, useState, type ReactNode } from "react";
import { courseHash } from "../../../app/target.ts";
import type { CourseSummary } from "../../../lessons/courses/courses.ts";
import type { LessonMarks } from "../../../lessons/workshop/progressCode.ts";
import { readRoll, type RollEntry } from "../../../lessons/workshop/readRoll.ts";
import { textLanguageOf, type TextLanguage } from "../../../lessons/translation/textLanguage.ts";
import { goTo } from "../../start/goTo.ts";
import { LessonMark } from "../LessonMark.tsx";
import { copyText } from "../../copyText.ts";
import "../../start/start.css";
import "../course.css";
import "./workshop.css";

/** The progress of a room: codes are pasted, one a line, and become a table. Nothing of it is kept. */
export function RollPage(props: { readonly course: CourseSummary; readonly textLanguage: TextLanguage }): ReactNode {
  const { course, textLanguage } = props;
  const [text, setText] = useState("");
  const [copied, setCopied] = useState(false);
  const field = useId();
  const roll = readRoll(course, text);
  const copy = async () => {
    await copyText(asTable(course, roll));
    setCopied(true);
  };
  return (
    <main className="start-page">
      <div className="start-column wide">
        <header className="start-head">
          <h1>
            Progress in <span lang={textLanguageOf(course.translations, textLanguage)}>{course.title}</span>
          </h1>
        </header>
        <div>
          <label htmlFor={field}>Names and codes, one a line</label>
          <textarea
            id={field}
            className="text-field roll-text"
            rows={6}
            spellCheck={false}
            placeholder={"Ada: 4K7P-Q2M9\nGrace: 4K7P-J0SC"}
            value={text}
            onChange={(event) => {
              setText(event.target.value);
              setCopied(false);
            }}
          />
          <p className="dim">
            Learners find their code on the course’s page and at the end of each lesson. Of a name that stands here
            twice the last code counts. What you paste stays in this tab and ends with it.
          </p>
        </div>
        {roll.length > 0 && <RollTable course={course} textLanguage={textLanguage} roll={roll} />}
        <div className="start-actions">
          {roll.length > 0 && (
            <button type="button" className="button-primary" onClick={() => void copy()}>
              {copied ? "Copied" : "Copy for a spreadsheet"}
            </button>
          )}
          <button type="button" className="button" onClick={() => goTo(courseHash(course.id))}>
            To the course
          </button>
        </div>
      </div>
    </main>
  );
}

function RollTable(props: {
  readonly course: CourseSummary;
  readonly textLanguage: TextLanguage;
  readonly roll: readonly RollEntry[];
}): ReactNode {
  const { course, textLanguage, roll } = props;
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls must be reached by keyboard
    <div className="roll-scroll" role="region" aria-label="Table of progress" tabIndex={0}>
      <table className="roll">
        <thead>
          <tr>
            <th scope="col">Name</th>
            {course.lessons.map(({ id, title, translations }, index) => (
              <th key={id} scope="col" title={title} lang={textLanguageOf(translations, textLanguage)}>
                <span aria-hidden="true">{index + 1}</span>
                <span className="visually-hidden">{title}</span>
              </th>
            ))}
            <th scope="col">Steps</th>
            <th scope="col">With help</th>
          </tr>
        </thead>
        <tbody>
          {roll.map((entry) => (
            <tr key={entry.name}>
              <th scope="row">{entry.name}</th>
              {entry.marks === null ? (
                <td colSpan={course.lessons.length + 2} className="roll-fault">
                  × {entry.fault}
                </td>
              ) : (
                <RollCells course={course} marks={entry.marks} />
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function RollCells(props: { readonly course: CourseSummary; readonly marks: readonly LessonMarks[] }): ReactNode {
  const { course, marks } = props;
  const { solved, steps, helped } = totals(course, marks);
  return (
    <>
      {course.lessons.map((lesson, index) => {
        const count = counted(marks[index]?.solved);
        return (
          <td key={lesson.id}>
            <LessonMark solved={count} steps={lesson.steps} />
            <span className="visually-hidden">
              {count} of {lesson.steps}
            </span>
          </td>
        );
      })}
      <td className="roll-number">
        {solved} of {steps}
      </td>
      <td className="roll-number">{helped}</td>
    </>
  );
}

function counted(marks: readonly boolean[] | undefined): number {
  return (marks ?? []).filter(Boolean).length;
}

function totals(course: CourseSummary, marks: readonly LessonMarks[]) {
  return {
    solved: marks.reduce((sum, lesson) => sum + counted(lesson.solved), 0),
    helped: marks.reduce((sum, lesson) => sum + counted(lesson.helped), 0),
    steps: course.lessons.reduce((sum, { steps }) => sum + steps, 0),
  };
}

/** Cells between tabs, as spreadsheets take them. */
function asTable(course: CourseSummary, roll: readonly RollEntry[]): string {
  const head = ["Name", ...course.lessons.map(({ title }) => title), "Steps", "With help"];
  const rows = roll.map(({ name, marks, fault }) => {
    if (marks === null) return [name, fault ?? ""];
    const { solved, helped } = totals(course, marks);
    return [name, ...marks.map((lesson) => String(counted(lesson.solved))), String(solved), String(helped)];
  });
  return [head, ...rows].map((cells) => cells.map(asCell).join("\t")).join("\n");
}

/** A name that a spreadsheet would take for a formula stays a name. */
function asCell(text: string): string {
  const plain = text.replaceAll(/[\t\n]/g, " ");
  return /^[=+\-@]/.test(plain) ? `'${plain}` : plain;
}
