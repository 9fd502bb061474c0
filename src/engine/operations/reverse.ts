import { IrreversibleOperationError } from "./irreversibleOperationError.ts";
import { nameText } from "../schema/name.ts";
import type {
  AddConstraintOp,
  AlterColumnOp,
  CreateIndexOp,
  CreateTableCommentOp,
  DropColumnOp,
  DropConstraintOp,
  DropIndexOp,
  DropTableOp,
  Operation,
} from "./operation.ts";

/**
 * The operation that undoes another. What was dropped comes back from the `reverse` that the drop carries; without it, and for SQL and rows,
 * an IrreversibleOperationError says why. Renames are reversed too, which Alembic does not do. Source: the `reverse` methods of alembic.operations.ops.
 */
export function reverse(operation: Operation): Operation {
  switch (operation.kind) {
    case "createTable":
      return { kind: "dropTable", tableName: operation.tableName, ...inSchema(operation.schema), reverse: operation };
    case "dropTable":
      return original(operation, "table");
    case "renameTable":
      return { ...operation, oldTableName: operation.newTableName, newTableName: operation.oldTableName };
    case "addColumn":
      return {
        kind: "dropColumn",
        tableName: operation.tableName,
        columnName: operation.column.name,
        ...inSchema(operation.schema),
        ...(operation.ifNotExists === undefined ? {} : { ifExists: operation.ifNotExists }),
        reverse: operation,
      };
    case "dropColumn": {
      const { ifNotExists: _ifNotExists, ...added } = original(operation, "column");
      return { ...added, ...(operation.ifExists === undefined ? {} : { ifNotExists: operation.ifExists }) };
    }
    case "alterColumn":
      return reverseAlterColumn(operation);
    case "createPrimaryKey":
    case "createUniqueConstraint":
    case "createCheckConstraint":
    case "createForeignKey":
    case "createExcludeConstraint":
      return dropConstraint(operation);
    case "dropConstraint":
      return original(operation, "constraint");
    case "createIndex":
      return dropIndex(operation);
    case "dropIndex":
      return original(operation, "index");
    case "createTableComment":
      return reverseTableComment(operation);
    case "dropTableComment":
      return {
        kind: "createTableComment",
        tableName: operation.tableName,
        comment: operation.existingComment ?? null,
        ...inSchema(operation.schema),
      };
    case "batchAlterTable":
      return { ...operation, operations: operation.operations.map(reverse).reverse() };
    case "executeSql":
    case "bulkInsert":
      throw new IrreversibleOperationError(operation, "operation is not reversible");
  }
}

type Dropping = DropTableOp | DropColumnOp | DropConstraintOp | DropIndexOp;

function original<O extends Dropping>(operation: O, what: string): NonNullable<O["reverse"]> {
  if (operation.reverse !== undefined) return operation.reverse;
  const message =
    what === "constraint"
      ? "constraint cannot be produced; original constraint is not present"
      : `operation is not reversible; original ${what} is not present`;
  throw new IrreversibleOperationError(operation, message);
}

function inSchema<S>(schema: S | undefined): { readonly schema?: S } {
  return schema === undefined ? {} : { schema };
}

function reverseAlterColumn(operation: AlterColumnOp): AlterColumnOp {
  const {
    type,
    existingType,
    nullable,
    existingNullable,
    serverDefault,
    existingServerDefault,
    comment,
    existingComment,
    newColumnName,
    ...rest
  } = operation;
  const isRenamed = newColumnName !== undefined && newColumnName !== null;
  return {
    ...rest,
    ...(isRenamed ? { columnName: newColumnName, newColumnName: nameText(operation.columnName) } : {}),
    ...(type === undefined || type === null
      ? defined("existingType", existingType)
      : { ...defined("type", existingType), existingType: type }),
    ...(nullable === undefined || nullable === null
      ? defined("existingNullable", existingNullable)
      : { ...defined("nullable", existingNullable), existingNullable: nullable }),
    ...(serverDefault === undefined || serverDefault === false
      ? defined("existingServerDefault", existingServerDefault)
      : { ...defined("serverDefault", existingServerDefault), existingServerDefault: serverDefault }),
    ...(comment === undefined || comment === false
      ? defined("existingComment", existingComment)
      : { comment: existingComment ?? null, existingComment: comment }),
  };
}

function defined<K extends string, V>(key: K, value: V | undefined): { readonly [P in K]?: V } {
  return (value === undefined ? {} : { [key]: value }) as { readonly [P in K]?: V };
}

function dropConstraint(operation: AddConstraintOp): DropConstraintOp {
  const isForeignKey = operation.kind === "createForeignKey";
  return {
    kind: "dropConstraint",
    constraintName: operation.constraintName,
    tableName: isForeignKey ? operation.sourceTable : operation.tableName,
    type: constraintType(operation),
    ...inSchema(isForeignKey ? operation.sourceSchema : operation.schema),
    reverse: operation,
  };
}

function constraintType(operation: AddConstraintOp): DropConstraintOp["type"] & (string | null) {
  switch (operation.kind) {
    case "createPrimaryKey":
      return "primary";
    case "createUniqueConstraint":
      return "unique";
    case "createCheckConstraint":
      return "check";
    case "createForeignKey":
      return "foreignkey";
    case "createExcludeConstraint":
      return null;
  }
}

function dropIndex(operation: CreateIndexOp): DropIndexOp {
  const {
    kind: _kind,
    columns: _columns,
    unique: _unique,
    ifNotExists: _ifNotExists,
    indexName,
    ...options
  } = operation;
  if (indexName === null)
    throw new IrreversibleOperationError(operation, "operation is not reversible; the index has no name");
  return { kind: "dropIndex", indexName, ...options, reverse: operation };
}

function reverseTableComment({ tableName, schema, comment, existingComment }: CreateTableCommentOp): Operation {
  if (existingComment === undefined || existingComment === null) {
    return { kind: "dropTableComment", tableName, existingComment: comment, ...inSchema(schema) };
  }
  return {
    kind: "createTableComment",
    tableName,
    comment: existingComment,
    existingComment: comment,
    ...inSchema(schema),
  };
}
