import * as v from "valibot";
import type { Course } from "../format/lesson.ts";
import { LessonFormatError } from "../format/lessonFormatError.ts";
import { readYaml } from "../format/readYaml.ts";
import { splitFrontMatter } from "../format/splitFrontMatter.ts";
import { codeFault } from "./codeFault.ts";
import { courseTextVersion } from "./textVersion.ts";
import type { CourseText, OutdatedTranslation } from "./translation.ts";
import type { TranslationFile } from "./translationFile.ts";
import { outdated, versionSchema } from "./translationFrontMatter.ts";
import { wordsFor } from "./wordsFor.ts";
import { wordsObject } from "./wordsObject.ts";

/** Reads what a course is about in another language. @throws LessonFormatError with file and line */
export function parseCourseText({ path, text }: TranslationFile, course: Course): CourseText | OutdatedTranslation {
  const { frontMatter, body, bodyLine } = splitFrontMatter(path, text);
  const { of } = readYaml(frontMatter, versionSchema);
  const behind = outdated(frontMatter, of, courseTextVersion(course));
  if (behind !== null) return behind;
  const summary = v.pipe(wordsFor(course.summary), v.maxLength(200));
  const front = readYaml(frontMatter, wordsObject({ title: wordsFor(course.title), summary, of: v.string() }));
  const about = body.join("\n");
  const fault = codeFault(course.text, about);
  if (fault !== null) throw new LessonFormatError(path, bodyLine + fault.line, fault.problem);
  if (about.trim() === "" && course.text !== "")
    throw new LessonFormatError(path, bodyLine, "says nothing of the course");
  return { title: front.title, summary: front.summary, text: about.trim() };
}
