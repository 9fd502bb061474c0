import { isSameWholeNumber, type WholeNumber } from "./wholeNumber.ts";
import type { Identity } from "./column.ts";

/** An option that is compared; `onNull` is Oracle's alone. */
export type ComparedIdentityOption = Exclude<keyof Identity, "onNull">;

/** Alembic's name of each option, in the order of those names. */
export const IDENTITY_OPTION_NAMES: Readonly<Record<ComparedIdentityOption, string>> = {
  always: "always",
  cache: "cache",
  cycle: "cycle",
  increment: "increment",
  maxValue: "maxvalue",
  minValue: "minvalue",
  noMaxValue: "nomaxvalue",
  noMinValue: "nominvalue",
  start: "start",
};

/**
 * The options in which an identity differs from an existing one, sorted by Alembic's names. What the wanted identity leaves out is not compared,
 * `always` excepted. A default that is no identity has no options. Source: alembic.ddl.impl.DefaultImpl._compare_identity_default.
 */
export function differingIdentityOptions(wanted: Identity, existing: Identity): readonly ComparedIdentityOption[] {
  return (Object.keys(IDENTITY_OPTION_NAMES) as ComparedIdentityOption[]).filter((option) => {
    if (option === "always") return (wanted.always === true) !== (existing.always === true);
    const value = wanted[option];
    return value !== undefined && !isSameOption(value, existing[option]);
  });
}

function isSameOption(left: boolean | WholeNumber, right: boolean | WholeNumber | undefined): boolean {
  if (typeof left === "boolean" || typeof right === "boolean" || right === undefined) return left === right;
  return isSameWholeNumber(left, right);
}
