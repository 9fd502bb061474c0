import type { ReflectedTable } from "../reflection/reflectedTable.ts";

/**
 * Tables in an order in which they can be dropped: each time the first by schema and name that no table left refers to;
 * in a cycle, the first.
 */
export function sortByReferences(tables: readonly ReflectedTable[]): readonly ReflectedTable[] {
  const keyOf = (table: ReflectedTable): string =>
    table.schema === null ? table.name : `${table.schema}.${table.name}`;
  const referrers = new Map<string, Set<string>>(tables.map((table) => [keyOf(table), new Set()]));
  for (const table of tables) {
    for (const constraint of table.constraints) {
      if (constraint.kind !== "foreignKey") continue;
      const target = (constraint.refs[0] ?? "").split(".").slice(0, -1).join(".");
      if (target !== keyOf(table)) referrers.get(target)?.add(keyOf(table));
    }
  }
  const targets = new Map<string, string[]>();
  for (const [target, sources] of referrers)
    for (const source of sources) targets.set(source, [...(targets.get(source) ?? []), target]);
  const left = new Map([...tables].sort(bySchemaAndName).map((table) => [keyOf(table), table]));
  const sorted: ReflectedTable[] = [];
  while (left.size > 0) {
    let next: ReflectedTable | undefined;
    for (const [key, table] of left) {
      next ??= table;
      if (referrers.get(key)?.size === 0) {
        next = table;
        break;
      }
    }
    if (next === undefined) break;
    const key = keyOf(next);
    sorted.push(next);
    left.delete(key);
    for (const target of targets.get(key) ?? []) referrers.get(target)?.delete(key);
  }
  return sorted;
}

function bySchemaAndName(left: ReflectedTable, right: ReflectedTable): number {
  const [leftKey, rightKey] = [
    [left.schema ?? "", left.name],
    [right.schema ?? "", right.name],
  ] as const;
  for (const place of [0, 1] as const) {
    const [one, other] = [leftKey[place] ?? "", rightKey[place] ?? ""];
    if (one !== other) return one < other ? -1 : 1;
  }
  return 0;
}
