import type { Operation } from "../../src/engine/operations/operation.ts";
import type { Constraint } from "../../src/engine/schema/constraint.ts";

/** The recorded operations hold an exclude constraint's elements as text, whichever of name, text and literal Alembic wrote. */
export function elementsAsText(operation: Operation): Operation {
  if (operation.kind !== "createTable" || operation.constraints === undefined) return operation;
  return { ...operation, constraints: operation.constraints.map(constraintAsText) };
}

function constraintAsText(constraint: Constraint): Constraint {
  if (constraint.kind !== "exclude") return constraint;
  return {
    ...constraint,
    elements: constraint.elements.map(([element, operator]) => {
      const text = typeof element === "string" ? element : element.kind === "column" ? element.name : element.text;
      return [{ kind: "text", text }, operator] as const;
    }),
  };
}
