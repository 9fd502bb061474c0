import { useEffect, useMemo, useState, type ReactNode } from "react";
import type { Target } from "../../app/target.ts";
import { findCourse, loadCourse } from "../../lessons/courses/catalogue.ts";
import type { Course } from "../../lessons/format/lesson.ts";
import type { KeyValueStorage } from "../../lessons/progress/progress.ts";
import { goTo } from "../start/goTo.ts";
import { CoursePage } from "./CoursePage.tsx";
import { useLanguage } from "./useLanguage.ts";
import { HandoutPage } from "./workshop/HandoutPage.tsx";
import { RollPage } from "./workshop/RollPage.tsx";

/** The pages of a course: what it has, its handout, and the table of a room's progress. */
export function CoursePages(props: {
  readonly target: Extract<Target, { readonly kind: "course" }>;
  readonly storage: KeyValueStorage | null;
}): ReactNode {
  const { target, storage } = props;
  const [language, choose] = useLanguage(storage);
  useEffect(() => {
    if (target.language !== null) choose(target.language);
  }, [target.language, choose]);
  const summary = useMemo(() => findCourse(target.id, language, storage), [target.id, language, storage]);
  const [course, setCourse] = useState<Course | null>(null);
  useEffect(() => {
    let current = true;
    void loadCourse(target.id, storage).then((loaded) => {
      if (current) setCourse(loaded);
    });
    return () => {
      current = false;
    };
  }, [target.id, storage]);
  if (summary === null) return <NoCourse />;
  switch (target.view) {
    case "overview":
      return (
        <CoursePage
          summary={summary}
          text={course?.text ?? summary.summary}
          language={language}
          onLanguage={choose}
          storage={storage}
        />
      );
    case "table":
      return <RollPage course={summary} />;
    case "handout":
      return course === null ? (
        <main className="start-page" aria-busy="true" />
      ) : (
        <HandoutPage course={course} language={language} onLanguage={choose} />
      );
  }
}

function NoCourse(): ReactNode {
  return (
    <main className="start-page">
      <div className="start-card">
        <h1>There is no course of that name</h1>
        <p className="dim">Courses made in a browser are only there until their link or file has been opened here.</p>
        <button type="button" className="button-primary" onClick={() => goTo("#start")}>
          To the start page
        </button>
      </div>
    </main>
  );
}
