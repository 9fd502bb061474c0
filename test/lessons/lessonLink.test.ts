import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { readCourses } from "../../scripts/vite/readCourses.ts";
import {
  decodeLessons,
  encodeLessons,
  LessonLinkError,
  parseLessons,
  type SharedLessons,
} from "../../src/lessons/link/lessonLink.ts";
import { receiveLessons } from "../../src/lessons/own/receiveLessons.ts";
import { changeShelf, withLesson, type Shelf } from "../../src/lessons/own/shelf.ts";
import { findCourse } from "../../src/lessons/courses/catalogue.ts";
import type { KeyValueStorage } from "../../src/lessons/progress/progress.ts";
import { decodeProgress, encodeProgress } from "../../src/lessons/workshop/progressCode.ts";

const { courses } = readCourses(fileURLToPath(new URL("../..", import.meta.url)));
const lessons = courses.flatMap((course) => course.lessons.map(({ lesson }) => lesson));
const [first] = lessons;
if (first === undefined) throw new Error("there are no lessons");

const shared = (lesson = first): SharedLessons => ({ v: 1, id: "abc", course: null, lessons: [{ id: "abc", lesson }] });

function storageWith(shelf: Shelf): KeyValueStorage {
  const kept = new Map<string, string>();
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
  changeShelf(storage, () => shelf);
  return storage;
}

function faultOf(work: () => unknown): string | null {
  try {
    work();
    return null;
  } catch (error) {
    if (!(error instanceof LessonLinkError)) throw error;
    return error.fault;
  }
}

describe("links of lessons", () => {
  it("hold every lesson that there is, within what most chats take", () => {
    for (const lesson of lessons) {
      const link = encodeLessons(shared(lesson));
      expect(decodeLessons(link).lessons[0]?.lesson).toEqual(JSON.parse(JSON.stringify(lesson)));
      expect(link.length, lesson.title).toBeLessThan(4000);
    }
  });

  it("say what is wrong with one that cannot be read", () => {
    const link = encodeLessons(shared());
    for (const length of [4, 10, 200, link.length - 5])
      expect(faultOf(() => decodeLessons(link.slice(0, length)))).toBe("damaged");
    expect(faultOf(() => decodeLessons(`l2/${link.slice(3)}`))).toBe("newer");
    expect(faultOf(() => parseLessons(JSON.stringify({ ...shared(), v: 2 })))).toBe("newer");
    expect(faultOf(() => parseLessons("{"))).toBe("invalid");
    expect(faultOf(() => parseLessons(JSON.stringify({ ...shared(), lessons: [] })))).toBe("invalid");
    const outside = { ...first, start: { ...first.start, files: { "../x": "" } } };
    expect(faultOf(() => parseLessons(JSON.stringify(shared(outside))))).toBe("invalid");
  });
});

describe("a shelf", () => {
  const empty: Shelf = { lessons: [], courses: [] };
  const own = { id: "abc", lesson: first, savedAt: 1, received: false, workspace: "w" };

  it("keeps what was made here when somebody's link has the same id", () => {
    const { shelf, first: id } = receiveLessons(withLesson(empty, own), shared({ ...first, title: "Another" }), 2);
    expect(shelf.lessons.find((lesson) => lesson.id === "abc")).toEqual(own);
    expect(shelf.lessons.find((lesson) => lesson.id === id)?.lesson.title).toBe("Another");
  });

  it("takes a newer link of the same lesson in the place of the older one", () => {
    const once = receiveLessons(empty, shared(), 1).shelf;
    const twice = receiveLessons(once, shared({ ...first, title: "Revised" }), 2).shelf;
    expect(twice.lessons.map(({ lesson }) => lesson.title)).toEqual(["Revised"]);
  });

  it("keeps a course and the order of its lessons", () => {
    const course: SharedLessons = {
      v: 1,
      id: "c",
      course: { title: "Two", summary: "" },
      lessons: [
        { id: "b", lesson: first },
        { id: "a", lesson: first },
      ],
    };
    const received = receiveLessons(empty, course, 1);
    expect(received.course).toBe("own-rc");
    expect(received.shelf.courses[0]?.lessons).toEqual(["rb", "ra"]);
  });

  it("lets the author of a course read the codes of those who got it by its link", () => {
    const made = [own, { ...own, id: "def", lesson: { ...first, title: "The second" } }];
    const course = { id: "c", title: "Two", summary: "", lessons: ["abc", "def"], received: false };
    const link: SharedLessons = {
      v: 1,
      id: "c",
      course: { title: "Two", summary: "" },
      lessons: made.map(({ id, lesson }) => ({ id, lesson })),
    };
    const authors = storageWith({ lessons: made, courses: [course] });
    const learners = storageWith(receiveLessons(empty, decodeLessons(encodeLessons(link)), 1).shelf);
    const taught = findCourse("own-c", "typescript", authors);
    const learnt = findCourse("own-rc", "typescript", learners);
    if (taught === null || learnt === null) throw new Error("the course is not there");
    const marks = [{ solved: first.steps.map(() => true), helped: first.steps.map(() => false) }];
    expect(decodeProgress(taught, encodeProgress(learnt, marks))[0]).toEqual(marks[0]);
  });
});
