import { useState, type ReactNode } from "react";
import type { CourseSummary } from "../../../lessons/courses/courses.ts";
import { ownCourseId } from "../../../lessons/own/ownCourseAddress.ts";
import { readProgress, type KeyValueStorage } from "../../../lessons/progress/progress.ts";
import { encodeProgress } from "../../../lessons/workshop/progressCode.ts";
import { copyText } from "../../copyText.ts";
import "./workshop.css";

const nothing = { solved: [], helped: [] };

/** The learner's progress in a course, to read out or to paste. Nothing for lessons without a course: nobody else has the same ones. */
export function ProgressCode(props: {
  readonly course: CourseSummary;
  readonly storage: KeyValueStorage | null;
}): ReactNode {
  const { course, storage } = props;
  const [copied, setCopied] = useState(false);
  if (course.id === ownCourseId) return null;
  const progress = readProgress(storage);
  const marks = course.lessons.map(({ id }) => progress[`${course.id}/${id}`] ?? nothing);
  const code = encodeProgress(course, marks);
  const copy = async () => {
    await copyText(code);
    setCopied(true);
  };
  return (
    <p className="progress-code">
      <span>Your progress as a code, to read out or to paste:</span> <output>{code}</output>
      <button type="button" className="quiet-button" onClick={() => void copy()}>
        {copied ? "Copied" : "Copy"}
      </button>
    </p>
  );
}
