import { ChangeRecorder } from "../autogenerate/changeRecorder.ts";
import { compareTables } from "../autogenerate/compareTables.ts";
import { filtersOf } from "../autogenerate/filters.ts";
import { reverseOperation } from "../autogenerate/reverseOperation.ts";
import { nameText } from "../schema/name.ts";
import type { Advice } from "./advice.ts";
import type { Comparison } from "./comparison.ts";
import { stepsOf } from "./stepsOf.ts";
import { qualifiedName } from "./tableName.ts";

/** Server defaults that differ while `compareServerDefault` is off, as it is by default: Alembic says nothing about them. */
export function adviseServerDefaults(comparison: Comparison): readonly Advice[] {
  const { options, upgradeOps, database, model } = comparison;
  if ((options.compareServerDefault ?? false) !== false) return [];
  const recorder = new ChangeRecorder();
  const concerned = new Map(
    [...database].filter(([key, { columns }]) => {
      const saysOne = columns.some(
        (column) => column.serverDefault !== undefined && column.serialSequence === undefined,
      );
      return saysOne || model.get(key)?.columns.some((column) => column.serverDefault !== undefined) === true;
    }),
  );
  compareTables({
    ...comparison,
    database: concerned,
    model: new Map([...model].filter(([key]) => concerned.has(key))),
    options: { ...options, compareServerDefault: true },
    recorder,
    filters: filtersOf(options),
  });
  const compared = recorder.changes.map(({ operation }) => operation);
  return stepsOf(compared, "alterColumn").flatMap(({ operation }): readonly Advice[] => {
    const { serverDefault, tableName, schema, columnName } = operation;
    if (serverDefault === undefined || serverDefault === false) return [];
    const name = `${qualifiedName(tableName, schema)}.${nameText(columnName)}`;
    const { type: _type, nullable: _nullable, comment: _comment, ...defaultAlone } = operation;
    const reason = recorder.changes.find((change) => change.operation === operation)?.reason ?? "";
    const said = reason.split("; ").find((part) => part.startsWith("default ")) ?? reason;
    return [
      {
        kind: "serverDefault",
        id: `serverDefault:${name}`,
        title: `The server default of ${name} differs`,
        explanation: `${said[0]?.toUpperCase()}${said.slice(1)}. Alembic looks at defaults only with compareServerDefault: true in env; this revision would leave it as it is.`,
        edits: [
          { side: "upgrade", step: upgradeOps.length, place: "before", operations: [defaultAlone] },
          { side: "downgrade", step: upgradeOps.length, place: "before", operations: [reverseOperation(defaultAlone)] },
        ],
      },
    ];
  });
}
