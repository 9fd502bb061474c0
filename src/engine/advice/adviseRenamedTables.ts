import { isNone } from "../isNone.ts";
import type { CreateTableOp, RenameTableOp } from "../operations/operation.ts";
import { nameText, type Name } from "../schema/name.ts";
import type { Advice } from "./advice.ts";
import type { Comparison } from "./comparison.ts";
import { sameType } from "./sameType.ts";
import { stepsOf } from "./stepsOf.ts";
import { qualifiedName } from "./tableName.ts";

/** A dropped table and a new one with the same columns: perhaps one table that was renamed. Asked, never assumed. */
export function adviseRenamedTables({ upgradeOps }: Comparison): readonly Advice[] {
  return stepsOf(upgradeOps, "createTable").flatMap((create) =>
    stepsOf(upgradeOps, "dropTable")
      .filter(({ operation }) => operation.reverse !== undefined && isAlike(create.operation, operation.reverse))
      .map((drop): Advice => {
        const { tableName, schema } = create.operation;
        const before = qualifiedName(drop.operation.tableName, drop.operation.schema);
        const after = qualifiedName(tableName, schema);
        const rename = (oldTableName: Name, newTableName: Name): readonly RenameTableOp[] => [
          { kind: "renameTable", oldTableName, newTableName, ...(isNone(schema) ? {} : { schema }) },
        ];
        return {
          kind: "renamedTable",
          id: `renamedTable:${before}:${after}`,
          title: `Is ${after} the former ${before}?`,
          explanation: `The columns are the same. Alembic cannot see a rename: it would make ${after} empty and drop ${before} with its rows. If it is the same table, rename it and its rows stay.`,
          edits: [
            {
              side: "upgrade",
              step: create.step,
              place: "instead",
              operations: rename(drop.operation.tableName, tableName),
            },
            { side: "upgrade", step: drop.step, place: "instead", operations: [] },
            {
              side: "downgrade",
              step: drop.step,
              place: "instead",
              operations: rename(tableName, drop.operation.tableName),
            },
            { side: "downgrade", step: create.step, place: "instead", operations: [] },
          ],
        };
      }),
  );
}

function isAlike(one: CreateTableOp, other: CreateTableOp): boolean {
  return (one.schema ?? "") === (other.schema ?? "") && one.columns.length === other.columns.length
    ? one.columns.every((column) =>
        other.columns.some(({ name, type }) => nameText(name) === nameText(column.name) && sameType(type, column.type)),
      )
    : false;
}
