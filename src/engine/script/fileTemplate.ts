import { ProgramError } from "../errors.ts";
import type { CreateDate } from "./createDate.ts";

export const defaultFileTemplate = "%(rev)s_%(slug)s";

/**
 * `file_template` filled in with Python's `%` formatting: `%(year)d`, `%(month).2d`, `%(slug)s`, ...
 * @throws ProgramError `KeyError` for an unknown token, `ValueError` for a malformed one
 */
export function fillFileTemplate(template: string, revision: string, slug: string, date: CreateDate): string {
  const values: Readonly<Record<string, string | number>> = {
    rev: revision,
    slug,
    epoch: date.epoch,
    year: date.year,
    month: date.month,
    day: date.day,
    hour: date.hour,
    minute: date.minute,
    second: date.second,
  };
  return template.replaceAll(
    /%(?:%|\(([^)]*)\)([-0+ #]*)(\d*)(?:\.(\d+))?([a-zA-Z])|.?)/g,
    (matched: string, ...groups: (string | undefined)[]) => {
      if (matched === "%%") return "%";
      const [name, flags = "", width = "", precision, conversion] = groups;
      if (name === undefined || conversion === undefined) throw new ProgramError("ValueError", "incomplete format");
      const value = Object.hasOwn(values, name) ? values[name] : undefined;
      if (value === undefined) throw new ProgramError("KeyError", `'${name}'`);
      return formatField(value, flags, Number(width), precision, conversion);
    },
  );
}

function formatField(
  value: string | number,
  flags: string,
  width: number,
  precision: string | undefined,
  conversion: string,
): string {
  if (conversion === "s") {
    const text = precision === undefined ? String(value) : String(value).slice(0, Number(precision));
    return flags.includes("-") ? text.padEnd(width) : text.padStart(width);
  }
  if (typeof value === "string")
    throw new ProgramError("TypeError", `%${conversion} format: a real number is required, not str`);
  const digits = precision === undefined ? String(value) : String(value).padStart(Number(precision), "0");
  if (flags.includes("-")) return digits.padEnd(width);
  return digits.padStart(width, flags.includes("0") ? "0" : " ");
}
