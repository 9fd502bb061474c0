import { useState, type ReactNode } from "react";
import { lessonHash } from "../../app/target.ts";
import { findCourse } from "../../lessons/courses/catalogue.ts";
import { openHere } from "./openHere.ts";
import { useLessonSession, useShownStep } from "./useLesson.ts";

/** Says when the lesson has been revised since this copy began. The copy stays as it is, whatever is chosen. */
export function NewerVersion(): ReactNode {
  const { source, version } = useShownStep().state.sitting;
  const { storage } = useLessonSession();
  const [dismissed, setDismissed] = useState(false);
  if (dismissed) return null;
  const course = findCourse(source.course, source.language, storage);
  const newest = course?.lessons.find(({ id }) => id === source.lesson);
  if (newest === undefined || newest.version === version) return null;
  return (
    <div className="lesson-notice" role="status">
      <p>This lesson has been revised since you began. You have the version of then.</p>
      <div className="lesson-buttons">
        <button
          type="button"
          className="button"
          onClick={() => openHere(lessonHash(source.course, source.lesson, "new"))}
        >
          Begin the newer version
        </button>
        <button type="button" className="quiet-button" onClick={() => setDismissed(true)}>
          Go on with mine
        </button>
      </div>
    </div>
  );
}
