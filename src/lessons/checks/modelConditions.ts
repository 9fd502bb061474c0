import { nameText } from "../../engine/schema/name.ts";
import type { ConditionOf } from "../format/condition.ts";
import { found, met, nearly, unmet, type Finding } from "./finding.ts";
import type { LessonSnapshot } from "./lessonSnapshot.ts";
import { columnDifference, findTable, splitColumn } from "./schemaConditions.ts";

export function modelCondition(condition: ConditionOf<"model">, { models }: LessonSnapshot): Finding {
  if (!condition.model.includes("."))
    return found((findTable(models ?? [], condition.model) !== null) === (condition.absent !== true));
  const { table, column: name } = splitColumn(condition.model);
  const column = findTable(models ?? [], table)?.columns.find((candidate) => nameText(candidate.name) === name);
  if (condition.absent === true) return found(column === undefined);
  if (column === undefined) return unmet;
  const wrong = columnDifference(column, condition);
  return wrong === null ? met : nearly(`The model has \`${condition.model}\`, but ${wrong}.`);
}

export function modelsCondition({ models: wanted }: ConditionOf<"models">, { models }: LessonSnapshot): Finding {
  return found(wanted === "none" ? models === null : models?.length === wanted);
}

export function aheadCondition({ ahead }: ConditionOf<"ahead">, { drift }: LessonSnapshot): Finding {
  return found(drift.unavailable === null && drift.changes.length === ahead);
}
