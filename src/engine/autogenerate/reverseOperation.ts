import type { AlterColumnOp, AlterServerDefault, Operation } from "../operations/operation.ts";
import { dropConstraintOf } from "./dropConstraintOf.ts";
import { dropIndexOf } from "./dropIndexOf.ts";
import { isNone } from "../isNone.ts";

/** An operation that does not hold what its reverse would need. */
export class IrreversibleOperationError extends Error {
  override readonly name = "IrreversibleOperationError";
  readonly operation: Operation;
  constructor(operation: Operation) {
    super(`operation ${operation.kind} is not reversible; what it removes is not known`);
    this.operation = operation;
  }
}

/** The operation that undoes one. Source: the `reverse` methods of alembic.operations.ops. */
export function reverseOperation(operation: Operation): Operation {
  switch (operation.kind) {
    case "createTable": {
      const { tableName, schema } = operation;
      return { kind: "dropTable", tableName, ...schemaOf(schema), reverse: operation };
    }
    case "dropTable":
    case "dropColumn":
    case "dropConstraint":
    case "dropIndex":
      if (operation.reverse === undefined) throw new IrreversibleOperationError(operation);
      return operation.reverse;
    case "addColumn":
      return {
        kind: "dropColumn",
        tableName: operation.tableName,
        columnName: operation.column.name,
        ...schemaOf(operation.schema),
        reverse: operation,
      };
    case "createIndex":
      return dropIndexOf(operation);
    case "createPrimaryKey":
    case "createUniqueConstraint":
    case "createForeignKey":
    case "createCheckConstraint":
    case "createExcludeConstraint":
      return dropConstraintOf(operation);
    case "createTableComment": {
      const { tableName, schema, comment } = operation;
      const existingComment = operation.existingComment ?? null;
      return existingComment === null
        ? { kind: "dropTableComment", tableName, existingComment: comment, ...schemaOf(schema) }
        : {
            kind: "createTableComment",
            tableName,
            comment: existingComment,
            existingComment: comment,
            ...schemaOf(schema),
          };
    }
    case "dropTableComment":
      return {
        kind: "createTableComment",
        tableName: operation.tableName,
        comment: operation.existingComment ?? null,
        existingComment: null,
        ...schemaOf(operation.schema),
      };
    case "alterColumn":
      return reverseAlterColumn(operation);
    case "renameTable":
    case "executeSql":
    case "bulkInsert":
    case "batchAlterTable":
      throw new IrreversibleOperationError(operation);
  }
}

function schemaOf(schema: string | null | undefined): { readonly schema?: string } {
  return isNone(schema) ? {} : { schema };
}

/** New and existing change places, each only where it was altered. */
function reverseAlterColumn(operation: AlterColumnOp): AlterColumnOp {
  const {
    type,
    nullable,
    serverDefault,
    comment,
    existingType,
    existingNullable,
    existingServerDefault,
    existingComment,
    ...rest
  } = operation;
  const typeChanges = !isNone(type);
  const nullableChanges = !isNone(nullable);
  const defaultChanges = serverDefault !== undefined && serverDefault !== false;
  const commentChanges = comment !== undefined && comment !== false;
  return {
    ...rest,
    ...(typeChanges && existingType !== undefined ? { type: existingType } : {}),
    ...present("existingType", typeChanges ? type : existingType),
    ...(nullableChanges && existingNullable !== undefined ? { nullable: existingNullable } : {}),
    ...present("existingNullable", nullableChanges ? nullable : existingNullable),
    ...(defaultChanges ? { serverDefault: known(existingServerDefault) } : {}),
    ...present("existingServerDefault", defaultChanges ? serverDefault : existingServerDefault),
    ...(commentChanges ? { comment: existingComment ?? null } : {}),
    ...present("existingComment", commentChanges ? comment : existingComment),
  };
}

function known(serverDefault: AlterServerDefault | undefined): AlterServerDefault {
  return serverDefault === undefined || serverDefault === false ? null : serverDefault;
}

function present<K extends string, T>(key: K, value: T | null | undefined): { readonly [P in K]?: T } {
  return (isNone(value) ? {} : { [key]: value }) as { readonly [P in K]?: T };
}
