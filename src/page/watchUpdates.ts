import { keepOffline, type Update } from "../offline/keepOffline.ts";

/** The page's files are kept once PostgreSQL has answered: what the visit needs comes first. */
export function watchUpdates(onUpdate: (update: Update) => void): void {
  if (!import.meta.env.PROD) return;
  let begun = false;
  const begin = (): void => {
    if (!begun) void keepOffline(onUpdate);
    begun = true;
  };
  const ready = (): boolean => performance.getEntriesByName("stillroom:ready").length > 0;
  new PerformanceObserver(() => ready() && begin()).observe({ type: "mark", buffered: true });
  // Where no database is wanted: the start page, a course.
  setTimeout(begin, 8000);
}
