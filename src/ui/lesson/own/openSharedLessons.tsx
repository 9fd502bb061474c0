import type { ReactNode } from "react";
import { decodeLessons, LessonLinkError, type SharedLessons } from "../../../lessons/link/lessonLink.ts";
import type { KeyValueStorage } from "../../../lessons/progress/progress.ts";
import { goTo } from "../../start/goTo.ts";
import { ReceivedPage } from "./ReceivedPage.tsx";
import "../../start/start.css";

/** What a lesson's link shows, or why it cannot be opened. @param text what stands behind the `#` */
export function openSharedLessons(text: string, storage: KeyValueStorage | null): ReactNode {
  let shared: SharedLessons;
  try {
    shared = decodeLessons(text);
  } catch (error) {
    if (!(error instanceof LessonLinkError)) throw error;
    return <UnreadableLink message={error.message} />;
  }
  return <ReceivedPage shared={shared} storage={storage} />;
}

function UnreadableLink({ message }: { readonly message: string }): ReactNode {
  return (
    <main className="start-page">
      <div className="start-card">
        <h1>This lesson cannot be opened</h1>
        <p role="alert">{message}</p>
        <button type="button" className="button-primary" onClick={() => goTo("#start")}>
          To the start page
        </button>
      </div>
    </main>
  );
}
