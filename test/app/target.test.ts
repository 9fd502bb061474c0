import { expect, it } from "vitest";
import { courseHash, readTarget } from "../../src/app/target.ts";

it.each([
  ["#course/at-work", { view: "overview", language: null, textLanguage: null }],
  ["#course/at-work/python", { view: "overview", language: "python", textLanguage: null }],
  ["#course/at-work/handout?text=de", { view: "handout", language: null, textLanguage: "de" }],
  ["#course/at-work?text=pt-BR", { view: "overview", language: null, textLanguage: "pt-BR" }],
])("%s is the address of a course", (hash, rest) => {
  const target = readTarget(hash);
  expect(target).toEqual({ kind: "course", id: "at-work", ...rest });
  expect(
    courseHash("at-work", rest.language === "python" ? "python" : (rest.view as "handout"), rest.textLanguage),
  ).toBe(hash);
});

it.each(["#course/at-work?text=", "#course/at-work?text=d/e", "#course/at-work/german"])("%s is none", (hash) => {
  expect(readTarget(hash).kind).toBe("link");
});
