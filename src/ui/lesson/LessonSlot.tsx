import { lazy, Suspense, type ReactNode } from "react";
import { useStore } from "zustand";
import type { LessonSession } from "../../app/lesson/createLessonSession.ts";
import { useApp } from "../AppContext.ts";

const LessonPane = lazy(() => import("./LessonPane.tsx").then(({ LessonPane }) => ({ default: LessonPane })));

const AuthorPane = lazy(() => import("./author/AuthorPane.tsx").then(({ AuthorPane }) => ({ default: AuthorPane })));
const PresenterLayout = lazy(() =>
  import("./present/PresenterLayout.tsx").then(({ PresenterLayout }) => ({ default: PresenterLayout })),
);

/** The page while a lesson is presented, and otherwise what is given. */
export function Presented({ children }: { readonly children: ReactNode }): ReactNode {
  const { lesson } = useApp();
  return lesson === null ? children : <IfPresenting session={lesson}>{children}</IfPresenting>;
}

function IfPresenting(props: { readonly session: LessonSession; readonly children: ReactNode }): ReactNode {
  const presenting = useStore(props.session.store, (state) => state.presenting);
  if (!presenting) return props.children;
  return (
    <Suspense fallback={<div className="page" aria-busy="true" />}>
      <PresenterLayout />
    </Suspense>
  );
}

/** Whether something stands beside the work: a lesson that is played, or one that is written. */
export function useHasLesson(): boolean {
  const { lesson } = useApp();
  return useIsWritten() || lesson !== null;
}

function useIsWritten(): boolean {
  return useStore(useApp().author.session, ({ current }) => current !== null);
}

/** The lesson, whose code is fetched only where one is played or written. */
export function LessonSlot(): ReactNode {
  const written = useIsWritten();
  return (
    <Suspense fallback={<div className="pane" aria-busy="true" />}>
      {written ? <AuthorPane /> : <LessonPane />}
    </Suspense>
  );
}
