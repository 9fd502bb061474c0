import { ProgramError } from "../errors.ts";

/** `start:end` of offline mode; without a colon there is no start. */
export function splitRange(text: string): { readonly start: string | null; readonly end: string } {
  const parts = text.split(":");
  if (parts.length === 1) return { start: null, end: text };
  if (parts.length > 2) throw new ProgramError("ValueError", "too many values to unpack (expected 2)");
  return { start: parts[0] ?? "", end: parts[1] ?? "" };
}
