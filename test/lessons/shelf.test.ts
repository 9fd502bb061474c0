import { expect, it } from "vitest";
import { lessonFault } from "../../src/lessons/format/lessonFault.ts";
import type { Lesson } from "../../src/lessons/format/lesson.ts";
import {
  changeShelf,
  readShelf,
  withCourseBack,
  withLesson,
  withLessonBack,
  withoutCourse,
  withoutLesson,
  type OwnLesson,
  type Shelf,
} from "../../src/lessons/own/shelf.ts";
import { shelfKey } from "../../src/lessons/own/shelfKey.ts";
import type { KeyValueStorage } from "../../src/lessons/progress/progress.ts";

const step = { title: "A step", text: "", hints: [], done: "", notes: "", checks: [], solution: [] };
const lesson: Lesson = {
  title: "A lesson",
  minutes: 1,
  needs: "",
  start: { files: {}, actions: [], open: "", view: "schema" },
  steps: [step],
};
const own = (id: string): OwnLesson => ({ id, lesson, savedAt: 1, received: false, workspace: null });
const course = { id: "c", title: "A course", summary: "", lessons: ["a", "b"], received: false };
const shelf: Shelf = { lessons: [own("a"), own("b")], courses: [course] };

function newStorage(): KeyValueStorage & { readonly kept: Map<string, string> } {
  const kept = new Map<string, string>();
  return { kept, getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => void kept.set(key, value) };
}

it("what has been deleted comes back to its place, beside what was made meanwhile", () => {
  const meanwhile = withLesson(withoutLesson(shelf, "a"), own("d"));
  const back = withLessonBack(meanwhile, own("a"), 0);
  expect(back.lessons.map(({ id }) => id)).toEqual(["a", "b", "d"]);
  expect(back.courses).toEqual(shelf.courses);
  expect(withCourseBack(withoutCourse(back, "c"), course, 0)).toEqual(back);
});

it("a lesson that this build cannot read takes no other with it", () => {
  const storage = newStorage();
  const strange = { ...own("x"), lesson: { ...lesson, steps: [] } };
  storage.kept.set(shelfKey, JSON.stringify({ ...shelf, lessons: [own("a"), strange, own("b")] }));
  expect(readShelf(storage)).toEqual(shelf);
});

it("keeps what it cannot read, whatever else changes", () => {
  const storage = newStorage();
  const newer = { ...own("newer"), inks: ["red"] };
  storage.kept.set(shelfKey, JSON.stringify({ lessons: [newer, own("a")], courses: [{ id: "odd" }] }));
  changeShelf(storage, (now) => withLesson(now, own("b")));
  expect(JSON.parse(storage.kept.get(shelfKey) ?? "")).toEqual({
    lessons: [own("a"), own("b"), newer],
    courses: [{ id: "odd" }],
  });
});

it("says in words why a lesson cannot be kept", () => {
  expect(lessonFault(lesson)).toBeNull();
  const run = { kind: "run", run: `psql -c "${"x".repeat(500)}"` } as const;
  const inStep = (change: Partial<Lesson["steps"][number]>): Lesson => ({
    ...lesson,
    steps: [step, { ...step, ...change }],
  });
  expect(lessonFault(inStep({ solution: [run] }))).toBe(
    "step 2, part 1 of the solution, run is longer than 500 letters",
  );
  const many = Array.from({ length: 21 }, (_, heads) => ({ kind: "heads", heads, says: "so many" }) as const);
  expect(lessonFault(inStep({ checks: many }))).toBe("step 2, checks are more than 20");
});
