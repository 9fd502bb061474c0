import type { ForeignKeyConstraint } from "../../schema/constraint.ts";
import { nameText } from "../../schema/name.ts";
import { dropConstraintOf } from "../dropConstraintOf.ts";
import { createForeignKeyOf } from "../operationsFromTable.ts";
import { splitReference } from "../splitReference.ts";
import type { TableComparison } from "./tableComparison.ts";
import { isNone } from "../../isNone.ts";

const logger = "alembic.autogenerate.compare.constraints";

interface ForeignKeySide {
  readonly constraint: ForeignKeyConstraint;
  readonly name: string | null;
  readonly columns: readonly string[];
  readonly remote: readonly string[];
  readonly table: string;
  readonly options: string;
  readonly key: string;
}

/**
 * Foreign keys by columns, target and options; names and MATCH do not count. Options only where the table has a foreign key in the database:
 * that is how Alembic learns that the database can tell them.
 * Source: alembic.autogenerate.compare.constraints._compare_foreign_keys.
 */
export function compareForeignKeys({ recorder, filters, name, schema, database, model }: TableComparison): void {
  const existing = new Map<string, ForeignKeySide>();
  for (const constraint of database.constraints) {
    if (constraint.kind !== "foreignKey") continue;
    const keyName = isNone(constraint.name) ? null : nameText(constraint.name);
    if (!filters.includesName(keyName, "foreign_key_constraint", { tableName: name, schemaName: schema })) continue;
    const side = sideOf(constraint, database.schema, name, null, true);
    existing.set(side.key, side);
  }
  const wanted = new Map<string, ForeignKeySide>();
  for (const constraint of model.constraints) {
    if (constraint.kind !== "foreignKey") continue;
    const side = sideOf(constraint, model.schema, name, model.metadataSchema, existing.size > 0);
    wanted.set(side.key, side);
  }
  const removed = [...existing.values()]
    .filter((side) => !wanted.has(side.key))
    .sort((left, right) => compareText(left.name ?? "", right.name ?? ""));
  const added = [...wanted.values()].filter((side) => !existing.has(side.key)).sort(byColumns);
  for (const side of removed) {
    const compareTo = side.name === null ? undefined : [...wanted.values()].find((other) => other.name === side.name);
    if (
      !filters.includesObject(side.constraint, side.name, "foreign_key_constraint", true, compareTo?.constraint ?? null)
    )
      continue;
    const reason = reasonFor(side, [...wanted.values()], "database");
    recorder.change(
      dropConstraintOf(createForeignKeyOf(name, database.schema, null, asCompared(side.constraint))),
      reason,
    );
    recorder.info(logger, `Detected removed foreign key ${place(side, database.schema, name)}`);
  }
  for (const side of added) {
    const compareTo = side.name === null ? undefined : [...existing.values()].find((other) => other.name === side.name);
    if (
      !filters.includesObject(
        side.constraint,
        side.name,
        "foreign_key_constraint",
        false,
        compareTo?.constraint ?? null,
      )
    )
      continue;
    const reason = reasonFor(side, [...existing.values()], "model");
    recorder.change(createForeignKeyOf(name, model.schema, model.metadataSchema, side.constraint), reason);
    recorder.info(logger, `Detected added foreign key ${place(side, model.schema, name)}`);
  }
}

/** What Alembic carries over from a reflected foreign key: MATCH and NOT VALID are lost. Source: alembic.autogenerate.compare.constraints._make_foreign_key. */
function asCompared(constraint: ForeignKeyConstraint): ForeignKeyConstraint {
  const { match: _match, notValid: _notValid, ...rest } = constraint;
  return rest;
}

function sideOf(
  constraint: ForeignKeyConstraint,
  schema: string | null,
  table: string,
  metadataSchema: string | null,
  withOptions: boolean,
): ForeignKeySide {
  const targets = constraint.refs.map((reference) => splitReference(reference, metadataSchema));
  const target = targets[0];
  const remote = targets.map((reference) => reference.column);
  const options = [
    action(constraint.onUpdate),
    action(constraint.onDelete),
    constraint.initially?.toLowerCase() === "deferred"
      ? "initially_deferrable"
      : constraint.deferrable
        ? "deferrable"
        : "not deferrable",
  ].join(" ");
  return {
    constraint,
    name: isNone(constraint.name) ? null : nameText(constraint.name),
    columns: constraint.columns,
    remote,
    table: target?.table ?? "",
    options,
    key: JSON.stringify([
      schema,
      table,
      constraint.columns,
      target?.schema ?? null,
      target?.table,
      remote,
      withOptions ? options : "",
    ]),
  };
}

function action(text: string | undefined): string {
  const lowered = text?.toLowerCase() ?? "";
  return lowered === "no action" ? "" : lowered;
}

function byColumns(left: ForeignKeySide, right: ForeignKeySide): number {
  return (
    compareLists(left.columns, right.columns) ||
    compareText(left.table, right.table) ||
    compareLists(left.remote, right.remote) ||
    compareText(left.name ?? "", right.name ?? "")
  );
}

function compareLists(left: readonly string[], right: readonly string[]): number {
  for (const [place, text] of left.entries()) {
    const other = right[place];
    if (other === undefined) return 1;
    if (text !== other) return compareText(text, other);
  }
  return left.length - right.length;
}

function compareText(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

function place(side: ForeignKeySide, schema: string | null, table: string): string {
  return `(${side.columns.join(", ")})(${side.remote.join(", ")}) on table ${schema === null ? "" : `${schema}.`}${table}`;
}

function reasonFor(side: ForeignKeySide, others: readonly ForeignKeySide[], where: "database" | "model"): string {
  const twin = others.find(
    (other) =>
      other.table === side.table &&
      other.columns.join() === side.columns.join() &&
      other.remote.join() === side.remote.join(),
  );
  const target = `(${side.columns.join(", ")}) to ${side.table} (${side.remote.join(", ")})`;
  if (twin === undefined || twin.options === side.options) return `the foreign key ${target} is in the ${where} only`;
  const [database, model] = where === "database" ? [side, twin] : [twin, side];
  return `the foreign key ${target} is '${database.options.trim()}' in the database, '${model.options.trim()}' in the model`;
}
