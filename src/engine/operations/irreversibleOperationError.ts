import type { Operation } from "./operation.ts";

/** An operation that does not know what it undid. The messages are Alembic's, which raises ValueError. Source: alembic.operations.ops. */
export class IrreversibleOperationError extends Error {
  override readonly name = "ValueError";
  readonly operation: Operation;
  constructor(operation: Operation, message: string) {
    super(message);
    this.operation = operation;
  }
}
