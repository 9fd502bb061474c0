import { useState, type ReactNode } from "react";
import { courseHash } from "../../app/target.ts";
import { courseIndex } from "../../lessons/courses/courses.ts";
import { textLanguageOf, type TextLanguage } from "../../lessons/translation/textLanguage.ts";
import { readProgress, solvedSteps, type KeyValueStorage } from "../../lessons/progress/progress.ts";
import { openHere } from "./openHere.ts";
import { useCourseTitles } from "./useCourseTitles.ts";
import "./course.css";

/** The courses, on the start page. */
export function LearnSection(props: {
  readonly storage: KeyValueStorage | null;
  readonly textLanguage: TextLanguage;
}): ReactNode {
  const { storage, textLanguage } = props;
  const titles = useCourseTitles(textLanguage);
  const [progress] = useState(() => readProgress(storage));
  return (
    <section aria-labelledby="learn">
      <h2 id="learn">Learn</h2>
      <ul className="learn-list">
        {courseIndex.map((course) => {
          const { id, lessons, translations } = course;
          const { title, summary } = titles[id]?.course ?? course;
          const lang = textLanguageOf(translations, textLanguage);
          const all = lessons.reduce((sum, { steps }) => sum + steps, 0);
          const solved = lessons.reduce((sum, lesson) => sum + solvedSteps(progress[`${id}/${lesson.id}`]), 0);
          const done = lessons.filter((lesson) => solvedSteps(progress[`${id}/${lesson.id}`]) >= lesson.steps).length;
          return (
            <li key={id}>
              <button type="button" className="learn-card" onClick={() => openHere(courseHash(id))}>
                <strong lang={lang}>{title}</strong>
                <span className="dim" lang={lang}>
                  {summary}
                </span>
                <span className="faint">
                  {done === 0
                    ? `${lessons.length} ${lessons.length === 1 ? "lesson" : "lessons"}`
                    : `${done} of ${lessons.length} lessons done`}
                </span>
                {solved > 0 && <progress value={solved} max={all} aria-label={`Progress in ${title}`} />}
              </button>
            </li>
          );
        })}
        <li>
          <button type="button" className="learn-card" onClick={() => openHere("#lessons")}>
            <strong>Lessons of your own</strong>
            <span className="dim">Written in this browser, or brought here by a link or a file.</span>
          </button>
        </li>
      </ul>
    </section>
  );
}
