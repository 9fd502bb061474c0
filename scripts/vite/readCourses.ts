import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import type { Course, LessonFiles } from "../../src/lessons/format/lesson.ts";
import { parseCourse } from "../../src/lessons/format/parseCourse.ts";
import { parseTranslations } from "../../src/lessons/translation/parseTranslations.ts";
import type { CourseTranslation, OutdatedTranslation } from "../../src/lessons/translation/translation.ts";

export interface ReadCourses {
  readonly courses: readonly Course[];
  /** What they have in other languages, by the course's id. */
  readonly translations: Readonly<Record<string, readonly CourseTranslation[]>>;
  readonly outdated: readonly OutdatedTranslation[];
  readonly sources: readonly string[];
}

/** The courses below `lessons/`, in the order of their numbers. @throws LessonFormatError with file and line */
export function readCourses(root: string): ReadCourses {
  const lessons = join(root, "lessons");
  const folders = readdirSync(lessons).sort();
  const bases = Object.fromEntries(
    readdirSync(join(lessons, "bases")).map((name) => [name, readFolder(join(lessons, "bases", name))]),
  );
  const read = folders
    .filter((name) => existsSync(join(lessons, name, "course.md")))
    .map((name) => {
      const files = readFolder(join(lessons, name));
      const course = parseCourse(name, files, bases);
      return { course, ...parseTranslations(name, files, course) };
    });
  return {
    courses: read.map(({ course }) => course),
    translations: Object.fromEntries(read.map(({ course, translations }) => [course.id, translations])),
    outdated: read.flatMap(({ outdated }) => outdated),
    sources: filesBelow(lessons),
  };
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
