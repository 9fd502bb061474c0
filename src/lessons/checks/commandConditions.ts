import type { ConditionOf } from "../format/condition.ts";
import { found, met, nearly, unmet, type Finding } from "./finding.ts";
import type { LessonSnapshot } from "./lessonSnapshot.ts";
import { matchesPath, matchesCommand } from "./pattern.ts";
import { listed } from "./revisionConditions.ts";

export function ranCondition({ ran, fails }: ConditionOf<"ran">, { commands }: LessonSnapshot): Finding {
  const used = commands.filter(
    ({ kind, text }) => kind === "line" && listed(ran).some((pattern) => matchesCommand(pattern, text)),
  );
  const [first] = used;
  if (first === undefined) return unmet;
  if (fails === "either" || used.some(({ succeeded }) => succeeded === (fails !== true))) return met;
  return fails === true ? unmet : nearly(`\`${first.text}\` was used, but it ended with a mistake.`);
}

export function printedCondition({ printed, by }: ConditionOf<"printed">, { commands }: LessonSnapshot): Finding {
  const last = commands.findLast(({ kind, text }) => kind === "line" && (by === undefined || matchesCommand(by, text)));
  if (last === undefined) return unmet;
  // A terminal wraps long lines.
  const folded = (text: string): string => text.replaceAll(/\s+/g, " ");
  return found(listed(printed).every((text) => folded(last.output).includes(folded(text))));
}

export function openedCondition({ opened: path }: ConditionOf<"opened">, { opened }: LessonSnapshot): Finding {
  return found(opened.some((candidate) => matchesPath(path, candidate)));
}

export function queriedCondition({ queried, fails }: ConditionOf<"queried">, { commands }: LessonSnapshot): Finding {
  const folded = (text: string): string => text.toLowerCase().replaceAll(/\s+/g, " ");
  return found(
    commands.some(
      ({ kind, text, succeeded }) =>
        (kind === "sql" || text.startsWith("psql ")) &&
        (fails === "either" || succeeded === (fails !== true)) &&
        folded(text).includes(folded(queried)),
    ),
  );
}
