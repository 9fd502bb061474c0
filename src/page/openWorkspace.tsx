import { createApp, type App as AppModel, type AppParts } from "../app/createApp.ts";
import { openTarget, type WorkspaceOpening } from "../app/openTarget.ts";
import { pageClock } from "../app/playback/playbackClock.ts";
import { workspaceHash } from "../app/target.ts";
import { lockWorkspace, takeOverWorkspace, type WorkspaceLock } from "../app/workspaceLock.ts";
import { App } from "../ui/App.tsx";
import { AppContext } from "../ui/AppContext.ts";
import { ElsewherePage } from "../ui/start/ElsewherePage.tsx";
import { fetchBaseDirectory, startEngine } from "../worker/startEngine.ts";
import type { WorkspaceLibrary } from "../workspace/library/workspaceLibrary.ts";
import type { WorkspaceRecord } from "../workspace/library/workspaceRecord.ts";
import { recordOfShared } from "../workspace/link/shareWorkspace.ts";
import type { SharedWorkspace } from "../workspace/link/sharedWorkspace.ts";
import { starters } from "../workspace/starters/starters.ts";
import { embedding, openingParts, pageStorage, pageTextLanguage, randomId } from "./pageParts.ts";
import { show, showStart } from "./show.tsx";

interface OpenWorkspace {
  readonly app: AppModel;
  readonly lock: WorkspaceLock | null;
}

let current: OpenWorkspace | null = null;

/** The workspace that this page has open; null: none. */
export function openApp(): AppModel | null {
  return current?.app ?? null;
}

/** Leaves what is open, written as it is. */
export async function leaveWorkspace(): Promise<void> {
  await current?.app.leave();
  current?.lock?.release();
  current = null;
}

/** What was written in the workspace that is open ends with the page. */
export function losesEdits(): boolean {
  return embedding === null && current?.app.losesEdits() === true;
}

/** Opens a workspace of the library; where another tab has it, the reader is asked. */
export async function openWorkspace(opening: WorkspaceOpening, library: WorkspaceLibrary): Promise<void> {
  const { id } = opening.record;
  history.replaceState(null, "", `${location.search}${workspaceHash(id)}`);
  const lock = library.kind === "browser" ? await lockWorkspace(id) : null;
  if (library.kind === "browser" && lock === null) return openElsewhere(opening, library);
  return runWorkspace(opening, library, lock);
}

/** Opens a workspace that somebody sent: nothing of it runs, and nothing of it is kept, before the reader says so. */
export async function openShared(shared: SharedWorkspace, library: WorkspaceLibrary): Promise<void> {
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
    settingsStorage: embedding === null ? pageStorage() : null,
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
  const { openSitting } = await import("../app/lesson/openSitting.ts");
  return openSitting(lesson, pageTextLanguage(), pageStorage());
}
