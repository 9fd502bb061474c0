import type { Operation, OperationOf } from "../operations/operation.ts";

export interface StepOf<Kind extends Operation["kind"]> {
  readonly step: number;
  readonly operation: OperationOf<Kind>;
}

/** The operations of one kind with their places. */
export function stepsOf<Kind extends Operation["kind"]>(
  operations: readonly Operation[],
  kind: Kind,
): readonly StepOf<Kind>[] {
  return operations.flatMap((operation, step) => (isKind(operation, kind) ? [{ step, operation }] : []));
}

function isKind<Kind extends Operation["kind"]>(operation: Operation, kind: Kind): operation is OperationOf<Kind> {
  return operation.kind === kind;
}
