import type { ArgumentValues } from "./argumentParser.ts";

/** A value option or a positional; null when it was not given. */
export function textValue(values: ArgumentValues, name: string): string | null {
  const value = values[name];
  return typeof value === "string" ? value : null;
}

export function flagValue(values: ArgumentValues, name: string): boolean {
  return values[name] === true;
}

/** An option that may be repeated, or a positional that takes several; empty when it was not given. */
export function listValue(values: ArgumentValues, name: string): readonly string[] {
  const value = values[name];
  return typeof value === "object" ? value : [];
}
