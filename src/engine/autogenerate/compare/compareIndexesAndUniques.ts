import type { AddConstraintOp, CreateIndexOp } from "../../operations/operation.ts";
import type { ReflectedTable } from "../../reflection/reflectedTable.ts";
import type { UniqueConstraint } from "../../schema/constraint.ts";
import { ArgumentTypeError } from "../../ddl/ddlErrors.ts";
import { nameText } from "../../schema/name.ts";
import type { Index } from "../../schema/tableIndex.ts";
import type { ChangeRecorder } from "../changeRecorder.ts";
import { dropConstraintOf } from "../dropConstraintOf.ts";
import { dropIndexOf } from "../dropIndexOf.ts";
import type { Filters } from "../filters.ts";
import { finalName } from "../finalName.ts";
import type { ModelTable } from "../modelTable.ts";
import { createIndexOf, createUniqueOf } from "../operationsFromTable.ts";
import { pythonString, pythonTuple } from "../../pythonLiteral.ts";
import { compareIndex } from "./compareIndex.ts";
import { compareUnique } from "./compareUnique.ts";
import { isNone } from "../../isNone.ts";

const logger = "alembic.autogenerate.compare.constraints";

interface IndexSide {
  readonly kind: "index";
  readonly name: string;
  readonly item: Index;
}

interface UniqueSide {
  readonly kind: "unique";
  readonly name: string | null;
  readonly item: UniqueConstraint;
  /** The columns, sorted: what an unnamed constraint is known by. */
  readonly key: string;
}

type Side = IndexSide | UniqueSide;

/** Either side may be missing: a table that is created or dropped has its uniques inside. */
export interface IndexComparison {
  readonly recorder: ChangeRecorder;
  readonly filters: Filters;
  readonly name: string;
  readonly schema: string | null;
  readonly database: ReflectedTable | null;
  readonly model: ModelTable | null;
}

/** Source: alembic.autogenerate.compare.constraints._compare_indexes_and_uniques. */
export function compareIndexesAndUniques(comparison: IndexComparison): void {
  const { recorder, filters, name, schema, database, model } = comparison;
  const existing = new Map<string, Side>();
  const existingUniqueKeys = new Set<string>();
  for (const side of database === null ? [] : databaseSides(database, model !== null)) {
    const kind = side.kind === "index" ? "index" : "unique_constraint";
    if (!filters.includesName(side.name, kind, { tableName: name, schemaName: schema })) continue;
    existing.set(side.name ?? "", side);
    if (side.kind === "unique") existingUniqueKeys.add(side.key);
  }
  const wanted = new Map<string, Side>();
  const unnamed = new Map<string, UniqueSide>();
  for (const side of model === null ? [] : modelSides(model)) {
    if (side.name !== null) wanted.set(side.name, side);
    else if (side.kind === "unique") unnamed.set(side.key, side);
  }
  const emit = new IndexChanges(comparison);
  for (const key of sortedDifference(existing, wanted)) {
    const side = existing.get(key);
    if (side === undefined || (side.kind === "unique" && unnamed.has(side.key))) continue;
    emit.removed(side, `is in the database only`);
  }
  for (const key of [...existing.keys()].filter((candidate) => wanted.has(candidate)).sort()) {
    const [old, now] = [existing.get(key), wanted.get(key)];
    if (old === undefined || now === undefined) continue;
    if (old.kind !== now.kind) {
      const reason = `is ${title(old)} in the database, ${title(now)} in the model`;
      emit.removed(old, reason);
      emit.added(now, reason);
      continue;
    }
    const found =
      old.kind === "index" && now.kind === "index"
        ? compareIndex(now.item, old.item, name, recorder)
        : old.kind === "unique" && now.kind === "unique"
          ? compareUnique(now.item, old.item)
          : null;
    if (found?.kind === "different") emit.changed(old, now, found.reason);
    else if (found?.kind === "skipped") {
      const thing = old.kind === "index" ? "index" : "unique constraint";
      recorder.info(
        logger,
        `Cannot compare ${thing} ${pythonString(key)}, assuming equal and skipping. ${found.reason}`,
      );
    }
  }
  for (const key of sortedNames(sortedDifference(wanted, existing))) {
    const side = wanted.get(key);
    if (side !== undefined) emit.added(side, "is in the model only");
  }
  for (const key of [...unnamed.keys()].sort()) {
    const side = unnamed.get(key);
    if (side !== undefined && !existingUniqueKeys.has(key)) emit.added(side, "is in the model only");
  }
}

function sortedDifference(left: ReadonlyMap<string, unknown>, right: ReadonlyMap<string, unknown>): readonly string[] {
  return [...left.keys()].filter((key) => !right.has(key)).sort();
}

/** Alembic sorts names, and an index that a convention leaves without one cannot be sorted among others. */
function sortedNames(names: readonly string[]): readonly string[] {
  if (names.length > 1 && names.includes(""))
    throw new ArgumentTypeError("'<' not supported between instances of 'str' and 'NoneType'");
  return names;
}

function databaseSides(table: ReflectedTable, withUniques: boolean): readonly Side[] {
  const indexes = table.indexes.filter((index) => index.duplicatesConstraint !== true);
  return [
    ...(withUniques
      ? table.constraints.filter((constraint) => constraint.kind === "unique").map((item) => uniqueSide(item))
      : []),
    ...indexes.map((item): IndexSide => ({ kind: "index", name: item.name.name, item })),
  ];
}

function modelSides(table: ModelTable): readonly Side[] {
  return [
    ...table.constraints.filter((constraint) => constraint.kind === "unique").map((item) => uniqueSide(item)),
    ...table.indexes.map((item): IndexSide => ({
      kind: "index",
      name: item.name === null ? "" : finalName(item.name),
      item,
    })),
  ];
}

function uniqueSide(item: UniqueConstraint): UniqueSide {
  return {
    kind: "unique",
    name: isNone(item.name) ? null : finalName(item.name),
    item,
    key: JSON.stringify([...item.columns].sort()),
  };
}

function title(side: Side): string {
  return side.kind === "index" ? "an index" : "a unique constraint";
}

/** Says what was found as operations and log lines, where the filters let it. */
class IndexChanges {
  readonly #comparison: IndexComparison;

  constructor(comparison: IndexComparison) {
    this.#comparison = comparison;
  }

  added(side: Side, reason: string): void {
    const { recorder, filters, database, model } = this.#comparison;
    if (side.kind === "unique" && (database === null || model === null)) return;
    if (!filters.includesObject(side.item, itemName(side), filterKind(side), false, null)) return;
    recorder.change(this.#create(side, "model"), `${subject(side)} ${reason}`);
    const columns = side.kind === "index" ? columnNames(side.item) : side.item.columns;
    const thing = side.kind === "index" ? "index" : "unique constraint";
    recorder.info(logger, `Detected added ${thing} ${reprName(side)} on '${pythonTuple(columns)}'`);
  }

  removed(side: Side, reason: string): void {
    const { recorder, filters, name, database, model } = this.#comparison;
    if (side.kind === "unique" && (database === null || model === null)) return;
    if (!filters.includesObject(side.item, itemName(side), filterKind(side), true, null)) return;
    recorder.change(this.#drop(side), `${subject(side)} ${reason}`);
    const thing = side.kind === "index" ? "index" : "unique constraint";
    recorder.info(logger, `Detected removed ${thing} ${reprName(side)} on ${pythonString(name)}`);
  }

  changed(old: Side, now: Side, reason: string): void {
    const { recorder, filters, name } = this.#comparison;
    if (!filters.includesObject(now.item, itemName(now), filterKind(now), false, old.item)) return;
    const thing = old.kind === "index" ? "index" : "unique constraint";
    recorder.info(logger, `Detected changed ${thing} ${reprName(old)} on ${pythonString(name)}: ${reason}`);
    recorder.change(this.#drop(old), `${subject(old)} differs: ${reason}`);
    recorder.change(this.#create(now, "model"), `${subject(now)} differs: ${reason}`);
  }

  #drop(side: Side): ReturnType<typeof dropIndexOf> | ReturnType<typeof dropConstraintOf> {
    const created = this.#create(side, "database");
    return created.kind === "createIndex" ? dropIndexOf(created) : dropConstraintOf(created);
  }

  #create(side: Side, from: "database" | "model"): CreateIndexOp | AddConstraintOp {
    const { name, database, model } = this.#comparison;
    const schema = (from === "database" ? database?.schema : model?.schema) ?? null;
    return side.kind === "index" ? createIndexOf(name, schema, side.item) : createUniqueOf(name, schema, side.item);
  }
}

function itemName(side: Side): string | null {
  return isNone(side.item.name) ? null : nameText(side.item.name);
}

function reprName(side: Side): string {
  const name = itemName(side);
  return name === null ? "None" : pythonString(name);
}

function filterKind(side: Side): "index" | "unique_constraint" {
  return side.kind === "index" ? "index" : "unique_constraint";
}

function subject(side: Side): string {
  const columns = side.kind === "index" ? columnNames(side.item) : side.item.columns;
  return `${side.kind === "index" ? "index" : "unique constraint"} ${itemName(side) ?? `on (${columns.join(", ")})`}`;
}

/** The columns of an index as SQLAlchemy counts them: each once, text not at all. */
function columnNames(index: Index): readonly string[] {
  const names = index.columns.flatMap((column) => {
    if (typeof column === "string") return [column];
    switch (column.kind) {
      case "column":
        return [column.name];
      case "literalColumn":
        return [column.text];
      case "text":
        return [];
    }
  });
  return [...new Set(names)];
}
