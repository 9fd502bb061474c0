import { lazy, Suspense, type ReactNode } from "react";
import { useApp } from "../AppContext.ts";

const LessonPane = lazy(() => import("./LessonPane.tsx").then(({ LessonPane }) => ({ default: LessonPane })));

/** Whether something stands beside the work. */
export function useHasLesson(): boolean {
  return useApp().lesson !== null;
}

/** The lesson, whose code is fetched only where one is played. */
export function LessonSlot(): ReactNode {
  return (
    <Suspense fallback={<div className="pane" aria-busy="true" />}>
      <LessonPane />
    </Suspense>
  );
}
