import type { App } from "../../app/createApp.ts";
import { speeds } from "../../app/playback/player.ts";
import type { LowerTab, RunTab, StageTab } from "../../app/settingsStore.ts";
import { goTo } from "../start/goTo.ts";
import { playOrPause } from "../timeline/playOrPause.ts";
import type { Action } from "./action.ts";

/** What can always be done, whatever the project holds. */
export function pageActions(app: App): readonly Action[] {
  return [...databaseActions(app), ...playbackActions(app), ...viewActions(app), ...workspaceActions(app)];
}

function databaseActions(app: App): readonly Action[] {
  const command = (title: string, line: string): Action => ({
    id: line,
    group: "Database",
    title,
    detail: line,
    run: () => void app.runLine(line),
  });
  return [
    command("Upgrade to head", "alembic upgrade head"),
    command("Upgrade by one revision", "alembic upgrade +1"),
    command("Downgrade by one revision", "alembic downgrade -1"),
    command("Downgrade to base", "alembic downgrade base"),
    command("Is anything left to generate?", "alembic check"),
    command("Where is the database?", "alembic current"),
    command("Show the history", "alembic history --indicate-current"),
    command("Show the heads", "alembic heads"),
    command("Merge the heads", 'alembic merge heads -m "merge heads"'),
    {
      id: "prove",
      group: "Database",
      title: "Prove every revision: up, down and up again",
      detail: "In a transaction that is rolled back",
      run: () => {
        app.settings.setState({ runTab: "proof", lowerTab: "proof" });
        void app.proveAll();
      },
    },
    {
      id: "whatWould",
      group: "Database",
      title: "What would upgrade head do?",
      detail: "Answered without doing it",
      run: () => {
        app.settings.setState({ stageTab: "differences", phonePane: "stage" });
        app.compare({ kind: "database" }, { kind: "revision", revision: "heads" });
      },
    },
    command("Take the last command back", "undo"),
    command("Begin again", "reset"),
  ];
}

function playbackActions(app: App): readonly Action[] {
  const { player } = app;
  const action = (id: string, title: string, keys: string, run: () => void): Action => ({
    id,
    group: "Playback",
    title,
    keys,
    run,
  });
  return [
    action("play", "Play or pause", "K", () => playOrPause(app)),
    action("next", "Next statement", "L", () => player.stepStatement(1)),
    action("previous", "Previous statement", "J", () => player.stepStatement(-1)),
    action("nextRevision", "Next revision", "Shift+L", () => player.stepRevision(1)),
    action("previousRevision", "Previous revision", "Shift+J", () => player.stepRevision(-1)),
    action("now", "Back to the database as it is", "0", () => player.showNow()),
    action("faster", "Faster", ">", () => player.setSpeed(speedBeside(player.store.getState().speed, 1))),
    action("slower", "Slower", "<", () => player.setSpeed(speedBeside(player.store.getState().speed, -1))),
  ];
}

function speedBeside(speed: (typeof speeds)[number], by: 1 | -1): (typeof speeds)[number] {
  return speeds[Math.min(speeds.length - 1, Math.max(0, speeds.indexOf(speed) + by))] ?? speed;
}

function viewActions({ settings }: App): readonly Action[] {
  const stage = (title: string, stageTab: StageTab): Action => ({
    id: `stage:${stageTab}`,
    group: "Go to",
    title,
    run: () => {
      settings.setState({ stageTab, phonePane: "stage" });
      focusSoon(`stage-tab-${stageTab}`);
    },
  });
  const lower = (title: string, lowerTab: LowerTab): Action => ({
    id: `lower:${lowerTab}`,
    group: "Go to",
    title,
    run: () => {
      settings.setState({ lowerTab, phonePane: "terminal" });
      focusSoon(`lower-tab-${lowerTab}`);
    },
  });
  const run = (title: string, runTab: RunTab): Action => ({
    id: `run:${runTab}`,
    group: "Go to",
    title,
    run: () => {
      settings.setState({ runTab, lowerTab: runTab === "proof" ? "proof" : "run" });
      focusSoon(`run-tab-${runTab}`);
    },
  });
  return [
    {
      id: "commandLine",
      group: "Go to",
      title: "Command line",
      keys: "/",
      run: () => {
        settings.setState({ lowerTab: "terminal", phonePane: "terminal" });
        requestAnimationFrame(() => document.querySelector<HTMLElement>('[aria-label="Command line"]')?.focus());
      },
    },
    stage("Schema", "schema"),
    stage("Data", "data"),
    stage("SQL", "sql"),
    stage("Differences between models and database", "differences"),
    lower("Problems", "problems"),
    run("What the last command ran", "run"),
    run("What has been proven", "proof"),
    run("Notices of PostgreSQL", "notices"),
  ];
}

function workspaceActions(app: App): readonly Action[] {
  const { settings, dialog } = app;
  const leaveFor = (hash: string) => () => void app.settle().then(() => goTo(hash));
  return [
    {
      id: "palette",
      group: "Page",
      title: "Find a command",
      keys: "Mod+K",
      run: () => dialog.setState({ open: "palette" }),
    },
    {
      id: "shortcuts",
      group: "Page",
      title: "Keyboard shortcuts",
      keys: "?",
      run: () => dialog.setState({ open: "shortcuts" }),
    },
    {
      id: "theme",
      group: "Page",
      title: "Light or dark",
      run: () => settings.setState({ theme: document.documentElement.dataset["theme"] === "dark" ? "light" : "dark" }),
    },
    {
      id: "share",
      group: "Workspace",
      title: "Share as a link or a file",
      keys: "Mod+S",
      run: () => dialog.setState({ open: "share" }),
    },
    {
      id: "takeHome",
      group: "Workspace",
      title: "Take it home: zip, Python, SQL",
      run: () => dialog.setState({ open: "takeHome" }),
    },
    { id: "workspaces", group: "Workspace", title: "All workspaces", run: leaveFor("#start") },
    ...app.starters.map((starter): Action => ({
      id: `new:${starter.id}`,
      group: "Workspace",
      title: `New from ${starter.title}`,
      detail: starter.description,
      run: leaveFor(`#new/${starter.id}`),
    })),
  ];
}

function focusSoon(id: string): void {
  requestAnimationFrame(() => document.getElementById(id)?.focus());
}
