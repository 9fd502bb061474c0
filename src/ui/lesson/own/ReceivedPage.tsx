import { useState, type ReactNode } from "react";
import { lessonHash } from "../../../app/target.ts";
import type { SharedLessons } from "../../../lessons/link/lessonLink.ts";
import { receiveLessons } from "../../../lessons/own/receiveLessons.ts";
import { changeShelf, readShelf, ShelfFullError } from "../../../lessons/own/shelf.ts";
import type { KeyValueStorage } from "../../../lessons/progress/progress.ts";
import { Logo } from "../../header/Logo.tsx";
import { goTo } from "../../start/goTo.ts";
import "../../start/start.css";
import "./own.css";

/** What came by a link: what it is, and what would run. Nothing has run, and nothing is kept, until the reader begins. */
export function ReceivedPage(props: {
  readonly shared: SharedLessons;
  readonly storage: KeyValueStorage | null;
}): ReactNode {
  const { shared, storage } = props;
  const [mistake, setMistake] = useState<string | null>(null);
  const { course, lessons } = shared;
  const [only] = lessons;
  const title = course?.title ?? only?.lesson.title ?? "";
  const begin = () => {
    try {
      const received = receiveLessons(readShelf(storage), shared, Date.now());
      changeShelf(storage, () => received.shelf);
      goTo(lessonHash(received.course, received.first));
    } catch (error) {
      if (!(error instanceof ShelfFullError)) throw error;
      setMistake(error.message);
    }
  };
  return (
    <main className="start-page">
      <div className="start-column">
        <header className="start-head">
          <Logo />
          <h1>{title}</h1>
          <p className="dim">
            {course === null
              ? `A lesson that came by a link: ${steps(only?.lesson.steps.length ?? 0)}, about ${only?.lesson.minutes ?? 0} minutes`
              : `A course that came by a link: ${lessons.length === 1 ? "1 lesson" : `${lessons.length} lessons`}`}
          </p>
        </header>
        {course !== null && course.summary !== "" && <p>{course.summary}</p>}
        <p className="start-message">
          Somebody wrote this, and nothing of it has run. Its files run in a sandbox that reaches nothing but the
          database in this tab. Before its first step it does this:
        </p>
        <ul className="received-list">
          {lessons.map(({ id, lesson }) => (
            <li key={id}>
              <strong>{lesson.title}</strong>
              <ul>
                <li>puts {files(Object.keys(lesson.start.files).length)} into a workspace of its own</li>
                {lesson.start.actions.map((action, index) =>
                  action.kind === "run" || action.kind === "sql" ? (
                    // oxlint-disable-next-line react/no-array-index-key -- the same command may come twice
                    <li key={index}>
                      runs <code>{action.kind === "run" ? action.run : firstLine(action.sql)}</code>
                    </li>
                  ) : null,
                )}
              </ul>
            </li>
          ))}
        </ul>
        {mistake !== null && (
          <p role="alert" className="start-message">
            {mistake}
          </p>
        )}
        <div className="start-actions">
          <button type="button" className="button-primary" onClick={begin}>
            Keep it and begin
          </button>
          <button type="button" className="button" onClick={() => goTo("#start")}>
            Start page
          </button>
        </div>
      </div>
    </main>
  );
}

function steps(count: number): string {
  return count === 1 ? "1 step" : `${count} steps`;
}

function files(count: number): string {
  return count === 1 ? "1 file" : `${count} files`;
}

function firstLine(sql: string): string {
  const lines = sql.trim().split("\n");
  return lines.length === 1 ? (lines[0] ?? "") : `${lines[0] ?? ""} … (${lines.length} lines of SQL)`;
}
