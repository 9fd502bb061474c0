import { useEffect, useState, type ReactNode } from "react";
import type { Target } from "../../app/target.ts";
import { loadCourse, textLanguagesOf } from "../../lessons/courses/catalogue.ts";
import type { Course } from "../../lessons/format/lesson.ts";
import type { KeyValueStorage } from "../../lessons/progress/progress.ts";
import { goTo } from "../start/goTo.ts";
import { CoursePage } from "./CoursePage.tsx";
import { useCourse } from "./useCourse.ts";
import { useLanguage } from "./useLanguage.ts";
import { useTextLanguage } from "./useTextLanguage.ts";
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
  const [textLanguage, chooseText] = useTextLanguage(storage);
  const summary = useCourse(target.id, language, textLanguage, storage);
  const asked = target.textLanguage;
  const isTranslated = asked !== null && summary !== null && textLanguagesOf(summary).includes(asked);
  useEffect(() => {
    if (isTranslated) chooseText(asked);
  }, [isTranslated, asked, chooseText]);
  const [course, setCourse] = useState<Course | null>(null);
  useEffect(() => {
    let current = true;
    void loadCourse(target.id, textLanguage, storage).then((loaded) => {
      if (current) setCourse(loaded);
    });
    return () => {
      current = false;
    };
  }, [target.id, textLanguage, storage]);
  if (summary === null) return <NoCourse />;
  switch (target.view) {
    case "overview":
      return (
        <CoursePage
          summary={summary}
          text={course?.text ?? summary.summary}
          language={language}
          onLanguage={choose}
          textLanguage={textLanguage}
          onTextLanguage={chooseText}
          storage={storage}
        />
      );
    case "table":
      return <RollPage course={summary} textLanguage={textLanguage} />;
    case "handout":
      return course === null ? (
        <main className="start-page" aria-busy="true" />
      ) : (
        <HandoutPage
          summary={summary}
          course={course}
          language={language}
          onLanguage={choose}
          textLanguage={textLanguage}
          onTextLanguage={chooseText}
        />
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
