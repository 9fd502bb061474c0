import { ExactNumber } from "./exactNumber.ts";

/** A JSON object of a case, as FORMAT.md describes them. */
export interface CaseJson {
  readonly [key: string]: unknown;
}

export function isCaseJson(value: unknown): value is CaseJson {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof ExactNumber);
}

export function asCaseJson(value: unknown): CaseJson {
  if (!isCaseJson(value)) throw new Error(`not an object: ${JSON.stringify(value)}`);
  return value;
}

export function asList(value: unknown): readonly unknown[] {
  if (value === undefined) return [];
  if (!Array.isArray(value)) throw new Error(`not a list: ${JSON.stringify(value)}`);
  return value;
}
