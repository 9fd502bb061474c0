import "./ui/theme/tokens.css";
import "./ui/theme/base.css";
import "./ui/layout/shell.css";
import { StrictMode, type ReactNode } from "react";
import { createRoot } from "react-dom/client";
import build from "virtual:database";
import { createApp, type App as AppModel, type AppParts } from "./app/createApp.ts";
import { chosenLanguage } from "./app/chosenLanguage.ts";
import { chosenTextLanguage } from "./app/chosenTextLanguage.ts";
import { readEmbedding } from "./app/embedding.ts";
import { openTarget, type OpeningParts, type WorkspaceOpening } from "./app/openTarget.ts";
import { pageClock } from "./app/playback/playbackClock.ts";
import { readTarget, workspaceHash } from "./app/target.ts";
import { lockWorkspace, takeOverWorkspace, type WorkspaceLock } from "./app/workspaceLock.ts";
import { loadTitles } from "./lessons/courses/courses.ts";
import type { TextLanguage } from "./lessons/translation/textLanguage.ts";
import { keepOffline, type Update } from "./offline/keepOffline.ts";
import { App } from "./ui/App.tsx";
import { AppContext } from "./ui/AppContext.ts";
import { DropTarget } from "./ui/import/DropTarget.tsx";
import { ElsewherePage } from "./ui/start/ElsewherePage.tsx";
import { applyInitialTheme } from "./ui/theme/initialTheme.ts";
import { UpdateNotice } from "./ui/offline/UpdateNotice.tsx";
import { StartPage } from "./ui/start/StartPage.tsx";
import { decompress } from "./database/gzip.ts";
import { fetchBaseDirectory, startEngine } from "./worker/startEngine.ts";
import { decodeLink } from "./workspace/link/encodeLink.ts";
import { LinkError } from "./workspace/link/linkError.ts";
import { importedWorkspace } from "./workspace/import/importedWorkspace.ts";
import { leftOutNote } from "./workspace/import/leftOutNote.ts";
import type { Brought } from "./workspace/import/readBrought.ts";
import type { SharedWorkspace } from "./workspace/link/sharedWorkspace.ts";
import { recordOfShared } from "./workspace/link/shareWorkspace.ts";
import { createMemoryLibrary } from "./workspace/library/memoryLibrary.ts";
import { openLibrary } from "./workspace/library/openLibrary.ts";
import type { WorkspaceLibrary } from "./workspace/library/workspaceLibrary.ts";
import type { WorkspaceRecord } from "./workspace/library/workspaceRecord.ts";
import { starters } from "./workspace/starters/starters.ts";

const element = document.getElementById("root");
if (element === null) throw new Error("the page is incomplete");
const page = element;
const root = createRoot(page);
const show = (page: ReactNode): void =>
  root.render(
    <StrictMode>
      {page}
      <DropTarget />
      <UpdateNotice watch={watchUpdates} />
    </StrictMode>,
  );

/** How the page was embedded when it was opened; null: it stands alone. */
const embedding = readEmbedding(location);

/** The visitor's own workspaces; an embedded copy keeps nothing and sees none of them. One as long as the page lives. */
function openPageLibrary(): Promise<WorkspaceLibrary> {
  pageLibrary ??=
    embedding === null ? openLibrary() : Promise.resolve(createMemoryLibrary("it is embedded in another page"));
  return pageLibrary;
}

let pageLibrary: Promise<WorkspaceLibrary> | null = null;

/** The page's files are kept once PostgreSQL has answered: what the visit needs comes first. */
function watchUpdates(onUpdate: (update: Update) => void): void {
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

function settingsStorage(): Storage | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}

/** The one that lessons are read in. */
function textLanguage(): TextLanguage {
  return chosenTextLanguage(settingsStorage(), navigator.languages);
}

function randomId(): string {
  return [...crypto.getRandomValues(new Uint8Array(6))].map((byte) => byte.toString(36).padStart(2, "0")).join("");
}

/** Opens a workspace of the library; where another tab has it, the reader is asked. */
async function openWorkspace(opening: WorkspaceOpening, library: WorkspaceLibrary): Promise<void> {
  const { id } = opening.record;
  history.replaceState(null, "", `${location.search}${workspaceHash(id)}`);
  const lock = library.kind === "browser" ? await lockWorkspace(id) : null;
  if (library.kind === "browser" && lock === null) return openElsewhere(opening, library);
  return runWorkspace(opening, library, lock);
}

/** Another tab has the workspace: once the reader wants it here, it is opened as that tab has written it. */
async function openElsewhere(opening: WorkspaceOpening, library: WorkspaceLibrary): Promise<void> {
  const { id } = opening.record;
  await new Promise<void>((takeOver) => show(<ElsewherePage id={id} library={library} onTakeOver={takeOver} />));
  const lock = await takeOverWorkspace(id);
  const written = await openTarget({ kind: "workspace", id }, openingParts(library));
  if (written.kind === "workspace") return runWorkspace({ ...opening, ...written }, library, lock);
  lock.release();
  return showStart(library, written.message);
}

async function runWorkspace(
  opening: WorkspaceOpening,
  library: WorkspaceLibrary,
  lock: WorkspaceLock | null,
): Promise<void> {
  const { record, restore, rebuild, catchUpTo, buildsAuthored = false } = opening;
  const step = catchUpTo === undefined ? {} : { lessonStep: Math.max(0, catchUpTo - 1) };
  const app = await run({ library, record, restore, shared: null, buildsAuthored, ...step });
  hold(app, lock, library);
  // A new one is kept from the beginning: a reload finds it.
  if ((await library.loadRaw(record.id)) === undefined) void app.keeper.flush();
  if (rebuild) void app.rebuildDatabase();
}

/** The page has this workspace open until another tab takes it over. */
function hold(app: AppModel, lock: WorkspaceLock | null, library: WorkspaceLibrary): void {
  current = { app, lock };
  lock?.onLost(app.leave, () => {
    app.yieldWorkspace();
    current = null;
    void openElsewhere({ kind: "workspace", record: app.keeper.record, restore: null, rebuild: false }, library);
  });
}

async function run(
  parts: Pick<AppParts, "library" | "record" | "restore" | "shared" | "lessonStep" | "buildsAuthored">,
): Promise<AppModel> {
  const app = createApp({
    ...parts,
    openLesson: await lessonOf(parts.record),
    startEngine,
    starters,
    clock: pageClock,
    baseDirectory: fetchBaseDirectory,
    settingsStorage: embedding === null ? settingsStorage() : null,
    now: () => Date.now(),
  });
  if (embedding !== null) app.settings.setState({ theme: embedding.theme });
  app.start();
  show(
    <AppContext key={parts.record.id} value={app}>
      <App embedding={embedding} />
    </AppContext>,
  );
  return app;
}

/** What plays the lesson of a workspace is fetched only where there is one. */
async function lessonOf({ lesson }: WorkspaceRecord): Promise<AppParts["openLesson"]> {
  if (lesson === undefined) return null;
  const { openSitting } = await import("./app/lesson/openSitting.ts");
  return openSitting(lesson, textLanguage(), settingsStorage());
}

/** The workspace that this page has open. */
let current: { readonly app: AppModel; readonly lock: WorkspaceLock | null } | null = null;

/** Leaves what is open, written as it is. */
async function leave(): Promise<void> {
  await current?.app.leave();
  current?.lock?.release();
  current = null;
}

/**
 * Puts something else in the place of what is open, without loading the page again: what is downloaded and compiled stays, the engine is
 * another. Until it is there nothing can be typed that nobody would keep.
 */
async function openInstead(hash: string, open: () => Promise<void>): Promise<void> {
  if (page.inert) return;
  const stays = current?.app.library.kind === "memory" && !current.app.cameByLink;
  if (!stays && losesEdits() && !confirm("This workspace is not kept: what you wrote in it would be lost.")) return;
  page.inert = true;
  try {
    await leave();
    history.pushState(null, "", `${location.pathname}${location.search}${hash}`);
    await open();
  } catch (error) {
    await showStart(await openPageLibrary(), mistakeOf(error));
  } finally {
    page.inert = false;
  }
}

/** What was written in the workspace that is open ends with the page. */
function losesEdits(): boolean {
  return embedding === null && current?.app.losesEdits() === true;
}

/** Opens a workspace that somebody sent: nothing of it runs, and nothing of it is kept, before the reader says so. */
async function openShared(shared: SharedWorkspace, library: WorkspaceLibrary): Promise<void> {
  const record = recordOfShared(shared, starters, randomId(), Date.now());
  const app = await run({ library, record, restore: null, shared });
  current = { app, lock: null };
  const stopWaiting = app.keeper.kept.subscribe((kept) => {
    if (kept.kind === "notKept") return;
    stopWaiting();
    // From now on it is a workspace like the others, which one tab has at a time.
    history.replaceState(null, "", `${location.search}${workspaceHash(record.id)}`);
    void lockWorkspace(record.id).then((lock) => hold(app, lock, library));
  });
}

/** Opens what was dropped on the page, chosen or pasted. */
async function openBrought(brought: Brought): Promise<void> {
  const library = await openPageLibrary();
  if (brought.kind === "shared") return openShared(brought.shared, library);
  const names = (await library.list()).filter(({ deletedAt }) => deletedAt === null).map(({ name }) => name);
  const newborn = { id: randomId(), now: Date.now(), names };
  const empty = chosenLanguage(settingsStorage()) === "python" ? "scratch-python" : "scratch";
  const scratch = starters.find(({ id }) => id === empty);
  const files = brought.kind === "project" ? brought.files : (scratch?.files ?? {});
  const record = importedWorkspace(brought.name, files, newborn);
  await openWorkspace({ kind: "workspace", record, restore: null, rebuild: false }, library);
  if (brought.kind === "database") await current?.app.importDatabase(brought.sql);
  else if (brought.leftOut.length > 0) current?.app.terminal.getState().print("note", leftOutNote(brought.leftOut));
}

async function start(): Promise<void> {
  applyInitialTheme(settingsStorage());
  const library = await openPageLibrary();
  const target = readTarget(location.hash);
  if (target.kind === "link") {
    try {
      await openShared(await decodeLink(target.text), library);
    } catch (error) {
      if (!(error instanceof LinkError)) throw error;
      await showStart(library, error.message);
    }
    return;
  }
  if (target.kind === "ownLessons") {
    const { OwnLessonsPage } = await import("./ui/lesson/own/OwnLessonsPage.tsx");
    show(<OwnLessonsPage storage={settingsStorage()} />);
    return;
  }
  if (target.kind === "sharedLessons") {
    const { openSharedLessons } = await import("./ui/lesson/own/openSharedLessons.tsx");
    show(openSharedLessons(target.text, settingsStorage()));
    return;
  }
  if (target.kind === "course") {
    await loadTitles(target.textLanguage ?? textLanguage());
    const { CoursePages } = await import("./ui/lesson/CoursePages.tsx");
    show(<CoursePages key={location.hash} target={target} storage={settingsStorage()} />);
    return;
  }
  const opening = await openTarget(target, openingParts(library));
  if (opening.kind === "workspace") await openWorkspace(opening, library);
  else await showStart(library, opening.message);
}

function mistakeOf(error: unknown): string {
  if (error instanceof LinkError) return error.message;
  return `It could not be opened: ${error instanceof Error ? error.message : String(error)}`;
}

async function showStart(library: WorkspaceLibrary, message: string | null): Promise<void> {
  await loadTitles(textLanguage());
  show(<StartPage library={library} starters={starters} storage={settingsStorage()} message={message} />);
}

function openingParts(library: WorkspaceLibrary): OpeningParts {
  return {
    library,
    starters,
    build,
    storage: settingsStorage(),
    textLanguage: textLanguage(),
    now: () => Date.now(),
    randomId,
    decompress,
  };
}

document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "hidden") void current?.app.settle();
});
window.addEventListener("beforeunload", (event) => {
  if (current?.app.keeper.kept.getState().kind !== "saving" && !losesEdits()) return;
  void current?.app.settle();
  event.preventDefault();
});
window.addEventListener("hashchange", () => location.reload());
window.addEventListener("stillroom:open", (event) => {
  if (event instanceof CustomEvent && typeof event.detail === "string") void openInstead(event.detail, start);
});
window.addEventListener("stillroom:go", (event) => {
  if (!(event instanceof CustomEvent) || typeof event.detail !== "string" || pageLibrary === null) return;
  const hash = event.detail;
  void pageLibrary.then(({ kind }) => {
    // Where the browser keeps nothing, a page that starts afresh would have none of the workspaces of this one.
    if (kind === "memory") return openInstead(hash, start);
    history.pushState(null, "", `${location.pathname}${location.search}${hash}`);
    return location.reload();
  });
});
window.addEventListener("stillroom:bring", (event) => {
  if (event instanceof CustomEvent) void openInstead("", () => openBrought(event.detail as Brought));
});
void start();
