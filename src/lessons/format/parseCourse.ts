import * as v from "valibot";
import type { Course, LessonFiles } from "./lesson.ts";
import { LessonFormatError } from "./lessonFormatError.ts";
import { languagesOf, parseLesson, type LessonFolder } from "./parseLesson.ts";
import { readYaml } from "./readYaml.ts";
import { splitFrontMatter } from "./splitFrontMatter.ts";

const frontMatterSchema = v.strictObject({
  title: v.pipe(v.string("is missing"), v.trim(), v.minLength(1)),
  summary: v.pipe(v.string("is missing"), v.trim(), v.minLength(1), v.maxLength(200)),
});

/**
 * Reads a course's folder: `course.md`, and a folder for each lesson whose number in front gives the order and is not part of its id.
 * @param folder its name, such as `1-migrations-from-zero`
 * @param files path inside of the folder -> text
 * @throws LessonFormatError with file and line
 */
export function parseCourse(folder: string, files: LessonFiles, bases: Readonly<Record<string, LessonFiles>>): Course {
  const path = `${folder}/course.md`;
  const text = files["course.md"];
  if (text === undefined) throw new LessonFormatError(folder, 1, "has no course.md");
  const { frontMatter, body } = splitFrontMatter(path, text);
  const front = readYaml(frontMatter, frontMatterSchema);
  const names = [...new Set(Object.keys(files).flatMap((name) => /^(\d+-[^/]+)\//.exec(name)?.[1] ?? []))].sort();
  const unnumbered = Object.keys(files).find((name) => /^[^/]+\/lesson\.md$/.test(name) && !/^\d+-/.test(name));
  if (unnumbered !== undefined)
    throw new LessonFormatError(`${folder}/${unnumbered}`, 1, "its folder has no number in front, such as 01-");
  const twice = names.find((name, place) => names.slice(0, place).some((other) => isSameId(other, name)));
  if (twice !== undefined)
    throw new LessonFormatError(`${folder}/${twice}`, 1, `there are two lessons called ${withoutNumber(twice)}`);
  return {
    id: withoutNumber(folder),
    ...front,
    text: body.join("\n").trim(),
    lessons: names.map((name) => {
      const lesson: LessonFolder = { path: `${folder}/${name}`, files: inside(files, `${name}/`) };
      return {
        id: withoutNumber(name),
        lesson: parseLesson(lesson, bases),
        ...(languagesOf(lesson).includes("python") ? { python: parseLesson(lesson, bases, "python") } : {}),
      };
    }),
  };
}

/** A folder's name without the number that gives its place. */
export function withoutNumber(name: string): string {
  return name.replace(/^\d+-/, "");
}

function isSameId(left: string, right: string): boolean {
  return withoutNumber(left) === withoutNumber(right);
}

function inside(files: LessonFiles, prefix: string): LessonFiles {
  return Object.fromEntries(
    Object.entries(files)
      .filter(([path]) => path.startsWith(prefix))
      .map(([path, text]) => [path.slice(prefix.length), text]),
  );
}
