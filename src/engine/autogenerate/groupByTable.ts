import type { BatchAlterTableOp, Operation } from "../operations/operation.ts";
import { nameText, type Name } from "../schema/name.ts";

/** Neighbouring alterations of one table become one batch, as autogenerate holds them. Source: alembic.operations.ops.ModifyTableOps. */
export function groupByTable(operations: readonly Operation[]): Operation[] {
  const grouped: Operation[] = [];
  for (const operation of operations) {
    const table = alteredTable(operation);
    if (table === undefined) {
      grouped.push(operation);
      continue;
    }
    const last = grouped.at(-1);
    const schema = table.schema ?? null;
    if (
      last?.kind === "batchAlterTable" &&
      nameText(last.tableName) === nameText(table.name) &&
      (last.schema ?? null) === schema
    ) {
      grouped[grouped.length - 1] = { ...last, operations: [...last.operations, operation] };
    } else {
      const batch: BatchAlterTableOp = {
        kind: "batchAlterTable",
        tableName: table.name,
        schema,
        operations: [operation],
      };
      grouped.push(batch);
    }
  }
  return grouped;
}

function alteredTable(
  operation: Operation,
): { readonly name: Name; readonly schema: string | null | undefined } | undefined {
  switch (operation.kind) {
    case "addColumn":
    case "dropColumn":
    case "alterColumn":
    case "createPrimaryKey":
    case "createUniqueConstraint":
    case "createCheckConstraint":
    case "createExcludeConstraint":
    case "dropConstraint":
    case "createIndex":
    case "createTableComment":
    case "dropTableComment":
      return { name: operation.tableName, schema: operation.schema };
    case "createForeignKey":
      return { name: operation.sourceTable, schema: operation.sourceSchema };
    case "dropIndex":
      return operation.tableName === undefined ? undefined : { name: operation.tableName, schema: operation.schema };
    default:
      return undefined;
  }
}
