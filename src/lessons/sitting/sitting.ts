import type { RanCommand } from "../checks/lessonSnapshot.ts";
import type { Lesson } from "../format/lesson.ts";
import type { Action } from "../format/action.ts";
import type { FoundLesson } from "../format/lessonIn.ts";
import type { LessonLanguage } from "../format/lessonLanguage.ts";
import { lessonVersion } from "../format/lessonVersion.ts";
import type { TextLanguage } from "../translation/textLanguage.ts";

/** Where a lesson comes from. */
export interface LessonSource {
  /** One that comes with the page, or of this browser's own, as `courses/catalogue.ts` finds it. */
  readonly course: string;
  readonly lesson: string;
  readonly language: LessonLanguage;
}

/** What is remembered of one step. */
export interface StepMemory {
  readonly solved: boolean;
  readonly hintsShown: number;
  /** The solution was looked at before the step was solved. */
  readonly helped: boolean;
  /** Commands that were used for it. */
  readonly commands: number;
}

/** Somebody's work on a lesson. The lesson itself is part of it, so that a newer version takes nothing away. */
export interface Sitting {
  readonly source: LessonSource;
  /** Of the lesson as it was written first, in whatever language it is read. */
  readonly version: string;
  readonly lesson: Lesson;
  /** In which the lesson's words are. */
  readonly textLanguage: TextLanguage;
  /** Which step is shown, from 0. */
  readonly step: number;
  /** The furthest step that has been shown, from 0. */
  readonly reached: number;
  readonly steps: readonly StepMemory[];
  /** Whether files and database have been brought to the lesson's start. */
  readonly prepared: boolean;
  /** The start of a step is being built: what is there is half of it, and where the page was left then, it is built again. */
  readonly building: boolean;
  /** What was run since the shown step began, oldest first. */
  readonly commands: readonly RanCommand[];
  /** Paths that were looked at since then. */
  readonly opened: readonly string[];
  /** Milliseconds since 1970. */
  readonly begunAt: number;
}

const untouched: StepMemory = { solved: false, hintsShown: 0, helped: false, commands: 0 };

export function beginSitting(
  { lesson, textLanguage, original }: Omit<FoundLesson, "language">,
  source: LessonSource,
  begunAt: number,
): Sitting {
  return {
    source,
    version: lessonVersion(original),
    lesson,
    textLanguage,
    step: 0,
    reached: 0,
    steps: lesson.steps.map(() => untouched),
    prepared: false,
    building: false,
    commands: [],
    opened: [],
    begunAt,
  };
}

/** The sitting with one step's memory changed. */
export function withStep(sitting: Sitting, index: number, change: (step: StepMemory) => StepMemory): Sitting {
  return { ...sitting, steps: sitting.steps.map((step, place) => (place === index ? change(step) : step)) };
}

/** From this step on as if nothing had been done. Where one before it is open, its author's solution has done it. */
export function forgetFrom(sitting: Sitting, index: number): Sitting {
  const steps = sitting.steps.map((step, place) => {
    if (place >= index) return untouched;
    return step.solved ? step : { ...step, helped: true };
  });
  return { ...sitting, step: index, reached: index, steps };
}

const mostCommands = 40;
const longestOutput = 20_000;

/** The sitting after a command. Of very much that was done or printed the end is kept. */
export function withCommand(sitting: Sitting, command: RanCommand): Sitting {
  const kept = { ...command, output: command.output.slice(-longestOutput) };
  return { ...sitting, commands: [...sitting.commands, kept].slice(-mostCommands) };
}

/** The sitting with another step in view. */
export function withShown(sitting: Sitting, index: number): Sitting {
  return { ...sitting, step: index, reached: Math.max(sitting.reached, index) };
}

/** Whether the step after the shown one may be shown: this one is solved, or it has been there before. */
export function mayGoOn({ step, reached, steps }: Pick<Sitting, "step" | "reached" | "steps">): boolean {
  return (
    step < steps.length - 1 && (steps[step]?.solved === true || step < reached || steps[step + 1]?.solved === true)
  );
}

/** The steps that are not solved, from 0. */
export function openSteps({ steps }: Pick<Sitting, "steps">): readonly number[] {
  return steps.flatMap(({ solved }, index) => (solved ? [] : [index]));
}

/** The commands that the author needs. */
export function authorsCommands(actions: readonly Action[]): number {
  return actions.filter((action) => action.kind === "sql" || (action.kind === "run" && isCounted(action.run))).length;
}

/** Looking around costs nothing. */
export function isCounted(line: string): boolean {
  return /^(alembic|psql|\\)/.test(line.trim());
}
