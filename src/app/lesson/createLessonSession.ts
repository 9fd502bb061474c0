import { evaluateChecks, queriesOf } from "../../lessons/checks/evaluateChecks.ts";
import { matchesPath } from "../../lessons/checks/pattern.ts";
import type { LessonSnapshot, RanCommand } from "../../lessons/checks/lessonSnapshot.ts";
import type { Action } from "../../lessons/format/action.ts";
import type { Step } from "../../lessons/format/lesson.ts";
import { rememberProgress } from "../../lessons/progress/progress.ts";
import type { TextLanguage } from "../../lessons/translation/textLanguage.ts";
import {
  forgetFrom,
  isCounted,
  withCommand,
  withShown,
  withStep,
  type Sitting,
  type StepMemory,
} from "../../lessons/sitting/sitting.ts";
import type { FileMap } from "../../worker/messages.ts";
import type { ComparisonObserver } from "../comparison.ts";
import type { Answer } from "../engineClient.ts";
import { actionMistake } from "./actionError.ts";
import { createLessonStore, type LessonStore } from "./lessonStore.ts";
import type { LessonWorld } from "./lessonWorld.ts";
import { performAction } from "./performAction.ts";
import { toldIn } from "./toldIn.ts";

/** A lesson while it is played: it looks at the project after everything that happens, and has no button for that. */
export interface LessonSession extends ComparisonObserver {
  readonly store: LessonStore;
  /** Where progress and this browser's own lessons are kept; null: nowhere. */
  readonly storage: LessonWorld["storage"];
  /** A command, or SQL, has run. */
  ran(command: RanCommand): void;
  /** A file is looked at. */
  opened(path: string): void;
  /**
   * Brings files and database to the lesson's start, where that has not been done.
   * @param index the step whose start is built instead, as `rebuild` does
   */
  begin(index?: number): Promise<void>;
  /** @param index from 0 */
  show(index: number): void;
  showHint(): void;
  showSolution(shown: boolean): void;
  /** Puts a line into the prompt, where it waits for Enter. */
  type(line: string): void;
  /** Makes one edit of the solution. */
  makeEdit(action: Action): Promise<void>;
  /** The start of a step as its author leaves it: the lesson's start, and the solutions of the steps before. */
  rebuild(index: number): Promise<void>;
  /** Presenting: does the next thing of the solution. */
  doNext(): Promise<void>;
  present(presenting: boolean): void;
  /** Shows the lesson's words in another language, where it has them. */
  tellIn(textLanguage: TextLanguage): Promise<void>;
}

export function createLessonSession(world: LessonWorld, sitting: Sitting): LessonSession {
  const { workspace, player, terminal, settings, keeper } = world.stores;
  const store = createLessonStore(sitting);
  /** Counts looks at the project, so that one that has become old is not shown. */
  let look = 0;

  const step = (): Step => {
    const { sitting: current } = store.getState();
    const found = current.lesson.steps[current.step];
    if (found === undefined) throw new Error("the lesson has no such step");
    return found;
  };
  const memory = (): StepMemory | undefined => {
    const { sitting: current } = store.getState();
    return current.steps[current.step];
  };

  function change(next: Sitting): void {
    store.setState({ sitting: next });
    keeper.filesChanged();
  }

  function changeStep(how: (memory: StepMemory) => StepMemory): void {
    const { sitting: current } = store.getState();
    change(withStep(current, current.step, how));
  }

  /** What was done until now belongs to the step before. */
  function beginStep(): void {
    const { activeFile } = workspace.getState();
    change({ ...store.getState().sitting, commands: [], opened: activeFile === null ? [] : [activeFile] });
  }

  async function see(files: FileMap, answer: Answer<"compared">, queries: readonly string[]): Promise<void> {
    const { drift, project, answers } = answer;
    if (drift === null || store.getState().preparing !== null || memory()?.solved === true) return;
    const mine = ++look;
    const { commands, opened } = store.getState().sitting;
    const snapshot: LessonSnapshot = {
      files,
      revisions: project.revisions,
      database: project.database,
      models: drift.models,
      drift,
      commands,
      opened,
      answers: new Map(queries.map((query, place) => [query, answers[place] ?? { kind: "error", message: "" }])),
    };
    const shown = step();
    // The picture answers first.
    await player.ended();
    if (mine !== look || shown !== step()) return;
    const results = evaluateChecks(shown.checks, snapshot);
    store.setState({ results });
    if (results.every(({ met }) => met)) solved();
  }

  function solved(): void {
    changeStep((before) => ({ ...before, solved: true }));
    rememberProgress(world.storage, store.getState().sitting);
    beginStep();
  }

  function show(index: number): void {
    const { sitting: current } = store.getState();
    if (index < 0 || index >= current.steps.length || index === current.step) return;
    look++;
    change(withShown(current, index));
    store.setState({ results: null, solutionShown: false, mistake: null, nextAction: 0 });
    world.examine();
  }

  /** Runs actions one after the other, as fast as the engine can. */
  async function perform(actions: readonly Action[], why: string): Promise<void> {
    store.setState({ preparing: why, mistake: null });
    try {
      await player.atOnce(async () => {
        for (const action of actions) await performAction(world, action);
        await player.ended();
      });
    } catch (error) {
      store.setState({ mistake: actionMistake(error) });
    } finally {
      beginStep();
      store.setState({ preparing: null });
      world.examine();
    }
  }

  function showStart(): void {
    const { start } = store.getState().sitting.lesson;
    const { files, showOnly } = workspace.getState();
    showOnly(Object.keys(files).filter((path) => matchesPath(start.open, path)));
    settings.setState({ stageTab: start.view, phonePane: "lesson" });
  }

  /** From the lesson's files and an empty database to the start of a step. */
  async function build(index: number): Promise<void> {
    const { lesson } = store.getState().sitting;
    const to = Math.min(index, lesson.steps.length - 1);
    change({ ...forgetFrom(store.getState().sitting, to), building: true });
    if (to === 0) showStart();
    const before = lesson.steps.slice(0, to).flatMap(({ solution }) => solution);
    const why = to === 0 ? "Building the start…" : `Building the start of step ${to + 1}…`;
    await perform([...lesson.start.actions, ...before], why);
    if (to === 0) showStart();
    else {
      settings.setState({ phonePane: "lesson" });
      terminal.getState().clear();
      terminal.getState().print("note", `Step ${to + 1} begins as its author left it.`);
    }
    world.forgetUndo();
    change({ ...store.getState().sitting, prepared: true, building: false });
    world.examine();
  }

  async function rebuild(index: number): Promise<void> {
    const { sitting: current } = store.getState();
    look++;
    store.setState({ results: null, solutionShown: false, nextAction: 0 });
    change({ ...forgetFrom(current, Math.min(index, current.steps.length - 1)), building: true });
    workspace.getState().replaceFiles(`Began ${current.lesson.title} again`, current.lesson.start.files);
    world.emptyDatabase("The lesson begins anew.");
    await build(index);
  }

  return {
    store,
    storage: world.storage,
    queries: () => (memory()?.solved === true ? [] : queriesOf(step().checks)),
    compared: (files, answer) => void see(files, answer, queriesOf(step().checks)),
    ran: (command) => {
      if (store.getState().preparing !== null) return;
      change(withCommand(store.getState().sitting, command));
      if (memory()?.solved !== true && (command.kind === "sql" || isCounted(command.text)))
        changeStep((before) => ({ ...before, commands: before.commands + 1 }));
      world.examine();
    },
    opened: (path) => {
      const { sitting: current, preparing } = store.getState();
      if (preparing !== null || current.opened.includes(path)) return;
      change({ ...current, opened: [...current.opened, path] });
      world.examine();
    },
    begin: async (index) => {
      const { prepared, building, step: shown } = store.getState().sitting;
      if (building) return rebuild(index ?? shown);
      if (!prepared) return build(index ?? 0);
      if (index !== undefined) await rebuild(index);
    },
    show,
    showHint: () =>
      changeStep((before) => ({ ...before, hintsShown: Math.min(step().hints.length, before.hintsShown + 1) })),
    showSolution: (shown) => {
      store.setState({ solutionShown: shown });
      if (shown) changeStep((before) => ({ ...before, helped: before.helped || !before.solved }));
    },
    type: (line) => terminal.getState().suggest(line),
    makeEdit: async (action) => {
      store.setState({ mistake: null });
      try {
        await performAction(world, action, true);
      } catch (error) {
        store.setState({ mistake: actionMistake(error) });
      }
    },
    rebuild,
    doNext: async () => {
      const { nextAction, preparing } = store.getState();
      const action = step().solution[nextAction];
      if (action === undefined || preparing !== null) return;
      store.setState({ nextAction: nextAction + 1, mistake: null });
      try {
        await performAction(world, action, true);
      } catch (error) {
        store.setState({ mistake: actionMistake(error) });
      }
    },
    present: (presenting) => store.setState({ presenting }),
    tellIn: async (textLanguage) => {
      const told = await toldIn(store.getState().sitting, textLanguage, world.storage);
      look++;
      change({ ...store.getState().sitting, ...told });
      store.setState({ results: null });
      world.examine();
    },
  };
}
