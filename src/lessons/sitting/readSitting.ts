import * as v from "valibot";
import { lessonLanguages } from "../format/lessonLanguage.ts";
import { lessonSchema } from "../format/lesson.ts";
import { originalTextLanguage } from "../translation/textLanguage.ts";
import type { Sitting } from "./sitting.ts";

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

const sittingSchema: v.GenericSchema<unknown, Sitting> = v.strictObject({
  source: v.object({
    course: v.string(),
    lesson: v.string(),
    language: v.optional(v.picklist(lessonLanguages), "typescript"),
  }),
  version: v.string(),
  lesson: lessonSchema,
  textLanguage: v.optional(v.string(), originalTextLanguage),
  step: count,
  reached: v.optional(count, 0),
  steps: v.array(v.strictObject({ solved: v.boolean(), hintsShown: count, helped: v.boolean(), commands: count })),
  prepared: v.boolean(),
  building: v.optional(v.boolean(), false),
  commands: v.optional(
    v.array(
      v.strictObject({
        kind: v.picklist(["line", "sql"]),
        text: v.string(),
        succeeded: v.boolean(),
        output: v.string(),
      }),
    ),
    [],
  ),
  opened: v.optional(v.array(v.string()), []),
  begunAt: v.number(),
});

/** Reads what a workspace has stored of its lesson; null: it is not what this build writes. */
export function readSitting(value: unknown): Sitting | null {
  const result = v.safeParse(sittingSchema, value);
  if (!result.success) return null;
  const { output } = result;
  return output.steps.length === output.lesson.steps.length && output.step < output.steps.length ? output : null;
}
