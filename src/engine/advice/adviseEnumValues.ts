import { renderString } from "../ddl/renderLiteral.ts";
import { nameText } from "../schema/name.ts";
import type { Advice } from "./advice.ts";
import type { Comparison } from "./comparison.ts";
import { executed, namedEnum } from "./namedEnum.ts";

/** Values that the model's enum has and the database's type lacks, or the other way round: Alembic compares no values. */
export function adviseEnumValues({ database, model, upgradeOps }: Comparison): readonly Advice[] {
  const found = new Map<string, Advice>();
  for (const [key, table] of model) {
    const existing = new Map(database.get(key)?.columns.map((column) => [column.name, column]));
    for (const column of table.columns) {
      const wanted = namedEnum(column.type);
      const present = namedEnum(existing.get(nameText(column.name))?.type ?? { name: "NullType" });
      if (wanted === null || present === null || wanted.name !== present.name || found.has(wanted.name)) continue;
      const added = wanted.values.filter((value) => !present.values.includes(value));
      const removed = present.values.filter((value) => !wanted.values.includes(value));
      if (added.length === 0 && removed.length === 0) continue;
      found.set(wanted.name, {
        kind: "enumValues",
        id: `enumValues:${wanted.name}:${[...added, "", ...removed].join(",")}`,
        title: valuesTitle(wanted.name, added, removed),
        explanation: explanation(added, removed),
        edits:
          added.length === 0
            ? []
            : [
                {
                  side: "upgrade",
                  step: upgradeOps.length,
                  place: "before",
                  operations: added.map((value) =>
                    executed(
                      `ALTER TYPE ${wanted.name} ADD VALUE IF NOT EXISTS ${literal(value)}${placeOf(value, wanted.values, present.values)}`,
                    ),
                  ),
                },
              ],
      });
    }
  }
  return [...found.values()];
}

function valuesTitle(name: string, added: readonly string[], removed: readonly string[]): string {
  const parts = [
    ...(added.length === 0 ? [] : [`${added.map(quoted).join(", ")} in the model only`]),
    ...(removed.length === 0 ? [] : [`${removed.map(quoted).join(", ")} in the database only`]),
  ];
  return `The values of the type ${name} differ: ${parts.join("; ")}`;
}

function explanation(added: readonly string[], removed: readonly string[]): string {
  const sentences = [
    "Alembic does not compare the values of enum types.",
    ...(added.length === 0
      ? []
      : [
          "A value can be added; it can be used only after this migration has committed, and no downgrade can take it back.",
        ]),
    ...(removed.length === 0
      ? []
      : [
          "PostgreSQL cannot remove a value: that takes a new type, with every column that uses the old one altered to it by hand.",
        ]),
  ];
  return sentences.join(" ");
}

/** ` BEFORE 'x'` or ` AFTER 'x'`, so that the order is the model's. */
function placeOf(value: string, wanted: readonly string[], present: readonly string[]): string {
  const index = wanted.indexOf(value);
  const previous = wanted[index - 1];
  if (previous !== undefined) return ` AFTER ${literal(previous)}`;
  const next = wanted.slice(index + 1).find((other) => present.includes(other));
  return next === undefined ? "" : ` BEFORE ${literal(next)}`;
}

function literal(value: string): string {
  return renderString(value, { mode: "online" });
}

function quoted(value: string): string {
  return `“${value}”`;
}
