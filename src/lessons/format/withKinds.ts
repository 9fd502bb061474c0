import { actionKinds } from "./action.ts";
import { conditionKinds } from "./condition.ts";

/**
 * Authors write `table: posts`; as data it is `kind: "table", table: "posts"`. These two add the kind that the first known key names, and
 * leave everything else to the schema. A near miss may have one condition where the data has a list.
 */
export function withConditionKind(value: unknown): unknown {
  if (!isObject(value)) return value;
  const kind = kindOf(value, conditionKinds);
  return {
    ...kind,
    ...value,
    ...("not" in value ? { not: withConditionKind(value["not"]) } : {}),
    ...("any" in value ? { any: mapped(value["any"], withConditionKind) } : {}),
    ...("near" in value ? { near: mapped(value["near"], withNearKinds) } : {}),
  };
}

function withNearKinds(value: unknown): unknown {
  if (!isObject(value) || !("when" in value)) return value;
  const { when } = value;
  return { ...value, when: (Array.isArray(when) ? when : [when]).map(withConditionKind) };
}

export function withActionKind(value: unknown): unknown {
  return isObject(value) ? { ...kindOf(value, actionKinds), ...value } : value;
}

/** The same for each of a list. */
export function mapped(value: unknown, prepare: (item: unknown) => unknown): unknown {
  return Array.isArray(value) ? value.map(prepare) : value;
}

function kindOf(value: Readonly<Record<string, unknown>>, kinds: readonly string[]): { readonly kind?: string } {
  const kind = kinds.find((candidate) => candidate in value);
  return kind === undefined ? {} : { kind };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
