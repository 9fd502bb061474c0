import * as v from "valibot";
import { actionSchema, type Action } from "./action.ts";
import { readYaml } from "./readYaml.ts";
import { mapped, withActionKind } from "./withKinds.ts";

/** A mistake that somebody makes in a step, and what the page must say about it. */
export interface NearMissCase {
  /** Counts from 1. */
  readonly step: number;
  readonly does: readonly Action[];
  readonly says: string;
}

const casesSchema: v.GenericSchema<unknown, NearMissCase[]> = v.array(
  v.strictObject({
    step: v.pipe(v.number(), v.integer(), v.minValue(1)),
    does: v.array(actionSchema),
    says: v.pipe(v.string(), v.trim(), v.minLength(1)),
  }),
);

/** Reads a lesson's `cases.yaml`: they are for its tests, and not part of the lesson. @throws LessonFormatError */
export function parseCases(path: string, text: string): readonly NearMissCase[] {
  return readYaml({ path, text, line: 1 }, casesSchema, (value) =>
    mapped(value, (item) =>
      typeof item === "object" && item !== null && "does" in item
        ? { ...item, does: mapped(item.does, withActionKind) }
        : item,
    ),
  );
}
