import { nameText } from "../../engine/schema/name.ts";
import { editActions } from "../../lessons/authoring/editActions.ts";
import { queriesOf } from "../../lessons/checks/evaluateChecks.ts";
import { suggestChecks } from "../../lessons/authoring/suggestChecks.ts";
import type { LessonSnapshot, RanCommand } from "../../lessons/checks/lessonSnapshot.ts";
import type { Action } from "../../lessons/format/action.ts";
import type { Lesson, LessonFiles, Step } from "../../lessons/format/lesson.ts";
import { lessonFault } from "../../lessons/format/lessonFault.ts";
import { changeShelf, readShelf, ShelfFullError, withLesson, type OwnLesson } from "../../lessons/own/shelf.ts";
import type { ComparisonObserver } from "../comparison.ts";
import { actionMistake } from "../lesson/actionError.ts";
import { performAction } from "../lesson/performAction.ts";
import { createAuthorStore, type AuthorStore } from "./authorStore.ts";
import type { AuthorWorld } from "./authorWorld.ts";
import { tryStep } from "./tryStep.ts";

/** A lesson while it is written in a workspace: it begins where the author says, and records what the author does. */
export interface AuthorSession extends ComparisonObserver {
  readonly store: AuthorStore;
  readonly storage: AuthorWorld["storage"];
  /** A command begins: what was written in the files until now came before it. */
  running(): void;
  ran(command: RanCommand): void;
  /** A command, or SQL, has been taken back. */
  tookBack(line: string): void;
  /** Files and database as they are now are where the lesson begins. */
  markStart(): Promise<void>;
  change(change: Partial<Omit<Lesson, "start" | "steps">>): void;
  changeStep(change: Partial<Step>): void;
  /** @param index from 0 */
  show(index: number): void;
  addStep(): void;
  removeStep(index: number): void;
  record(): void;
  stopRecording(): void;
  /** Files and database as they are when a step begins. */
  goToStart(index: number): Promise<void>;
  /** Plays the step that is written as learners might, and leaves the workspace as its solution does. */
  tryOut(): Promise<void>;
  /** Written no more here; the lesson stays. */
  close(): void;
}

/** Milliseconds after which a comparison has been given up, and the engine started anew. */
const longestLook = 20_000;

const emptyStep: Step = { title: "", text: "", hints: [], done: "", notes: "", checks: [], solution: [] };

/** The lesson that is written in the workspace; null: none is. */
export function lessonInWork(world: AuthorWorld): OwnLesson | null {
  const { id } = world.stores.workspace.getState();
  return readShelf(world.storage).lessons.find(({ workspace, received }) => workspace === id && !received) ?? null;
}

/** A lesson that begins with the workspace as it is. */
export function newLesson(world: AuthorWorld): OwnLesson {
  const { id, name, files, activeFile } = world.stores.workspace.getState();
  const { stageTab } = world.stores.settings.getState();
  return {
    id: world.now().toString(36),
    savedAt: world.now(),
    received: false,
    workspace: id,
    lesson: {
      title: name.slice(0, 120),
      minutes: 5,
      needs: "",
      start: { files, actions: [], open: activeFile ?? "", view: stageTab },
      steps: [{ ...emptyStep, title: "The first step" }],
    },
  };
}

export function createAuthorSession(world: AuthorWorld, own: OwnLesson): AuthorSession {
  const { workspace, engine, player, settings } = world.stores;
  const store = createAuthorStore(own);
  /** What the page knew at its last look. */
  let latest: LessonSnapshot | null = null;
  let begun: LessonSnapshot | null = null;
  /** The recording has ended, and the next look at the project tells what it made different. */
  let waitsForEnd = false;
  let commands: readonly RanCommand[] = [];
  /** What has been run and opened since a trial began; null: none is made. */
  let tried: { readonly commands: readonly RanCommand[]; readonly opened: readonly string[] } | null = null;
  /** A trial waits for a look at the project in which its queries have been answered. */
  let wanted: { readonly queries: readonly string[]; readonly seen: (snapshot: LessonSnapshot) => void } | null = null;
  /** The files up to which edits have been recorded. */
  let recordedFiles: LessonFiles = workspace.getState().files;

  function save(next: OwnLesson): void {
    const saved = { ...next, savedAt: world.now() };
    const fault = lessonFault(saved.lesson);
    store.setState({ own: saved, notKept: fault === null ? null : `Not kept as it is now: ${fault}.` });
    if (fault !== null) return;
    try {
      changeShelf(world.storage, (shelf) => withLesson(shelf, saved));
    } catch (error) {
      if (!(error instanceof ShelfFullError)) throw error;
      store.setState({ notKept: error.message });
    }
  }

  function saveLesson(lesson: Lesson): void {
    save({ ...store.getState().own, lesson });
  }

  function saveStep(index: number, change: Partial<Step>): void {
    const { lesson } = store.getState().own;
    store.setState({ trial: null });
    saveLesson({
      ...lesson,
      steps: lesson.steps.map((step, place) => (place === index ? { ...step, ...change } : step)),
    });
  }

  function recordEdits(): void {
    const { recording, own: current } = store.getState();
    if (recording === null) return;
    const { files } = workspace.getState();
    const edits = editActions(recordedFiles, files, current.lesson.start.files);
    recordedFiles = files;
    if (edits.length > 0) store.setState({ recording: [...recording, ...edits] });
  }

  function recordCommand({ kind, text, succeeded }: RanCommand): void {
    const { recording } = store.getState();
    if (recording === null) return;
    recordedFiles = workspace.getState().files;
    if (kind === "line" && /^(clear|help|undo|reset|share)\b/.test(text)) return;
    const fails = succeeded ? {} : { fails: true };
    const action: Action = kind === "sql" ? { kind, sql: text, ...fails } : { kind: "run", run: text, ...fails };
    store.setState({ recording: [...recording, action] });
  }

  /** Says why the workspace moves by itself, and lets it move at once. */
  async function working(why: string, work: () => Promise<void>): Promise<void> {
    store.setState({ working: why, mistake: null });
    try {
      await player.atOnce(async () => {
        await work();
        await player.ended();
      });
    } catch (error) {
      store.setState({ mistake: actionMistake(error) });
    } finally {
      store.setState({ working: null });
      world.examine();
    }
  }

  async function buildStart(index: number): Promise<void> {
    const { lesson } = store.getState().own;
    workspace.getState().replaceFiles(`Went to the start of step ${index + 1}`, lesson.start.files);
    world.emptyDatabase("The lesson's start is built again.");
    const before = lesson.steps.slice(0, index).flatMap(({ solution }) => solution);
    for (const action of [...lesson.start.actions, ...before]) await performAction(world, action);
  }

  /** What leads from an empty database to the one that is there, and what of it a lesson cannot hold. */
  async function readStart(): Promise<{ readonly actions: readonly Action[]; readonly mistake: string | null }> {
    const { heads = [], tables = [] } = engine.getState().project?.database ?? {};
    if (heads.length === 0 && tables.some(({ name }) => nameText(name) !== "alembic_version")) {
      // No revision makes these tables.
      const sql = await world.readScript();
      return { actions: sql === null ? [] : [{ kind: "sql", sql }], mistake: null };
    }
    const rows = await world.readRows();
    return {
      actions: [
        ...heads.map((head): Action => ({ kind: "run", run: `alembic upgrade ${head}` })),
        ...(rows === null || rows.sql === "" || !rows.complete ? [] : [{ kind: "sql", sql: rows.sql } as const]),
        ...(heads.length > 0 ? [{ kind: "run", run: "clear" } as const] : []),
      ],
      mistake: rows?.complete === false ? "There are more rows than a lesson can hold: it begins without them." : null,
    };
  }

  return {
    store,
    storage: world.storage,
    queries: () => wanted?.queries ?? [],
    compared: (files, { drift, project, answers }) => {
      if (drift === null) return;
      latest = {
        files,
        revisions: project.revisions,
        database: project.database,
        models: drift.models,
        drift,
        commands: tried?.commands ?? commands,
        opened: tried?.opened ?? [],
        answers: new Map(
          wanted?.queries.map((query, place) => [query, answers[place] ?? { kind: "error", message: "" }]) ?? [],
        ),
      };
      if (wanted !== null && answers.length === wanted.queries.length) {
        wanted.seen(latest);
        wanted = null;
      }
      if (!waitsForEnd || begun === null) return;
      waitsForEnd = false;
      store.setState({ suggestions: suggestChecks(begun, latest) });
    },
    running: recordEdits,
    ran: (command) => {
      if (tried !== null) tried = { ...tried, commands: [...tried.commands, command] };
      const { working, recording } = store.getState();
      if (working !== null || recording === null) return;
      if (command.kind === "sql") recordEdits();
      commands = [...commands, command];
      recordCommand(command);
    },
    tookBack: (line) => {
      const { recording } = store.getState();
      if (recording !== null) store.setState({ recording: withoutLast(line, recording) });
    },
    markStart: async () => {
      store.setState({ working: "Reading the database…", mistake: null });
      const { files, activeFile } = workspace.getState();
      const { actions, mistake } = await readStart();
      store.setState({ working: null, mistake });
      saveLesson({
        ...store.getState().own.lesson,
        start: { files, actions, open: activeFile ?? "", view: settings.getState().stageTab },
      });
    },
    change: (change) => saveLesson({ ...store.getState().own.lesson, ...change }),
    changeStep: (change) => saveStep(store.getState().step, change),
    show: (index) => store.setState({ step: index, suggestions: null, trial: null, mistake: null }),
    addStep: () => {
      const { lesson } = store.getState().own;
      saveLesson({ ...lesson, steps: [...lesson.steps, { ...emptyStep, title: `Step ${lesson.steps.length + 1}` }] });
      store.setState({ step: lesson.steps.length, suggestions: null, trial: null, mistake: null });
    },
    removeStep: (index) => {
      const { lesson } = store.getState().own;
      if (lesson.steps.length === 1) return;
      const step = Math.max(0, Math.min(index, lesson.steps.length - 2));
      store.setState({ step, suggestions: null, trial: null, mistake: null });
      saveLesson({ ...lesson, steps: lesson.steps.filter((_, place) => place !== index) });
    },
    record: () => {
      begun = latest;
      commands = [];
      waitsForEnd = false;
      recordedFiles = workspace.getState().files;
      store.setState({ recording: [], suggestions: null, mistake: null });
    },
    stopRecording: () => {
      recordEdits();
      const { recording, step } = store.getState();
      if (recording === null) return;
      store.setState({ recording: null });
      saveStep(step, { solution: recording });
      waitsForEnd = true;
      world.examine();
    },
    goToStart: async (index) => {
      store.setState({ recording: null });
      await working(`Building the start of step ${index + 1}…`, () => buildStart(index));
    },
    tryOut: async () => {
      const { own: current, step: index } = store.getState();
      const step = current.lesson.steps[index];
      if (step === undefined) return;
      store.setState({ recording: null, trial: null });
      await working("Trying the step out…", async () => {
        const trial = await tryStep(step, {
          begin: async () => {
            tried = null;
            await buildStart(index);
            tried = { commands: [], opened: [] };
          },
          perform: async (action) => {
            await performAction(world, action);
            const { activeFile } = workspace.getState();
            if (tried !== null && activeFile !== null) tried = { ...tried, opened: [...tried.opened, activeFile] };
          },
          look: async () => {
            await player.ended();
            return new Promise<LessonSnapshot | null>((seen) => {
              setTimeout(() => seen(null), longestLook);
              wanted = { queries: queriesOf(step.checks), seen };
              world.examine();
            });
          },
          tell: (run, runs, what) => store.setState({ working: `Trying the step out, ${run} of ${runs}: ${what}…` }),
        });
        store.setState({ trial });
      });
      tried = null;
    },
    close: () => save({ ...store.getState().own, workspace: null }),
  };
}

/** @param line a command, or the SQL of one */
function withoutLast(line: string, actions: readonly Action[]): readonly Action[] {
  const last = actions.findLastIndex(
    (action) => (action.kind === "sql" && action.sql === line) || (action.kind === "run" && action.run.includes(line)),
  );
  return actions.filter((_, place) => place !== last);
}
