import { readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { lessonText, type LessonText } from "../../src/lessons/translation/lessonText.ts";
import { knownOutdated } from "../../src/lessons/translation/textVersion.ts";
import { readCourses } from "../../scripts/vite/readCourses.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const { courses, translations, outdated } = readCourses(root);
const texts = readdirSync(`${root}lessons`, { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".md") && !path.startsWith("bases/"))
  .map((path) => ({ path, text: readFileSync(`${root}lessons/${path}`, "utf8") }));
const translated = texts.filter(({ path }) => !/(^|\/)(course|lesson)\.md$/.test(path));

it("every text beside the originals is read as a translation", () => {
  const read = Object.values(translations)
    .flat()
    .flatMap(({ course, lessons }) => [...(course === null ? [] : [course]), ...Object.values(lessons)]);
  expect(read.length + outdated.length).toBe(translated.length);
  expect(translated.length).toBeGreaterThan(0);
});

it("no translation is behind its original", () => {
  const told = outdated
    .filter(({ of }) => of !== knownOutdated)
    .map(
      ({ path, line, now }) =>
        `lessons/${path}:${line}: the original's words have changed, and readers get them in English until this file follows. ` +
        `Bring it up to date, then write "of: ${now}". If nobody is at hand who can, write "of: ${knownOutdated}".`,
    );
  expect(told).toEqual([]);
});

/* What the parser holds, looked at once more without it. */

const held = translated.filter(({ path }) => !outdated.some((other) => other.path === path));

it.each(held)("$path has the original's blocks of code, in their order", ({ path, text }) => {
  const original = texts.find((other) => other.path === path.replace(/\.[^./]+\.md$/, ".md"))?.text ?? "";
  const blocks = (all: string) => all.match(/^```(?!yaml)\w+\n[^]*?^```$/gm) ?? [];
  expect(blocks(text)).toEqual(blocks(original));
});

const shape = ({ steps }: LessonText) =>
  steps.map(({ hints, done, notes, checks }) => ({
    hints: hints.length,
    done: done !== "",
    notes: notes !== "",
    checks: checks.map(({ near }) => near.length),
  }));

const pairs = courses.flatMap(({ id: courseId, lessons }) =>
  (translations[courseId] ?? []).flatMap((translation) =>
    lessons.flatMap((original) => {
      const text = translation.lessons[original.id];
      return text === undefined ? [] : [{ language: translation.language, id: original.id, original, text }];
    }),
  ),
);

it.each(pairs)("$id in $language has the original's steps, hints and checks", ({ original, text }) => {
  expect(shape(text.lesson)).toEqual(shape(lessonText(original.lesson)));
  expect(text.python && shape(text.python)).toEqual(original.python && shape(lessonText(original.python)));
});
