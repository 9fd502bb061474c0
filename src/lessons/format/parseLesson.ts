import * as v from "valibot";
import { actionSchema, type Action } from "./action.ts";
import { checkSchema, type Check } from "./condition.ts";
import type { Lesson, LessonFiles, Step } from "./lesson.ts";
import { inLanguage, lessonLanguages, type LessonLanguage } from "./lessonLanguage.ts";
import { lessonSections, onlyPart, yamlOf, type StepSection } from "./lessonSections.ts";
import { LessonFormatError } from "./lessonFormatError.ts";
import { lessonFault } from "./lessonFault.ts";
import { lineOfKey, readYaml } from "./readYaml.ts";
import { mapped, withActionKind, withConditionKind } from "./withKinds.ts";

/** A lesson's folder: `lesson.md`, and below `start/` the files that it begins with. */
export interface LessonFolder {
  /** As messages name it. */
  readonly path: string;
  /** Path inside of the folder -> text. */
  readonly files: LessonFiles;
}

const actionsSchema: v.GenericSchema<unknown, Action[]> = v.array(actionSchema);
const checksSchema: v.GenericSchema<unknown, Check[]> = v.array(checkSchema);

const frontMatterSchema = v.strictObject({
  title: v.pipe(v.string("is missing"), v.trim(), v.minLength(1)),
  minutes: v.pipe(v.number("must be a number of minutes"), v.minValue(1), v.maxValue(240)),
  needs: v.optional(v.string(), ""),
  /** Folders of files that `start/` is laid over, the later ones over the earlier ones. */
  base: v.optional(v.union([v.string(), v.array(v.string())], "must be a name or a list of names"), []),
  open: v.optional(v.string()),
  view: v.optional(v.picklist(["schema", "data", "sql", "differences"])),
  start: v.optional(actionsSchema, []),
  /** The languages that it can be done in; where they start differently, Python's start stands below. */
  languages: v.optional(v.array(v.picklist(lessonLanguages, `must be of ${lessonLanguages.join(", ")}`)), [
    "typescript",
  ]),
  "start.python": v.optional(actionsSchema),
});

/**
 * Reads the folder of a lesson.
 * @param bases the projects that lessons may build on, by name
 * @param language which of its languages is meant
 * @throws LessonFormatError with file and line
 */
export function parseLesson(
  folder: LessonFolder,
  bases: Readonly<Record<string, LessonFiles>> = {},
  language: LessonLanguage = "typescript",
): Lesson {
  const path = `${folder.path}/lesson.md`;
  const text = inLanguage(textOf(folder), language);
  const { frontMatter, steps } = lessonSections(path, text);
  const all = readYaml(frontMatter, frontMatterSchema, prepareFrontMatter);
  const python = language === "python";
  const front = python ? { ...all, start: all["start.python"] ?? all.start } : all;
  const plain = typeof front.base === "string" ? [front.base] : front.base;
  const names = python ? plain.map((name) => (bases[`${name}.python`] === undefined ? name : `${name}.python`)) : plain;
  const unknown = names.find((name) => bases[name] === undefined);
  if (unknown !== undefined)
    throw new LessonFormatError(
      path,
      lineOfKey(frontMatter, "base"),
      `base: there is no ${unknown}; there are ${Object.keys(bases).join(", ")}`,
    );
  const files = Object.assign(
    {},
    ...names.map((name) => bases[name]),
    below(folder.files, python ? "start.python/" : "start/"),
  ) as LessonFiles;
  const open = front.open ?? Object.keys(files).find((name) => name.startsWith("models.")) ?? "";
  if (open !== "" && files[open] === undefined && front.start.length === 0)
    throw new LessonFormatError(
      path,
      lineOfKey(frontMatter, "open"),
      `open: ${open} is not among the files of the start`,
    );
  const lesson: Lesson = {
    title: front.title,
    minutes: front.minutes,
    needs: front.needs,
    start: { files, actions: front.start, open, view: front.view ?? "schema" },
    steps: steps.map((section) => readStep(path, text, section, python)),
  };
  const fault = lessonFault(lesson);
  if (fault !== null) {
    const place = steps[Number(/^step (\d+)/.exec(fault)?.[1]) - 1];
    throw new LessonFormatError(path, place?.line ?? frontMatter.line, fault);
  }
  return lesson;
}

/** The languages that a lesson can be done in. @throws LessonFormatError */
export function languagesOf(folder: LessonFolder): readonly LessonLanguage[] {
  const { frontMatter } = lessonSections(`${folder.path}/lesson.md`, textOf(folder));
  return readYaml(frontMatter, frontMatterSchema, prepareFrontMatter).languages;
}

function textOf({ path, files }: LessonFolder): string {
  const text = files["lesson.md"];
  if (text === undefined) throw new LessonFormatError(path, 1, "has no lesson.md");
  return text;
}

function prepareFrontMatter(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value ?? {};
  const entries = Object.entries(value).map(([key, item]) =>
    key === "start" || key === "start.python" ? [key, mapped(item, withActionKind)] : [key, item],
  );
  return Object.fromEntries(entries);
}

function readStep(path: string, text: string, section: StepSection, python: boolean): Step {
  const { title, parts, line } = section;
  const yaml = <Value>(
    name: "Checks" | "Solution",
    schema: v.GenericSchema<unknown, Value[]>,
    prepare: (value: unknown) => unknown,
  ): readonly Value[] => {
    const plain = onlyPart(path, section, name);
    const inPython = onlyPart(path, section, `${name} in Python`);
    const part = (python ? inPython : null) ?? plain;
    if (part === null) throw new LessonFormatError(path, line, `the step "${title}" has no ### ${name}`);
    return readYaml(yamlOf(path, part, text), schema, (value) => mapped(value, prepare));
  };
  return {
    title,
    text: section.text,
    hints: parts.filter(({ name }) => name === "Hint").map((part) => part.text),
    done: onlyPart(path, section, "Done")?.text ?? "",
    notes: onlyPart(path, section, "Notes")?.text ?? "",
    checks: yaml("Checks", checksSchema, withConditionKind),
    solution: yaml("Solution", actionsSchema, withActionKind),
  };
}

function below(files: LessonFiles, prefix: string): LessonFiles {
  return Object.fromEntries(
    Object.entries(files)
      .filter(([path]) => path.startsWith(prefix) && path !== prefix)
      .map(([path, text]) => [path.slice(prefix.length), text]),
  );
}
