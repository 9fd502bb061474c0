import type { Condition } from "../format/condition.ts";
import { openedCondition, printedCondition, queriedCondition, ranCondition } from "./commandConditions.ts";
import { fileCondition } from "./fileCondition.ts";
import { found, unmet, type Finding } from "./finding.ts";
import type { LessonSnapshot } from "./lessonSnapshot.ts";
import { aheadCondition, modelCondition, modelsCondition } from "./modelConditions.ts";
import {
  appliedCondition,
  databaseCondition,
  headsCondition,
  revisionCondition,
  revisionsCondition,
} from "./revisionConditions.ts";
import {
  checkConstraintCondition,
  columnCondition,
  indexCondition,
  keyCondition,
  rowsCondition,
  tableCondition,
} from "./schemaConditions.ts";

export function evaluateCondition(condition: Condition, snapshot: LessonSnapshot): Finding {
  switch (condition.kind) {
    case "table":
      return tableCondition(condition, snapshot);
    case "column":
      return columnCondition(condition, snapshot);
    case "primaryKey":
    case "unique":
    case "foreignKey":
      return keyCondition(condition, snapshot);
    case "index":
      return indexCondition(condition, snapshot);
    case "checkConstraint":
      return checkConstraintCondition(condition, snapshot);
    case "rows":
      return rowsCondition(condition, snapshot);
    case "sql": {
      const answer = snapshot.answers.get(condition.sql);
      return found(answer?.kind === "value" && answer.value === "t");
    }
    case "revisions":
      return revisionsCondition(condition, snapshot);
    case "heads":
      return headsCondition(condition, snapshot);
    case "revision":
      return revisionCondition(condition, snapshot);
    case "database":
      return databaseCondition(condition, snapshot);
    case "applied":
      return appliedCondition(condition, snapshot);
    case "model":
      return modelCondition(condition, snapshot);
    case "models":
      return modelsCondition(condition, snapshot);
    case "ahead":
      return aheadCondition(condition, snapshot);
    case "file":
      return fileCondition(condition, snapshot);
    case "ran":
      return ranCondition(condition, snapshot);
    case "printed":
      return printedCondition(condition, snapshot);
    case "opened":
      return openedCondition(condition, snapshot);
    case "queried":
      return queriedCondition(condition, snapshot);
    case "not":
      return found(!evaluateCondition(condition.not, snapshot).met);
    case "any":
      return anyOf(condition.any.map((one) => evaluateCondition(one, snapshot)));
  }
}

/** The one that holds, or else the first that nearly does. */
function anyOf(findings: readonly Finding[]): Finding {
  return findings.find(({ met }) => met) ?? findings.find(({ reason }) => reason !== null) ?? unmet;
}
