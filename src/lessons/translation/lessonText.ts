import type { Check } from "../format/condition.ts";
import type { Lesson, Step } from "../format/lesson.ts";

/** The words of a lesson: all that a translation gives. What is done and checked is not among them. */
export interface LessonText {
  readonly title: string;
  readonly needs: string;
  readonly steps: readonly StepText[];
}

export interface StepText extends Pick<Step, "title" | "text" | "hints" | "done" | "notes"> {
  readonly checks: readonly CheckText[];
}

export interface CheckText {
  readonly says: string;
  /** What its near misses say. */
  readonly near: readonly string[];
}

/** The words that a lesson has. */
export function lessonText({ title, needs, steps }: Lesson): LessonText {
  return { title, needs, steps: steps.map(stepText) };
}

function stepText({ title, text, hints, done, notes, checks }: Step): StepText {
  return {
    title,
    text,
    hints,
    done,
    notes,
    checks: checks.map(({ says, near = [] }) => ({ says, near: near.map((miss) => miss.says) })),
  };
}

/** The lesson with other words: it is the same lesson, and begins, checks and ends as it did. */
export function withLessonText(lesson: Lesson, { title, needs, steps }: LessonText): Lesson {
  return {
    ...lesson,
    title,
    needs,
    steps: lesson.steps.map((step, index) => withStepText(step, steps[index] ?? stepText(step))),
  };
}

function withStepText(step: Step, { checks, ...words }: StepText): Step {
  return { ...step, ...words, checks: step.checks.map((check, index) => withCheckText(check, checks[index])) };
}

function withCheckText(check: Check, text: CheckText | undefined): Check {
  if (text === undefined) return check;
  const near = check.near?.map((miss, index) => ({ ...miss, says: text.near[index] ?? miss.says }));
  return { ...check, says: text.says, ...(near === undefined ? {} : { near }) };
}
