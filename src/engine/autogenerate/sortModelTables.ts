import type { ChangeRecorder } from "./changeRecorder.ts";
import type { ModelTable } from "./modelTable.ts";
import { splitReference } from "./splitReference.ts";

/** Tables so that each follows those it refers to; in a cycle the references are left out with a warning. Source: sqlalchemy.sql.ddl.sort_tables. */
export function sortModelTables(tables: readonly ModelTable[], recorder: ChangeRecorder): readonly ModelTable[] {
  const sorted = [...tables].sort((left, right) => compareText(fullName(left), fullName(right)));
  const parents = new Map(sorted.map((table) => [fullName(table), parentsOf(table)]));
  const first = sortInLayers(sorted, parents);
  if (first !== null) return first;
  const cyclic = tablesInCycles(parents);
  recorder.warn(
    `Cannot correctly sort tables; there are unresolvable cycles between tables "${[...cyclic].sort().join(", ")}", which is usually caused by ` +
      "mutually dependent foreign key constraints.  Foreign key constraints involving these tables will not be considered; " +
      "this warning may raise an error in a future release.",
    "SAWarning",
  );
  for (const name of cyclic) parents.set(name, new Set());
  return sortInLayers(sorted, parents) ?? sorted;
}

function fullName(table: ModelTable): string {
  return table.schema === null ? table.name : `${table.schema}.${table.name}`;
}

function parentsOf(table: ModelTable): ReadonlySet<string> {
  const parents = new Set<string>();
  for (const constraint of table.constraints) {
    if (constraint.kind !== "foreignKey" || constraint.useAlter === true) continue;
    const target = splitReference(constraint.refs[0] ?? "", table.metadataSchema);
    parents.add(target.schema === null ? target.table : `${target.schema}.${target.table}`);
  }
  parents.delete(fullName(table));
  return parents;
}

/** Layer by layer: a table's layer is one after the last of those it refers to; null where there is a cycle. */
function sortInLayers(
  tables: readonly ModelTable[],
  parents: ReadonlyMap<string, ReadonlySet<string>>,
): readonly ModelTable[] | null {
  const children = new Map<string, ModelTable[]>(tables.map((table) => [fullName(table), []]));
  const waiting = new Map<ModelTable, number>();
  for (const table of tables) {
    const present = [...(parents.get(fullName(table)) ?? [])].filter((parent) => children.has(parent));
    waiting.set(table, present.length);
    for (const parent of present) children.get(parent)?.push(table);
  }
  const place = new Map(tables.map((table, index) => [table, index]));
  const sorted: ModelTable[] = [];
  let layer = tables.filter((table) => waiting.get(table) === 0);
  while (layer.length > 0) {
    sorted.push(...layer);
    const freed: ModelTable[] = [];
    for (const child of layer.flatMap((table) => children.get(fullName(table)) ?? [])) {
      const left = (waiting.get(child) ?? 0) - 1;
      waiting.set(child, left);
      if (left === 0) freed.push(child);
    }
    layer = freed.sort((left, right) => (place.get(left) ?? 0) - (place.get(right) ?? 0));
  }
  return sorted.length === tables.length ? sorted : null;
}

/** Every table that refers to itself by way of others. */
function tablesInCycles(parents: ReadonlyMap<string, ReadonlySet<string>>): ReadonlySet<string> {
  const cyclic = new Set<string>();
  for (const start of parents.keys()) {
    const seen = new Set<string>();
    const stack = [...(parents.get(start) ?? [])];
    for (let name = stack.pop(); name !== undefined; name = stack.pop()) {
      if (name === start) {
        cyclic.add(start);
        break;
      }
      if (seen.has(name)) continue;
      seen.add(name);
      stack.push(...(parents.get(name) ?? []));
    }
  }
  return cyclic;
}

function compareText(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
