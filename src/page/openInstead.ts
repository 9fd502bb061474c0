import { LinkError } from "../workspace/link/linkError.ts";
import { leaveWorkspace, losesEdits, openApp } from "./openWorkspace.tsx";
import { openPageLibrary } from "./pageParts.ts";
import { pageElement, showStart } from "./show.tsx";

/**
 * Puts something else in the place of what is open, without loading the page again: what is downloaded and compiled stays, the engine is
 * another. Until it is there nothing can be typed that nobody would keep.
 */
export async function openInstead(hash: string, open: () => Promise<void>): Promise<void> {
  if (pageElement.inert) return;
  const app = openApp();
  const stays = app?.library.kind === "memory" && !app.cameByLink;
  if (!stays && losesEdits() && !confirm("This workspace is not kept: what you wrote in it would be lost.")) return;
  pageElement.inert = true;
  try {
    await orStart(async () => {
      await leaveWorkspace();
      history.pushState(null, "", `${location.pathname}${location.search}${hash}`);
      await open();
    });
  } finally {
    pageElement.inert = false;
  }
}

/** Where something cannot be opened, the start page says why. */
export async function orStart(open: () => Promise<void>): Promise<void> {
  try {
    await open();
  } catch (error) {
    await showStart(await openPageLibrary(), mistakeOf(error));
  }
}

function mistakeOf(error: unknown): string {
  if (error instanceof LinkError) return error.message;
  return `It could not be opened: ${error instanceof Error ? error.message : String(error)}`;
}
