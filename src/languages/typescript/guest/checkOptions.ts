import { nearestName } from "../../../engine/nearestName.ts";

/**
 * Refuses an option that does not exist, as Python refuses an unexpected keyword argument.
 * @throws TypeError naming the function, the option and the nearest known one
 */
export function checkOptions(callee: string, options: object, known: readonly string[]): void {
  for (const name of Object.keys(options)) {
    if (known.includes(name)) continue;
    const nearest = nearestName(name, known);
    const hint = nearest === null ? `known: ${known.join(", ")}` : `did you mean '${nearest}'?`;
    throw new TypeError(`${callee}() got an unexpected option '${name}'; ${hint}`);
  }
}

/** Drops keys whose value is undefined: an option that was not passed is absent. */
export function present<Options extends object>(
  options: Options,
): { [Key in keyof Options]: Exclude<Options[Key], undefined> } {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as never;
}

/** @throws TypeError when a name is not a non-empty string */
export function requireName(callee: string, what: string, value: unknown): void {
  if (typeof value === "object" && value !== null && "name" in value) return;
  if (typeof value !== "string" || value === "") {
    throw new TypeError(
      `${callee}(): ${what} must be a name in quotes, not ${value === "" ? "an empty string" : describe(value)}`,
    );
  }
}

/** @throws TypeError when a value is not a list of strings */
export function requireNames(callee: string, what: string, value: unknown): void {
  if (!Array.isArray(value))
    throw new TypeError(`${callee}(): ${what} must be a list such as ["id"], not ${describe(value)}`);
}

export function describe(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "a list";
  return typeof value === "string"
    ? JSON.stringify(value)
    : typeof value === "undefined"
      ? "nothing"
      : `a ${typeof value}`;
}
