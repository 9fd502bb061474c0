import type { AddColumnOp, AlterColumnOp, DropColumnOp } from "../operations/operation.ts";
import type { Column } from "../schema/column.ts";
import { nameText } from "../schema/name.ts";
import type { Advice } from "./advice.ts";
import type { Comparison } from "./comparison.ts";
import { sameType } from "./sameType.ts";
import { stepsOf } from "./stepsOf.ts";
import { isSameTable, qualifiedName } from "./tableName.ts";

/**
 * A dropped column and a new one of the same type in one table: perhaps one column that was renamed. Dropping loses its values. Asked, never
 * assumed. Source of the shortcoming: Alembic's documentation, "What does Autogenerate Detect (and what does it not detect?)".
 */
export function adviseRenamedColumns({ upgradeOps }: Comparison): readonly Advice[] {
  const added = stepsOf(upgradeOps, "addColumn");
  const dropped = stepsOf(upgradeOps, "dropColumn");
  return added.flatMap((add) =>
    dropped
      .filter((drop) => isSameTable(add.operation, drop.operation) && isSameType(add.operation, drop.operation))
      .map((drop) => renamed(add.step, add.operation, drop.step, drop.operation)),
  );
}

function isSameType(add: AddColumnOp, drop: DropColumnOp): boolean {
  const old = drop.reverse?.column;
  return old !== undefined && sameType(old.type, add.column.type);
}

function renamed(addStep: number, add: AddColumnOp, dropStep: number, drop: DropColumnOp): Advice {
  const table = qualifiedName(add.tableName, add.schema);
  const before = nameText(drop.columnName);
  const after = nameText(add.column.name);
  const old = drop.reverse?.column ?? add.column;
  return {
    kind: "renamedColumn",
    id: `renamedColumn:${table}.${before}:${after}`,
    title: `Is ${table}.${after} the former ${table}.${before}?`,
    explanation: `Alembic cannot see a rename: it would add ${after} empty and drop ${before} with its values. If it is the same column, rename it and its values stay.`,
    edits: [
      { side: "upgrade", step: addStep, place: "instead", operations: [rename(add, old, add.column, before, after)] },
      { side: "upgrade", step: dropStep, place: "instead", operations: [] },
      {
        side: "downgrade",
        step: dropStep,
        place: "instead",
        operations: [rename(add, add.column, old, after, before)],
      },
      { side: "downgrade", step: addStep, place: "instead", operations: [] },
    ],
  };
}

function rename(
  { tableName, schema }: AddColumnOp,
  from: Column,
  to: Column,
  columnName: string,
  newColumnName: string,
): AlterColumnOp {
  const wasNullable = from.nullable !== false;
  const isNullable = to.nullable !== false;
  return {
    kind: "alterColumn",
    tableName,
    columnName,
    newColumnName,
    ...(schema === undefined ? {} : { schema }),
    existingType: from.type,
    ...(wasNullable === isNullable ? {} : { nullable: isNullable }),
    existingNullable: wasNullable,
  };
}
