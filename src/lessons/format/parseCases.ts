import * as v from "valibot";
import { actionSchema, type Action } from "./action.ts";
import { inLanguage, type LessonLanguage } from "./lessonLanguage.ts";
import { readYaml } from "./readYaml.ts";
import { mapped, withActionKind } from "./withKinds.ts";

/** A mistake that somebody makes in a step, and what the page must say about it. */
export interface NearMissCase {
  /** Counts from 1. */
  readonly step: number;
  readonly does: readonly Action[];
  readonly says: string;
}

const casesSchema = v.array(
  v.strictObject({
    step: v.pipe(v.number(), v.integer(), v.minValue(1)),
    does: v.array(actionSchema),
    /** Where it is done otherwise in Python. */
    "does.python": v.optional(v.array(actionSchema)),
    says: v.pipe(v.string(), v.trim(), v.minLength(1)),
  }),
);

/** Reads a lesson's `cases.yaml`: they are for its tests, and not part of the lesson. @throws LessonFormatError */
export function parseCases(path: string, text: string, language: LessonLanguage): readonly NearMissCase[] {
  const cases = readYaml({ path, text: inLanguage(text, language), line: 1 }, casesSchema, (value) =>
    mapped(value, withActionKinds),
  );
  return cases.map(({ step, does, "does.python": python, says }) => ({
    step,
    does: language === "python" ? (python ?? does) : does,
    says,
  }));
}

function withActionKinds(item: unknown): unknown {
  if (typeof item !== "object" || item === null) return item;
  return Object.fromEntries(
    Object.entries(item).map(([key, value]) => [
      key,
      key === "does" || key === "does.python" ? mapped(value, withActionKind) : value,
    ]),
  );
}
