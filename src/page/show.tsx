import { StrictMode, type ReactNode } from "react";
import { createRoot } from "react-dom/client";
import { loadTitles } from "../lessons/courses/courses.ts";
import { DropTarget } from "../ui/import/DropTarget.tsx";
import { UpdateNotice } from "../ui/offline/UpdateNotice.tsx";
import { StartPage } from "../ui/start/StartPage.tsx";
import type { WorkspaceLibrary } from "../workspace/library/workspaceLibrary.ts";
import { starters } from "../workspace/starters/starters.ts";
import { pageStorage, pageTextLanguage } from "./pageParts.ts";
import { watchUpdates } from "./watchUpdates.ts";

const found = document.getElementById("root");
if (found === null) throw new Error("the page is incomplete");

/** What everything is drawn in. */
export const pageElement = found;
const root = createRoot(pageElement);

/** Puts a view in the place of the one that is shown. */
export function show(view: ReactNode): void {
  root.render(
    <StrictMode>
      {view}
      <DropTarget />
      <UpdateNotice watch={watchUpdates} />
    </StrictMode>,
  );
}

/** @param message what could not be opened, and why; null: nothing was asked for */
export async function showStart(library: WorkspaceLibrary, message: string | null): Promise<void> {
  await loadTitles(pageTextLanguage());
  show(<StartPage library={library} starters={starters} storage={pageStorage()} message={message} />);
}
