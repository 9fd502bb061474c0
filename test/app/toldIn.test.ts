import { expect, it } from "vitest";
import { tellableIn, toldIn } from "../../src/app/lesson/toldIn.ts";
import { loadLesson } from "../../src/lessons/courses/catalogue.ts";
import { readSitting } from "../../src/lessons/sitting/readSitting.ts";
import { beginSitting } from "../../src/lessons/sitting/sitting.ts";

const source = { course: "migrations-from-zero", lesson: "init", language: "python" } as const;

async function begin(textLanguage: string) {
  const found = await loadLesson(source.course, source.lesson, source.language, textLanguage, null);
  if (found === null) throw new Error("there is no such lesson");
  return beginSitting(found, source, 1);
}

it("a lesson has one version in whatever language it is read, and is kept in its words", async () => {
  const [german, english] = [await begin("de"), await begin("en")];
  expect(german.textLanguage).toBe("de");
  expect(german.version).toBe(english.version);
  expect(german.lesson.start).toEqual(english.lesson.start);
  expect(german.lesson.title).not.toBe(english.lesson.title);
  expect(readSitting(JSON.parse(JSON.stringify(german)))).toEqual(german);
});

it("a sitting is told in another language and back, and its work stays", async () => {
  const german = { ...(await begin("de")), step: 1 };
  const english = await begin("en");
  expect(tellableIn(german, null)).toEqual(["en", "de"]);
  expect(await toldIn(german, "en", null)).toEqual({ lesson: english.lesson, textLanguage: "en" });
  expect(await toldIn(english, "de", null)).toEqual({ lesson: german.lesson, textLanguage: "de" });
  expect(await toldIn(german, "fr", null)).toEqual({ lesson: english.lesson, textLanguage: "en" });
});

it("a sitting of a lesson that has been revised keeps the words that it began with", async () => {
  const old = { ...(await begin("de")), version: "00000000" };
  expect(tellableIn(old, null)).toEqual(["de"]);
  expect(await toldIn(old, "en", null)).toEqual({ lesson: old.lesson, textLanguage: "de" });
});

it("what was kept before there were translations is English", async () => {
  const { textLanguage: _, ...stored } = await begin("en");
  expect(readSitting(JSON.parse(JSON.stringify(stored)))?.textLanguage).toBe("en");
});
