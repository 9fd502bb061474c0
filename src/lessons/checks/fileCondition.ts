import type { ConditionOf } from "../format/condition.ts";
import { found, unmet, type Finding } from "./finding.ts";
import type { LessonSnapshot } from "./lessonSnapshot.ts";
import { containsCode } from "./normalisedCode.ts";
import { matchesPath } from "./pattern.ts";
import { listed } from "./revisionConditions.ts";

export function fileCondition(condition: ConditionOf<"file">, { files }: LessonSnapshot): Finding {
  const paths = Object.keys(files).filter((path) => matchesPath(condition.file, path));
  if (condition.absent === true) return found(paths.length === 0);
  if (paths.length === 0) return unmet;
  return found(
    paths.some((path) => {
      const text = files[path] ?? "";
      return (
        listed(condition.contains).every((code) => containsCode(path, text, code)) &&
        !listed(condition.lacks).some((code) => containsCode(path, text, code)) &&
        (condition.matches === undefined || new RegExp(condition.matches, "mu").test(text))
      );
    }),
  );
}
