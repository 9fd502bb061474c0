import * as v from "valibot";
import { actionSchema, type Action } from "./action.ts";
import { checkSchema, type Check } from "./condition.ts";
import { filePathSchema } from "./filePath.ts";
import type { LessonTranslation } from "../translation/translation.ts";

/** Path -> text. A path that ends in `/` is a folder without files. */
export type LessonFiles = Readonly<Record<string, string>>;

export interface Step {
  readonly title: string;
  /** Markdown: what to do. */
  readonly text: string;
  /** Markdown, each stronger than the one before. */
  readonly hints: readonly string[];
  /** Markdown: what has happened, shown once the checks hold. */
  readonly done: string;
  /** Markdown for the one who teaches. */
  readonly notes: string;
  readonly checks: readonly Check[];
  /** What leads from the step's start to its end. */
  readonly solution: readonly Action[];
}

/** A lesson as data: everything that the page needs to play it. */
export interface Lesson {
  readonly title: string;
  /** How long it takes. */
  readonly minutes: number;
  /** What the learner should know, as Markdown of one line; empty: nothing. */
  readonly needs: string;
  readonly start: {
    readonly files: LessonFiles;
    /** What leads from the files and an empty database to the start. */
    readonly actions: readonly Action[];
    /** The file that the editor shows first; `*` stands for any letters but `/`, where a command of the start makes the file. */
    readonly open: string;
    /** The tab of the database that is shown first. */
    readonly view: "schema" | "data" | "sql" | "differences";
  };
  readonly steps: readonly Step[];
}

const longestText = 400_000;
const mostFiles = 400;
const mostSteps = 60;

const prose = v.pipe(v.string(), v.maxLength(20_000));
const title = v.pipe(v.string("is missing"), v.trim(), v.minLength(1, "is empty"), v.maxLength(120));

export const stepSchema: v.GenericSchema<unknown, Step> = v.strictObject({
  title,
  text: prose,
  hints: v.pipe(v.array(prose), v.maxLength(6)),
  done: prose,
  notes: prose,
  checks: v.pipe(v.array(checkSchema), v.maxLength(20, "has more than 20 entries")),
  solution: v.pipe(v.array(actionSchema), v.maxLength(40, "has more than 40 entries")),
});

const filesSchema = v.pipe(
  v.record(filePathSchema, v.pipe(v.string(), v.maxLength(longestText, "is longer than 400,000 characters"))),
  v.check((files) => Object.keys(files).length <= mostFiles, `holds more than ${mostFiles} files`),
);

/** The one schema of a lesson: for folders, links, files and what the author view keeps. */
export const lessonSchema: v.GenericSchema<unknown, Lesson> = v.strictObject({
  title,
  minutes: v.pipe(v.number("must be a number of minutes"), v.minValue(1), v.maxValue(240)),
  needs: v.optional(v.pipe(v.string(), v.maxLength(300)), ""),
  start: v.strictObject({
    files: filesSchema,
    actions: v.pipe(v.array(actionSchema), v.maxLength(60)),
    open: v.pipe(v.string(), v.maxLength(300)),
    view: v.optional(v.picklist(["schema", "data", "sql", "differences"]), "schema"),
  }),
  steps: v.pipe(
    v.array(stepSchema),
    v.minLength(1, "has no steps"),
    v.maxLength(mostSteps, `has more than ${mostSteps}`),
  ),
});

/** What a course is about and which lessons it has, in their order. */
export interface Course {
  readonly id: string;
  readonly title: string;
  /** One sentence. */
  readonly summary: string;
  /** Markdown. */
  readonly text: string;
  readonly lessons: readonly CourseLesson[];
}

export interface CourseLesson {
  readonly id: string;
  readonly lesson: Lesson;
  /** The same lesson in Python; absent: there is none. */
  readonly python?: Lesson;
  /** Its words in the language that was asked for; absent: they are as they were written first. */
  readonly translation?: LessonTranslation;
}
