import type { Plugin } from "vite";
import { lessonVersion } from "../../src/lessons/format/lessonVersion.ts";
import { titlesOfCourse } from "../../src/lessons/translation/courseTitles.ts";
import { readCourses, type ReadCourses } from "./readCourses.ts";

const indexId = "virtual:courses";
const coursePrefix = "virtual:course/";
const translationPrefix = "virtual:course-translation/";
const titlesPrefix = "virtual:course-titles/";

/**
 * `import { index, load, titles, translations } from "virtual:courses"`: what there is to learn, small enough for the start page, and as
 * modules of their own, which are fetched when they are wanted, each course with its lessons, each course's words in another language,
 * and each language's titles.
 */
export function courses(root: string): Plugin {
  /** What has been read since something changed. */
  let read: ReadCourses | null = null;
  const forget = (): void => {
    read = null;
  };
  return {
    name: "courses",
    buildStart: forget,
    watchChange: forget,
    resolveId: (source) => (/^virtual:course(s$|\/|-translation\/|-titles\/)/.test(source) ? `\0${source}` : null),
    load(source) {
      if (!source.startsWith("\0virtual:course")) return null;
      read ??= readCourses(root);
      for (const path of read.sources) this.addWatchFile(path);
      return { code: moduleOf(source.slice(1), read), map: null, moduleType: "js" };
    },
  };
}

function moduleOf(id: string, read: ReadCourses): string {
  if (id === indexId) return indexModule(read);
  const content = (): unknown => {
    if (id.startsWith(coursePrefix)) return read.courses.find((course) => course.id === id.slice(coursePrefix.length));
    if (id.startsWith(titlesPrefix)) return titlesIn(id.slice(titlesPrefix.length), read);
    const [courseId = "", language] = id.slice(translationPrefix.length).split("/");
    return read.translations[courseId]?.find((translation) => translation.language === language);
  };
  return `export default ${JSON.stringify(content())};`;
}

function indexModule(read: ReadCourses): string {
  const index = read.courses.map(({ id, title, summary, lessons }) => {
    const translations = read.translations[id] ?? [];
    return {
      id,
      title,
      summary,
      translations: languagesOf(translations.filter(({ course }) => course !== null)),
      lessons: lessons.map(({ id: lessonId, lesson, python }) => ({
        id: lessonId,
        title: lesson.title,
        minutes: lesson.minutes,
        steps: lesson.steps.length,
        version: lessonVersion(lesson),
        python: python === undefined ? null : { title: python.title, version: lessonVersion(python) },
        translations: languagesOf(translations.filter((translation) => translation.lessons[lessonId] !== undefined)),
      })),
    };
  });
  const ids = read.courses.map(({ id }) => id);
  const translationsOf = (id: string): string =>
    record(languagesOf(read.translations[id] ?? []), (language) => imported(`${translationPrefix}${id}/${language}`));
  const all = Object.values(read.translations).flatMap(languagesOf);
  return [
    `export const index = ${JSON.stringify(index)};`,
    `export const load = ${record(ids, (id) => imported(coursePrefix + id))};`,
    `export const titles = ${record([...new Set(all)], (language) => imported(titlesPrefix + language))};`,
    `export const translations = ${record(ids, translationsOf)};`,
  ].join("\n");
}

function titlesIn(language: string, read: ReadCourses): unknown {
  const entries = Object.entries(read.translations).flatMap(([id, translations]) => {
    const found = translations.find((translation) => translation.language === language);
    return found === undefined ? [] : [[id, titlesOfCourse(found)]];
  });
  return Object.fromEntries(entries) as unknown;
}

function languagesOf(translations: readonly { readonly language: string }[]): readonly string[] {
  return translations.map(({ language }) => language);
}

/** An object as source text. */
function record(keys: readonly string[], value: (key: string) => string): string {
  return `{ ${keys.map((key) => `${JSON.stringify(key)}: ${value(key)}`).join(", ")} }`;
}

function imported(id: string): string {
  return `() => import(${JSON.stringify(id)})`;
}
