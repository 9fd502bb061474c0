import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import type { Course, LessonFiles } from "../../src/lessons/format/lesson.ts";
import { parseCourse } from "../../src/lessons/format/parseCourse.ts";

/** The courses below `lessons/`, in the order of their numbers. @throws LessonFormatError with file and line */
export function readCourses(root: string): {
  readonly courses: readonly Course[];
  readonly sources: readonly string[];
} {
  const lessons = join(root, "lessons");
  const folders = readdirSync(lessons).sort();
  const bases = Object.fromEntries(
    readdirSync(join(lessons, "bases")).map((name) => [name, readFolder(join(lessons, "bases", name))]),
  );
  const courses = folders
    .filter((name) => existsSync(join(lessons, name, "course.md")))
    .map((name) => parseCourse(name, readFolder(join(lessons, name)), bases));
  return { courses, sources: filesBelow(lessons) };
}

/** Every file below a folder; a project's folder of revisions stays even where it is empty. */
export function readFolder(folder: string): LessonFiles {
  return Object.fromEntries(
    filesBelow(folder).map((path) => {
      const name = relative(folder, path);
      return name.endsWith(emptyFolderMark)
        ? [name.slice(0, -emptyFolderMark.length), ""]
        : [name, readFileSync(path, "utf8")];
    }),
  );
}

/** Git keeps no empty folders. */
const emptyFolderMark = ".gitkeep";

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
