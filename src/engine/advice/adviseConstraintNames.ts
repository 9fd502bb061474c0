import type { AddConstraintOp } from "../operations/operation.ts";
import { nameText } from "../schema/name.ts";
import { dropConstraintOf } from "../autogenerate/dropConstraintOf.ts";
import type { Advice } from "./advice.ts";
import type { Comparison } from "./comparison.ts";

const prefixes = {
  createPrimaryKey: "pk",
  createUniqueConstraint: "uq",
  createCheckConstraint: "ck",
  createForeignKey: "fk",
  createExcludeConstraint: "ex",
} as const;

/** A constraint without a name gets one from PostgreSQL, which the generated downgrade does not know: it cannot drop it. */
export function adviseConstraintNames({ upgradeOps }: Comparison): readonly Advice[] {
  return upgradeOps.flatMap((operation, step): readonly Advice[] => {
    if (!isAddConstraint(operation.kind)) return [];
    const constraint = operation as AddConstraintOp;
    if (constraint.constraintName !== null) return [];
    const table = nameText(constraint.kind === "createForeignKey" ? constraint.sourceTable : constraint.tableName);
    const constraintName = [prefixes[constraint.kind], table, ...columnsOf(constraint)].join("_");
    const named = { ...constraint, constraintName };
    return [
      {
        kind: "constraintName",
        id: `constraintName:${constraintName}`,
        title: `A constraint of ${table} has no name`,
        explanation: `PostgreSQL will invent one, and the downgrade cannot drop what it cannot name. Call it ${constraintName}, in the model as well; a naming convention on the metadata names all of them by itself.`,
        edits: [
          { side: "upgrade", step, place: "instead", operations: [named] },
          { side: "downgrade", step, place: "instead", operations: [dropConstraintOf(named)] },
        ],
      },
    ];
  });
}

function isAddConstraint(kind: string): kind is keyof typeof prefixes {
  return kind in prefixes;
}

function columnsOf(constraint: AddConstraintOp): readonly string[] {
  switch (constraint.kind) {
    case "createPrimaryKey":
      return [];
    case "createUniqueConstraint":
      return constraint.columns;
    case "createForeignKey":
      return [...constraint.localCols, nameText(constraint.referentTable)];
    case "createCheckConstraint":
    case "createExcludeConstraint":
      return ["check"];
  }
}
