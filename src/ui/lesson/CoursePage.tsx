import { useEffect, useState, type ReactNode } from "react";
import { lessonHash } from "../../app/target.ts";
import { loadCourse, courseIndex } from "../../lessons/courses/courses.ts";
import type { Course } from "../../lessons/format/lesson.ts";
import { readProgress, solvedSteps, type KeyValueStorage } from "../../lessons/progress/progress.ts";
import { Logo } from "../header/Logo.tsx";
import { goTo } from "../start/goTo.ts";
import { Markdown } from "./Markdown.tsx";
import { openHere } from "./openHere.ts";
import "../start/start.css";
import "./course.css";

/** A course: what it is about, its lessons and how far this browser's learner is. */
export function CoursePage({
  id,
  storage,
}: {
  readonly id: string;
  readonly storage: KeyValueStorage | null;
}): ReactNode {
  const summary = courseIndex.find((course) => course.id === id);
  const [course, setCourse] = useState<Course | null>(null);
  const [progress] = useState(() => readProgress(storage));
  useEffect(() => {
    let current = true;
    void loadCourse(id).then((loaded) => {
      if (current) setCourse(loaded);
    });
    return () => {
      current = false;
    };
  }, [id]);
  if (summary === undefined) {
    return (
      <main className="start-page">
        <div className="start-card">
          <h1>There is no course of that name</h1>
          <button type="button" className="button-primary" onClick={() => goTo("#start")}>
            To the start page
          </button>
        </div>
      </main>
    );
  }
  const lessons = summary.lessons.map((lesson) => ({
    ...lesson,
    solved: solvedSteps(progress[`${id}/${lesson.id}`]),
  }));
  const next = lessons.find(({ solved, steps }) => solved < steps);
  const minutes = lessons.reduce((sum, lesson) => sum + lesson.minutes, 0);
  return (
    <main className="start-page">
      <div className="start-column">
        <header className="start-head">
          <Logo />
          <h1>{summary.title}</h1>
          <p className="dim">
            {lessons.length} lessons, about {minutes} minutes in all
          </p>
        </header>
        <div className="course-text">
          <Markdown text={course?.text ?? summary.summary} />
        </div>
        <div className="start-actions">
          {next !== undefined && (
            <button type="button" className="button-primary" onClick={() => openHere(lessonHash(id, next.id))}>
              {next === lessons[0] && next.solved === 0 ? "Begin" : `Go on with “${next.title}”`}
            </button>
          )}
          <button type="button" className="button" onClick={() => goTo("#start")}>
            Start page
          </button>
        </div>
        <ol className="lesson-list">
          {lessons.map((lesson, index) => (
            <li key={lesson.id}>
              <button type="button" className="lesson-row" onClick={() => openHere(lessonHash(id, lesson.id))}>
                <LessonMark solved={lesson.solved} steps={lesson.steps} />
                <span className="lesson-number faint">{index + 1}</span>
                <strong>{lesson.title}</strong>
                <span className="dim">{progressWords(lesson.solved, lesson.steps)}</span>
                <span className="dim lesson-minutes">{lesson.minutes} min</span>
              </button>
            </li>
          ))}
        </ol>
      </div>
    </main>
  );
}

function progressWords(solved: number, steps: number): string {
  if (solved === 0) return "";
  return solved === steps ? "done" : `${solved} of ${steps} steps`;
}

/** A flask that fills. */
function LessonMark({ solved, steps }: { readonly solved: number; readonly steps: number }): ReactNode {
  const share = steps === 0 ? 0 : solved / steps;
  return (
    <svg
      className={`lesson-mark${share === 1 ? " full" : ""}`}
      width="18"
      height="18"
      viewBox="0 0 18 18"
      aria-hidden="true"
    >
      <circle cx="9" cy="9" r="7.25" />
      {share > 0 && share < 1 && <path d={wedge(share)} />}
      {share === 1 && <path className="tick" d="M5.500 9.300l2.400 2.400 4.600-5" />}
    </svg>
  );
}

function wedge(share: number): string {
  const angle = share * 2 * Math.PI;
  const x = 9 + 5 * Math.sin(angle);
  const y = 9 - 5 * Math.cos(angle);
  return `M9 9 V4 A5 5 0 ${share > 0.5 ? 1 : 0} 1 ${x.toFixed(2)} ${y.toFixed(2)} Z`;
}
