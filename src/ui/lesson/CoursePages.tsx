import type { ReactNode } from "react";
import type { Target } from "../../app/target.ts";
import type { KeyValueStorage } from "../../lessons/progress/progress.ts";
import { CoursePage } from "./CoursePage.tsx";

/** The pages around lessons: what a course has, its handout, its table, and lessons made here. */
export function CoursePages(props: {
  readonly target: Extract<Target, { readonly kind: "course" | "ownLessons" }>;
  readonly storage: KeyValueStorage | null;
}): ReactNode {
  const { target, storage } = props;
  if (target.kind === "ownLessons") return null;
  return <CoursePage id={target.id} storage={storage} />;
}
