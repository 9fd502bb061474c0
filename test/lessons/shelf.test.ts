import { describe, expect, it } from "vitest";
import type { Lesson } from "../../src/lessons/format/lesson.ts";
import {
  changeShelf,
  lessonMistake,
  readShelf,
  withCourse,
  withLesson,
  withLessonBack,
  withoutLesson,
  type OwnLesson,
} from "../../src/lessons/own/shelf.ts";
import { shelfKey } from "../../src/lessons/own/shelfKey.ts";
import type { KeyValueStorage } from "../../src/lessons/progress/progress.ts";

function storageWith(text: string | null = null): KeyValueStorage {
  const items = new Map(text === null ? [] : [[shelfKey, text]]);
  return { getItem: (key) => items.get(key) ?? null, setItem: (key, value) => void items.set(key, value) };
}

const step = { title: "One", text: "", hints: [], done: "", notes: "", checks: [], solution: [] };
const lesson: Lesson = {
  title: "A lesson",
  minutes: 5,
  needs: "",
  start: { files: { "models.ts": "" }, actions: [], open: "models.ts", view: "schema" },
  steps: [step],
};
const own = (id: string): OwnLesson => ({ id, lesson, savedAt: 0, received: false, workspace: null });
const course = (id: string, lessons: readonly string[]) => ({ id, title: id, summary: "", lessons, received: false });

describe("the shelf of lessons that were made here", () => {
  it("keeps what it cannot read, whatever else changes", () => {
    const newer = { ...own("newer"), inks: ["red"] };
    const storage = storageWith(JSON.stringify({ lessons: [newer, own("a")], courses: [{ id: "odd" }] }));
    expect(readShelf(storage).lessons).toEqual([own("a")]);
    changeShelf(storage, (shelf) => withLesson(shelf, own("b")));
    expect(JSON.parse(storage.getItem(shelfKey) ?? "")).toEqual({
      lessons: [own("a"), own("b"), newer],
      courses: [{ id: "odd" }],
    });
  });

  it("brings a deleted lesson back into its courses, beside what has been made since", () => {
    const storage = storageWith(
      JSON.stringify({ lessons: [own("a"), own("b")], courses: [course("c", ["a", "b"]), course("d", ["b"])] }),
    );
    const before = readShelf(storage);
    changeShelf(storage, (shelf) => withoutLesson(shelf, "a"));
    changeShelf(storage, (shelf) => withCourse(withLesson(shelf, own("e")), course("d", ["b", "e"])));
    const after = changeShelf(storage, (shelf) => withLessonBack(shelf, before, "a"));
    expect(after.lessons.map(({ id }) => id)).toEqual(["b", "e", "a"]);
    expect(after.courses.map(({ lessons }) => lessons)).toEqual([
      ["a", "b"],
      ["b", "e"],
    ]);
    expect(readShelf(storage)).toEqual(after);
  });

  it("says what a lesson cannot hold", () => {
    expect(lessonMistake(lesson)).toBeNull();
    const run = { kind: "run", run: `psql -c "${"x".repeat(500)}"` } as const;
    expect(lessonMistake({ ...lesson, steps: [{ ...step, solution: [run] }] })).toBe(
      "steps.0.solution.0.run is longer than 500 characters",
    );
  });
});
