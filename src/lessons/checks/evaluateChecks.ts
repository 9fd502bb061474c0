import type { Check, Condition } from "../format/condition.ts";
import { evaluateCondition } from "./evaluateCondition.ts";
import type { LessonSnapshot } from "./lessonSnapshot.ts";

/** One check of a step at one moment. */
export interface CheckResult {
  readonly says: string;
  readonly met: boolean;
  /** What is nearly right, as Markdown of one line; null: nothing is said. */
  readonly nearMiss: string | null;
}

/** Whether a step is reached, check by check. A pure function of the snapshot. */
export function evaluateChecks(checks: readonly Check[], snapshot: LessonSnapshot): readonly CheckResult[] {
  return checks.map((check) => {
    const { met, reason } = evaluateCondition(check, snapshot);
    const near = met
      ? undefined
      : check.near?.find(({ when }) => when.every((condition) => evaluateCondition(condition, snapshot).met));
    return { says: check.says, met, nearMiss: met ? null : (near?.says ?? reason) };
  });
}

/** The queries that must be answered before the checks can be evaluated. */
export function queriesOf(checks: readonly Check[]): readonly string[] {
  return [
    ...new Set(checks.flatMap((check) => [check, ...(check.near ?? []).flatMap(({ when }) => when)]).flatMap(queries)),
  ];
}

function queries(condition: Condition): readonly string[] {
  switch (condition.kind) {
    case "sql":
      return [condition.sql];
    case "not":
      return queries(condition.not);
    case "any":
      return condition.any.flatMap(queries);
    default:
      return [];
  }
}
