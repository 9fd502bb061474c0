import type { Plugin } from "vite";
import { lessonVersion } from "../../src/lessons/format/lessonVersion.ts";
import { readCourses } from "./readCourses.ts";

const indexId = "virtual:courses";
const coursePrefix = "virtual:course/";

/**
 * `import { index, load } from "virtual:courses"`: what there is to learn, small enough for the start page, and each course with its
 * lessons as a module of its own that is fetched when it is wanted.
 */
export function courses(root: string): Plugin {
  return {
    name: "courses",
    resolveId: (source) => (source === indexId || source.startsWith(coursePrefix) ? `\0${source}` : null),
    load(source) {
      if (source !== `\0${indexId}` && !source.startsWith(`\0${coursePrefix}`)) return null;
      const read = readCourses(root);
      for (const path of read.sources) this.addWatchFile(path);
      if (source !== `\0${indexId}`) {
        const id = source.slice(coursePrefix.length + 1);
        const course = read.courses.find((candidate) => candidate.id === id);
        return { code: `export default ${JSON.stringify(course)};`, map: null, moduleType: "js" };
      }
      const index = read.courses.map(({ id, title, summary, lessons }) => ({
        id,
        title,
        summary,
        lessons: lessons.map(({ id: lessonId, lesson, python }) => ({
          id: lessonId,
          title: lesson.title,
          minutes: lesson.minutes,
          steps: lesson.steps.length,
          version: lessonVersion(lesson),
          python: python === undefined ? null : { title: python.title, version: lessonVersion(python) },
        })),
      }));
      const loaders = read.courses.map(
        ({ id }) => `${JSON.stringify(id)}: () => import(${JSON.stringify(coursePrefix + id)})`,
      );
      return {
        code: `export const index = ${JSON.stringify(index)};\nexport const load = { ${loaders.join(", ")} };\n`,
        map: null,
        moduleType: "js",
      };
    },
  };
}
