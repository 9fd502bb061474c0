import type { TextLanguage } from "../lessons/translation/textLanguage.ts";
import type { ProjectLanguage } from "../worker/projectLanguage.ts";

/** What the address asks for, after its `#`. */
export type Target =
  /** The workspace that was open last, or the first one. */
  | { readonly kind: "continue" }
  | { readonly kind: "startPage" }
  | { readonly kind: "workspace"; readonly id: string }
  | { readonly kind: "starter"; readonly id: string }
  | {
      readonly kind: "lesson";
      readonly course: string;
      readonly lesson: string;
      readonly begin: LessonBeginning;
    }
  /**
   * `language`: the one that its lessons shall begin in; null: the one that was chosen last. `textLanguage`: the one that they are read in;
   * null: as the reader likes.
   */
  | {
      readonly kind: "course";
      readonly id: string;
      readonly view: CourseView;
      readonly language: ProjectLanguage | null;
      readonly textLanguage: TextLanguage | null;
    }
  /** Lessons and courses that were made in this browser. */
  | { readonly kind: "ownLessons" }
  /** Lessons that came by a link. */
  | { readonly kind: "sharedLessons"; readonly text: string }
  | { readonly kind: "link"; readonly text: string };

/**
 * How a lesson is opened: where it was left, from the start in a new copy, at a step (from 1) whose start is built, or for its author to go
 * on with it.
 */
export type LessonBeginning = "continue" | "new" | "change" | number;

/** What is shown of a course: its lessons, the sheet to print, or the table of a room's progress. */
export type CourseView = "overview" | "handout" | "table";

/** @param hash with or without its `#` */
export function readTarget(hash: string): Target {
  const text = hash.replace(/^#/, "");
  if (text === "") return { kind: "continue" };
  if (text === "start") return { kind: "startPage" };
  const workspace = /^w\/([a-z0-9]+)$/.exec(text);
  if (workspace?.[1] !== undefined) return { kind: "workspace", id: workspace[1] };
  const starter = /^new\/([a-z0-9-]+)$/.exec(text);
  if (starter?.[1] !== undefined) return { kind: "starter", id: starter[1] };
  if (text === "lessons") return { kind: "ownLessons" };
  if (/^l\d+\//.test(text)) return { kind: "sharedLessons", text };
  const course =
    /^course\/([a-z0-9-]+)(?:\/(handout|table|python|typescript))?(?:\?text=([a-zA-Z]{2,3}(?:-[a-zA-Z0-9]+)*))?$/.exec(
      text,
    );
  if (course?.[1] !== undefined)
    return { kind: "course", id: course[1], ...courseViewOf(course[2]), textLanguage: course[3] ?? null };
  const lesson = /^lesson\/([a-z0-9-]+)\/([a-z0-9-]+)(?:\/(new|change|\d{1,2}))?$/.exec(text);
  if (lesson?.[1] !== undefined && lesson[2] !== undefined)
    return { kind: "lesson", course: lesson[1], lesson: lesson[2], begin: beginOf(lesson[3]) };
  return { kind: "link", text };
}

function courseViewOf(text: string | undefined): {
  readonly view: CourseView;
  readonly language: ProjectLanguage | null;
} {
  switch (text) {
    case "handout":
    case "table":
      return { view: text, language: null };
    case "python":
    case "typescript":
      return { view: "overview", language: text };
    default:
      return { view: "overview", language: null };
  }
}

function beginOf(text: string | undefined): LessonBeginning {
  if (text === undefined) return "continue";
  return text === "new" || text === "change" ? text : Number(text);
}

export function lessonHash(course: string, lesson: string, begin: LessonBeginning = "continue"): string {
  return `#lesson/${course}/${lesson}${begin === "continue" ? "" : `/${begin}`}`;
}

/**
 * @param view or the language that the course's lessons shall begin in
 * @param textLanguage the one that they shall be read in; null: the address does not say
 */
export function courseHash(
  id: string,
  view: CourseView | ProjectLanguage = "overview",
  textLanguage: TextLanguage | null = null,
): string {
  return `#course/${id}${view === "overview" ? "" : `/${view}`}${textLanguage === null ? "" : `?text=${textLanguage}`}`;
}

export function workspaceHash(id: string): string {
  return `#w/${id}`;
}
