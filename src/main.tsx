import "./ui/theme/tokens.css";
import "./ui/theme/base.css";
import "./ui/layout/shell.css";
import { StrictMode, type ReactNode } from "react";
import { createRoot } from "react-dom/client";
import build from "virtual:database";
import { createApp, type App as AppModel, type AppParts } from "./app/createApp.ts";
import { openTarget, type Opening } from "./app/openTarget.ts";
import { pageClock } from "./app/playback/playbackClock.ts";
import { readTarget, workspaceHash } from "./app/target.ts";
import { lockWorkspace, takeOverWorkspace, type WorkspaceLock } from "./app/workspaceLock.ts";
import { App } from "./ui/App.tsx";
import { AppContext } from "./ui/AppContext.ts";
import { ElsewherePage } from "./ui/start/ElsewherePage.tsx";
import { applyInitialTheme } from "./ui/theme/initialTheme.ts";
import { StartPage } from "./ui/start/StartPage.tsx";
import { decompressDirectory, fetchBaseDirectory, startEngine } from "./worker/startEngine.ts";
import { decodeLink } from "./workspace/link/encodeLink.ts";
import { LinkError } from "./workspace/link/linkError.ts";
import { recordOfShared } from "./workspace/link/shareWorkspace.ts";
import { openLibrary } from "./workspace/library/openLibrary.ts";
import type { WorkspaceLibrary } from "./workspace/library/workspaceLibrary.ts";
import { starters } from "./workspace/starters/starters.ts";

const element = document.getElementById("root");
if (element === null) throw new Error("the page is incomplete");
const root = createRoot(element);
const show = (page: ReactNode): void => root.render(<StrictMode>{page}</StrictMode>);

function settingsStorage(): Storage | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}

function randomId(): string {
  return [...crypto.getRandomValues(new Uint8Array(6))].map((byte) => byte.toString(36).padStart(2, "0")).join("");
}

/** The lock of a workspace; asks the reader when another tab has it. */
async function lockOrAsk(id: string, library: WorkspaceLibrary): Promise<WorkspaceLock> {
  const lock = await lockWorkspace(id);
  if (lock !== null) return lock;
  await new Promise<void>((takeOver) => show(<ElsewherePage id={id} library={library} onTakeOver={takeOver} />));
  return takeOverWorkspace(id);
}

/** Opens a workspace of the library; another tab may have it. */
async function openWorkspace(
  opening: Extract<Opening, { kind: "workspace" }>,
  library: WorkspaceLibrary,
): Promise<void> {
  const { record, restore, rebuild } = opening;
  history.replaceState(null, "", `${location.search}${workspaceHash(record.id)}`);
  const lock = library.kind === "browser" ? await lockOrAsk(record.id, library) : null;
  const app = run({ library, record, restore, shared: null });
  if (rebuild) void app.rebuildDatabase();
  lock?.onLost(() => {
    app.yieldWorkspace();
    show(<ElsewherePage id={record.id} library={library} onTakeOver={() => location.reload()} />);
  });
}

function run(parts: Pick<AppParts, "library" | "record" | "restore" | "shared">): AppModel {
  const app = createApp({
    ...parts,
    startEngine,
    starters,
    clock: pageClock,
    baseDirectory: fetchBaseDirectory,
    settingsStorage: settingsStorage(),
    now: () => Date.now(),
  });
  app.start();
  show(
    <AppContext value={app}>
      <App />
    </AppContext>,
  );
  return app;
}

async function start(): Promise<void> {
  applyInitialTheme(settingsStorage());
  const library = await openLibrary();
  const target = readTarget(location.hash);
  const showStart = (message: string | null): void =>
    show(<StartPage library={library} starters={starters} message={message} />);
  if (target.kind === "link") {
    try {
      const shared = await decodeLink(target.text);
      run({ library, record: recordOfShared(shared, starters, randomId(), Date.now()), restore: null, shared });
    } catch (error) {
      if (!(error instanceof LinkError)) throw error;
      showStart(error.message);
    }
    return;
  }
  const parts = { library, starters, build, now: () => Date.now(), randomId, decompress: decompressDirectory };
  const opening = await openTarget(target, parts);
  if (opening.kind === "workspace") await openWorkspace(opening, library);
  else showStart(opening.message);
}

window.addEventListener("hashchange", () => location.reload());
void start();
