import { describe, expect, it } from "vitest";
import { LessonFormatError } from "../../src/lessons/format/lessonFormatError.ts";
import { parseCourse } from "../../src/lessons/format/parseCourse.ts";
import { parseLesson } from "../../src/lessons/format/parseLesson.ts";

const lesson = `---
title: A lesson
minutes: 5
base: [plain]
open: models.ts
---

## One

Text

### Hint

Look.

### Checks

\`\`\`yaml
- table: posts
  says: It is there
\`\`\`

### Solution

\`\`\`yaml
- run: alembic upgrade head
\`\`\`
`;
const bases = { plain: { "models.ts": "" } };
const read = (text: string) => parseLesson({ path: "c/01-a", files: { "lesson.md": text } }, bases);

function faultOf(work: () => unknown): string | null {
  try {
    work();
    return null;
  } catch (error) {
    if (!(error instanceof LessonFormatError)) throw error;
    return error.message;
  }
}

describe("a lesson's folder", () => {
  it("is read as it is, whatever ends its lines", () => {
    expect(read(lesson.replaceAll("\n", "\r\n"))).toEqual(read(lesson));
    expect(read(lesson.replace("---\n\n##", "--- \n\n##"))).toEqual(read(lesson));
  });

  it.each([
    ["[plain]", "[plane]", "4: base: there is no plane; there are plain"],
    ["open: models.ts", "open: model.ts", "5: open: model.ts is not among the files of the start"],
    ["title: A lesson\n", "", "2: title: is missing"],
    ["minutes: 5", "minutes: 5\ncolour: red", "4: colour: is not known here"],
    ["open: models.ts", "open: models.ts\nview: tables", "6: view: must be one of schema, data, sql, differences"],
    ["## One", "##  ", "8: step 1, title is empty"],
    ["### Hint\n\nLook.\n", "### Hint\n\nLook.\n\n".repeat(7), "8: step 1, hints are more than 6"],
    ["  says: It is there\n", "", "19: 0.says: is missing"],
    [
      "- run: alembic upgrade head",
      "- rum: alembic upgrade head",
      "26: 0: must have one of these keys: run, sql, edit, write, remove, open",
    ],
    [
      "- run: alembic upgrade head",
      "- edit: models.ts\n  with: x",
      "26: 0: an edit says either what it replaces or inside of what",
    ],
    ["- run: alembic upgrade head\n", "run: alembic upgrade head\n", "26: must be a list"],
    ["head\n```", "head\n```\n\nNever read.", "29: Solution must be one fenced block of yaml and nothing else"],
  ])("tells file and line where %j is %j", (right, wrong, told) => {
    expect(lesson).toContain(right);
    expect(faultOf(() => read(lesson.replace(right, wrong)))).toBe(`c/01-a/lesson.md:${told}`);
  });
});

describe("a course's folder", () => {
  const course = { "course.md": "---\ntitle: A course\nsummary: Short.\n---\n" };
  const readFolders = (...names: readonly string[]) =>
    parseCourse(
      "9-x",
      { ...course, ...Object.fromEntries(names.map((name) => [`${name}/lesson.md`, lesson])) },
      bases,
    ).lessons.map(({ id }) => id);

  it("gives its lessons in the order of their numbers, and leaves none out unsaid", () => {
    expect(readFolders("02-b", "01-a")).toEqual(["a", "b"]);
    expect(faultOf(() => readFolders("01-a", "b"))).toBe(
      "9-x/b/lesson.md:1: its folder has no number in front, such as 01-",
    );
    expect(faultOf(() => readFolders("01-a", "02-a"))).toBe("9-x/02-a:1: there are two lessons called a");
  });
});
