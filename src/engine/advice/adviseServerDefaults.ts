import { compareMetadata } from "../autogenerate/compareMetadata.ts";
import { reverseOperation } from "../autogenerate/reverseOperation.ts";
import { nameText } from "../schema/name.ts";
import type { MetaData } from "../schema/metadata.ts";
import type { Advice } from "./advice.ts";
import type { Comparison } from "./comparison.ts";
import { stepsOf } from "./stepsOf.ts";
import { qualifiedName } from "./tableName.ts";

/** Server defaults that differ while `compareServerDefault` is off, as it is by default: Alembic says nothing about them. */
export function adviseServerDefaults(
  { connection, options, upgradeOps }: Comparison,
  metadata: MetaData | readonly MetaData[],
): readonly Advice[] {
  if ((options.compareServerDefault ?? false) !== false) return [];
  const compared = compareMetadata(connection, metadata, { ...options, compareServerDefault: true });
  return stepsOf(compared.upgradeOps, "alterColumn").flatMap(({ operation }): readonly Advice[] => {
    const { serverDefault, tableName, schema, columnName } = operation;
    if (serverDefault === undefined || serverDefault === false) return [];
    const name = `${qualifiedName(tableName, schema)}.${nameText(columnName)}`;
    const { type: _type, nullable: _nullable, comment: _comment, ...defaultAlone } = operation;
    const reason = compared.changes.find((change) => change.operation === operation)?.reason ?? "";
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
