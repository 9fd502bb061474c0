import type { CheckConstraint } from "../../schema/constraint.ts";
import type { ReflectedCheck } from "../../reflection/reflectedTable.ts";
import { nameText } from "../../schema/name.ts";
import { dropConstraintOf } from "../dropConstraintOf.ts";
import { finalName } from "../finalName.ts";
import { createCheckOf } from "../operationsFromTable.ts";
import { pythonString } from "../../pythonLiteral.ts";
import type { TableComparison } from "./tableComparison.ts";
import { isNone } from "../../isNone.ts";

const logger = "alembic.autogenerate.compare.check_constraints";

/**
 * Named CHECK constraints by their names alone; their texts are not compared.
 * Source: alembic.autogenerate.compare.check_constraints._compare_check_constraints.
 */
export function compareCheckConstraints({ recorder, filters, name, schema, database, model }: TableComparison): void {
  const existing = new Map<string, CheckConstraint>();
  for (const constraint of database.constraints) {
    if (constraint.kind !== "check" || isNone(constraint.name)) continue;
    const checkName = nameText(constraint.name);
    if (!filters.includesName(checkName, "check_constraint", { tableName: name, schemaName: schema })) continue;
    warnOfOptions(constraint, recorder);
    existing.set(checkName, constraint);
  }
  const wanted = new Map<string, CheckConstraint>();
  for (const constraint of model.checks) {
    if (!isNone(constraint.name)) wanted.set(finalName(constraint.name), constraint);
  }
  for (const checkName of [...existing.keys()].filter((key) => !wanted.has(key)).sort()) {
    const constraint = existing.get(checkName);
    if (constraint === undefined || !filters.includesObject(constraint, checkName, "check_constraint", true, null))
      continue;
    recorder.change(
      dropConstraintOf(createCheckOf(name, database.schema, constraint)),
      `check constraint ${checkName} is in the database only`,
    );
    recorder.info(
      logger,
      `Detected removed check constraint ${pythonString(checkName)} on table ${pythonString(name)}`,
    );
  }
  for (const checkName of [...wanted.keys()].filter((key) => !existing.has(key)).sort()) {
    const constraint = wanted.get(checkName);
    if (constraint === undefined || !filters.includesObject(constraint, checkName, "check_constraint", false, null))
      continue;
    recorder.change(
      createCheckOf(name, model.schema, constraint),
      `check constraint ${checkName} is in the model only`,
    );
    recorder.info(logger, `Detected added check constraint ${pythonString(checkName)} on table ${pythonString(name)}`);
  }
}

/** SQLAlchemy cannot hold these options and says so. */
function warnOfOptions(constraint: ReflectedCheck, recorder: TableComparison["recorder"]): void {
  const options = [constraint.notValid ? "not_valid" : null, constraint.noInherit ? "no_inherit" : null].filter(
    (option) => option !== null,
  );
  if (options.length === 0) return;
  for (const option of ["dialect_options", ...options]) {
    recorder.warn(
      `Can't validate argument '${option}'; can't locate any SQLAlchemy dialect named '${option.split("_")[0]}'`,
      "SAWarning",
    );
  }
}
