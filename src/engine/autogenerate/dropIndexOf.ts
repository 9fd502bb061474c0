import type { CreateIndexOp, DropIndexOp } from "../operations/operation.ts";
import { isNone } from "../isNone.ts";

/** The operation that drops an index, with all that says what the index was. Source: alembic.operations.ops.DropIndexOp.from_index. */
export function dropIndexOf(index: CreateIndexOp): DropIndexOp {
  const {
    kind: _kind,
    indexName,
    tableName,
    schema,
    columns: _columns,
    unique: _unique,
    ifNotExists: _ifNotExists,
    ...options
  } = index;
  return {
    kind: "dropIndex",
    indexName: indexName ?? "",
    tableName,
    ...(isNone(schema) ? {} : { schema }),
    ...options,
    reverse: index,
  };
}
