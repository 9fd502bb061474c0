import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { readCourses } from "../../scripts/vite/readCourses.ts";
import { lessonText, type LessonText } from "../../src/lessons/translation/lessonText.ts";

const { courses, translations } = readCourses(fileURLToPath(new URL("../..", import.meta.url)));

interface Read {
  readonly name: string;
  readonly text: LessonText;
}

const read: readonly Read[] = courses.flatMap((course) =>
  course.lessons.flatMap((original) => {
    const { id, lesson, python } = original;
    const told = (translations[course.id] ?? []).flatMap(({ lessons }) => {
      const own = lessons[id];
      return own === undefined ? [] : [own];
    });
    const all = [
      { language: "en", lesson: lessonText(lesson), ...(python === undefined ? {} : { python: lessonText(python) }) },
      ...told,
    ];
    return all.flatMap((words) => [
      { name: `${id}, TypeScript, ${words.language}`, text: words.lesson },
      ...(words.python === undefined ? [] : [{ name: `${id}, Python, ${words.language}`, text: words.python }]),
    ]);
  }),
);

const words = ({ title, needs, steps }: LessonText): readonly string[] => [
  title,
  needs,
  ...steps.flatMap(({ title: heading, text, hints, done, notes, checks }) => [
    heading,
    text,
    ...hints,
    done,
    notes,
    ...checks.flatMap(({ says, near }) => [says, ...near]),
  ]),
];

/** Code may hold braces and bars of its own. */
const withoutCode = (text: string): string => text.replaceAll(/^```[^]*?^```$/gm, "").replaceAll(/`[^`]*`/g, "");

it.each(read)("$name has chosen between all alternatives", ({ text }) => {
  for (const part of words(text).map(withoutCode)) expect(part).not.toMatch(/\{[^}]*\||\|[^{}]*\}/);
});
