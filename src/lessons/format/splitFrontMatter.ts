import { LessonFormatError } from "./lessonFormatError.ts";
import type { YamlText } from "./readYaml.ts";

export interface SplitText {
  readonly frontMatter: YamlText;
  /** What stands below it, line by line. */
  readonly body: readonly string[];
  /** Of the body's first line. */
  readonly bodyLine: number;
}

/** Parts a file from the front matter between two lines of `---`. @throws LessonFormatError */
export function splitFrontMatter(path: string, text: string): SplitText {
  const lines = text.replaceAll("\r\n", "\n").split("\n");
  const end = lines[0]?.trim() === "---" ? lines.findIndex((line, index) => index > 0 && line.trimEnd() === "---") : -1;
  if (end < 0) throw new LessonFormatError(path, 1, "must begin with front matter between two lines of ---");
  return {
    frontMatter: { path, text: lines.slice(1, end).join("\n"), line: 2 },
    body: lines.slice(end + 1),
    bodyLine: end + 2,
  };
}
