import * as v from "valibot";
import type { Check } from "../format/condition.ts";
import { lessonSchema, type CourseLesson, type Lesson, type Step } from "../format/lesson.ts";
import { inLanguage, type LessonLanguage } from "../format/lessonLanguage.ts";
import { lessonSections, onlyPart, yamlOf, type Part, type StepSection } from "../format/lessonSections.ts";
import { LessonFormatError } from "../format/lessonFormatError.ts";
import { readYaml, type YamlText } from "../format/readYaml.ts";
import { codeFault } from "./codeFault.ts";
import { withLessonText, type CheckText, type LessonText, type StepText } from "./lessonText.ts";
import { lessonTextVersion } from "./textVersion.ts";
import type { LessonTranslation, OutdatedTranslation } from "./translation.ts";
import type { TranslationFile } from "./translationFile.ts";
import { outdated, versionSchema } from "./translationFrontMatter.ts";
import { wordsFor } from "./wordsFor.ts";
import { wordsObject } from "./wordsObject.ts";

/**
 * Reads a lesson's words in another language, and holds them to the original: the same steps, hints, checks and code, in the same order.
 * What was made from other words than the original has now is not compared with them.
 * @throws LessonFormatError with file and line
 */
export function parseLessonTranslation(
  file: TranslationFile,
  original: Pick<CourseLesson, "lesson" | "python">,
): LessonTranslation | OutdatedTranslation {
  const { path, language } = file;
  const { frontMatter } = lessonSections(path, file.text);
  const { of } = readYaml(frontMatter, versionSchema);
  const behind = outdated(frontMatter, of, lessonTextVersion(original));
  if (behind !== null) return behind;
  const { lesson, python } = original;
  return {
    language,
    lesson: readText(file, lesson, "typescript"),
    ...(python === undefined ? {} : { python: readText(file, python, "python") }),
  };
}

function readText(file: TranslationFile, lesson: Lesson, language: LessonLanguage): LessonText {
  const { path } = file;
  const source = inLanguage(file.text, language);
  const { frontMatter, steps } = lessonSections(path, source);
  const { title, needs } = readFrontMatter(frontMatter, lesson);
  const missing = lesson.steps[steps.length];
  if (missing !== undefined)
    throw new LessonFormatError(
      path,
      steps.at(-1)?.line ?? 1,
      `is the last of ${steps.length} steps, and the original has ${lesson.steps.length}: "${missing.title}" is missing`,
    );
  const text: LessonText = {
    title,
    needs,
    steps: steps.map((section, index) => {
      const step = lesson.steps[index];
      if (step === undefined)
        throw new LessonFormatError(path, section.line, `the original has only ${lesson.steps.length} steps`);
      return readStep({ path, source, section, step, python: language === "python" });
    }),
  };
  const [issue] = v.safeParse(lessonSchema, withLessonText(lesson, text)).issues ?? [];
  if (issue !== undefined) throw new LessonFormatError(path, 1, `${v.getDotPath(issue) ?? ""}: ${issue.message}`);
  return text;
}

function readFrontMatter(frontMatter: YamlText, lesson: Lesson): Pick<LessonText, "title" | "needs"> {
  const { needs } = lesson;
  const title = wordsFor(lesson.title);
  const read =
    needs === ""
      ? readYaml(frontMatter, wordsObject({ title, of: v.string() }))
      : readYaml(frontMatter, wordsObject({ title, needs: wordsFor(needs), of: v.string() }));
  return { needs: "", ...read };
}

interface StepSource {
  readonly path: string;
  /** The whole file in the language that is read. */
  readonly source: string;
  readonly section: StepSection;
  /** The original's. */
  readonly step: Step;
  readonly python: boolean;
}

function readStep(from: StepSource): StepText {
  const { path, section, step } = from;
  const solution = section.parts.find(({ name }) => name.startsWith("Solution"));
  if (solution !== undefined)
    throw new LessonFormatError(
      path,
      solution.line - 1,
      "a translation has words alone: the solution is the original's",
    );
  return {
    title: section.title,
    text: heldTo(path, step.text, section),
    hints: readHints(from),
    done: readPart(from, "Done", step.done),
    notes: readPart(from, "Notes", step.notes),
    checks: readChecks(from),
  };
}

function readHints({ path, section, step: { hints } }: StepSource): readonly string[] {
  const parts = section.parts.filter(({ name }) => name === "Hint");
  if (parts.length < hints.length)
    throw new LessonFormatError(
      path,
      section.line,
      `the step has ${parts.length} of the ${hints.length} hints that the original's has`,
    );
  return parts.map((part, index) => {
    const hint = hints[index];
    if (hint === undefined)
      throw new LessonFormatError(path, part.line - 1, `the original's step has only ${hints.length} hints`);
    return heldTo(path, hint, part);
  });
}

function readPart({ path, section }: StepSource, name: "Done" | "Notes", original: string): string {
  const part = onlyPart(path, section, name);
  if (part === null && original !== "")
    throw new LessonFormatError(path, section.line, `the step has no ### ${name}, and the original's has`);
  if (part !== null && original === "")
    throw new LessonFormatError(path, part.line - 1, `the original's step has no ### ${name}`);
  return part === null ? "" : heldTo(path, original, part);
}

function readChecks({ path, source, section, step, python }: StepSource): readonly CheckText[] {
  const plain = onlyPart(path, section, "Checks");
  const inPython = onlyPart(path, section, "Checks in Python");
  const part = (python ? inPython : null) ?? plain;
  if (part === null) throw new LessonFormatError(path, section.line, "the step has no ### Checks");
  return readYaml(yamlOf(path, part, source), checksSchema(step.checks));
}

/** What the checks say, in their order; `near` is a list of what their near misses say. */
function checksSchema(checks: readonly Check[]): v.GenericSchema<unknown, CheckText[]> {
  return v.pipe(
    listOf(checks.length, "of checks"),
    v.strictTuple(
      checks.map(({ says, near = [] }): v.GenericSchema<unknown, CheckText> => {
        if (near.length === 0)
          return v.pipe(
            wordsObject({ says: wordsFor(says) }),
            v.transform((text) => ({ ...text, near: [] })),
          );
        const misses = v.strictTuple(near.map((miss) => wordsFor(miss.says)));
        return wordsObject({ says: wordsFor(says), near: v.pipe(listOf(near.length, "of near misses"), misses) });
      }),
    ),
  );
}

function listOf(count: number, what: string) {
  return v.pipe(
    v.array(v.unknown(), `must be the list ${what}`),
    v.length(count, ({ received }) => `the list ${what} has ${received}, and the original's ${count}`),
  );
}

/** The text, once it is known to hold the original's code. */
function heldTo(path: string, original: string, { text, textLine }: Pick<Part, "text" | "textLine">): string {
  if (text === "" && original !== "") throw new LessonFormatError(path, textLine, "has no text, and the original has");
  const fault = codeFault(original, text);
  if (fault !== null) throw new LessonFormatError(path, textLine + fault.line, fault.problem);
  return text;
}
