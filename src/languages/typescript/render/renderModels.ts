import type { Column, ForeignKey } from "../../../engine/schema/column.ts";
import type { Constraint, ForeignKeyConstraint } from "../../../engine/schema/constraint.ts";
import { nameText } from "../../../engine/schema/name.ts";
import type { ReflectedColumn, ReflectedTable } from "../../../engine/reflection/reflectedTable.ts";
import { modelsFile } from "./modelsFile.ts";
import { freeName, modelName } from "./modelName.ts";
import { createRenderContext, type TypeScriptRenderContext } from "./renderContext.ts";
import { literals, renderColumn, renderConstraint, renderIndex } from "./renderSchemaItem.ts";
import { optionsObject, printNode, type SourceNode } from "./sourceNode.ts";

/** What the database holds as the text of models.ts. Names that PostgreSQL itself would give are left out. */
export function renderModels(tables: readonly ReflectedTable[]): string {
  const context = createRenderContext({});
  const names = new Set(["Base", "sa", "postgresql"]);
  const models = tables.map((table) => model(table, freeName(modelName(table.name), names), context));
  return modelsFile(context.imports, models);
}

function model(table: ReflectedTable, variable: string, context: TypeScriptRenderContext): string {
  const { schema, comment } = table;
  const onColumns = table.constraints.map((constraint) => ({ constraint, column: columnOf(constraint, table) }));
  const columns = table.columns.map((column): readonly [string, SourceNode] => {
    const own = onColumns.flatMap(({ constraint, column: name }) => (name === column.name ? [constraint] : []));
    const node = renderColumn(modelColumn(column, own, table), context) ?? "";
    const key = /^[A-Za-z_$][\w$]*$/.test(column.name) ? column.name : JSON.stringify(column.name);
    return [key.startsWith('"') ? column.name : key, withoutName(node)];
  });
  const items = [
    ...onColumns.flatMap(({ constraint, column }) =>
      column === null ? [renderConstraint(named(constraint), context)] : [],
    ),
    ...table.indexes
      .filter((index) => index.duplicatesConstraint !== true)
      .map(({ duplicatesConstraint: _made, ...index }) =>
        renderIndex({ ...index, name: nameText(index.name) }, context),
      ),
    optionsObject(
      literals({
        ...(schema === null ? {} : { schema }),
        ...(comment ? { comment } : {}),
        ...(table.partitionBy === undefined ? {} : { partitionBy: table.partitionBy }),
      }),
    ),
  ];
  const head = `export const ${variable} = `;
  const fields: SourceNode = { kind: "object", entries: columns };
  const name = JSON.stringify(table.name);
  const further = items.filter((item) => item !== undefined);
  if (further.length === 0 && columns.length > 0)
    return `${head}Base.model(${name}, ${printNode(fields, 0, Number.POSITIVE_INFINITY, 0)});`;
  const node: SourceNode = { kind: "call", callee: "Base.model", args: [name, fields, ...further], expanded: true };
  return `${head}${printNode(node, 0, head.length, 1)};`;
}

/** The column's key is its name already. */
function withoutName(node: SourceNode): SourceNode {
  return typeof node === "object" && node.kind === "call" ? { ...node, args: node.args.slice(1) } : node;
}

function modelColumn(column: ReflectedColumn, own: readonly Constraint[], table: ReflectedTable): Column {
  const { name, type, nullable, serverDefault, serialSequence, identity, computed, comment } = column;
  const primaryKey = own.some(({ kind }) => kind === "primaryKey") || isWholeKey(column, table);
  const foreignKeys = own.flatMap((constraint) =>
    constraint.kind === "foreignKey" ? [foreignKey(constraint, table)] : [],
  );
  return {
    name,
    type: { ...type, name: usualTypes[type.name] ?? type.name },
    ...(foreignKeys.length === 0 ? {} : { foreignKeys }),
    ...(primaryKey ? { primaryKey: true } : nullable ? {} : { nullable: false }),
    ...(serverDefault === undefined || serialSequence !== undefined ? {} : { serverDefault }),
    ...(primaryKey && !column.autoincrement && isInteger(column) && foreignKeys.length === 0
      ? { autoincrement: false }
      : {}),
    ...(own.some(({ kind }) => kind === "unique") ? { unique: true } : {}),
    ...(identity === undefined ? {} : { identity }),
    ...(computed === undefined ? {} : { computed }),
    ...(comment ? { comment } : {}),
  };
}

/** What people write for the types that PostgreSQL's catalogs name. */
const usualTypes: Readonly<Record<string, string>> = {
  INTEGER: "Integer",
  BIGINT: "BigInteger",
  SMALLINT: "SmallInteger",
  TEXT: "Text",
  VARCHAR: "String",
  BOOLEAN: "Boolean",
  NUMERIC: "Numeric",
  DATE: "Date",
};

function isInteger({ type }: Column): boolean {
  return /^(INTEGER|BIGINT|SMALLINT)$/.test(type.name);
}

/** A key of several columns under PostgreSQL's own name is said by each of its columns. */
function isWholeKey(column: Column, table: ReflectedTable): boolean {
  return table.constraints.some(
    (constraint) =>
      constraint.kind === "primaryKey" &&
      isUsualName(constraint, table) &&
      constraint.columns.includes(nameText(column.name)),
  );
}

/** The column that can say a constraint by itself; "" where all columns of a key do, null where the table has to. */
function columnOf(constraint: Constraint, table: ReflectedTable): string | null {
  const plain = (rest: object): boolean =>
    Object.values(rest).every(
      (value) => value === undefined || value === false || (Array.isArray(value) && value.length === 0),
    );
  switch (constraint.kind) {
    case "primaryKey": {
      const { kind: _k, name: _n, columns, ...rest } = constraint;
      if (!isUsualName(constraint, table) || !plain(rest)) return null;
      return columns.length === 1 ? (columns[0] ?? null) : "";
    }
    case "unique": {
      const { kind: _k, name: _n, columns, ...rest } = constraint;
      return columns.length === 1 && isUsualName(constraint, table) && plain(rest) ? (columns[0] ?? null) : null;
    }
    case "foreignKey":
      return constraint.columns.length === 1 && constraint.notValid !== true ? (constraint.columns[0] ?? null) : null;
    case "check":
    case "exclude":
      return null;
  }
}

/** Whether PostgreSQL would give the name by itself. */
function isUsualName(constraint: Constraint, { name }: ReflectedTable): boolean {
  const given = constraint.name === null || constraint.name === undefined ? null : nameText(constraint.name);
  switch (constraint.kind) {
    case "primaryKey":
      return given === null || given === `${name}_pkey`;
    case "unique":
      return given === null || given === `${name}_${constraint.columns.join("_")}_key`;
    case "foreignKey":
      return given === null || given === `${name}_${constraint.columns.join("_")}_fkey`;
    case "check":
    case "exclude":
      return given === null;
  }
}

function foreignKey(constraint: ForeignKeyConstraint, table: ReflectedTable): ForeignKey {
  const { kind: _k, name, columns: _c, refs, notValid: _v, ...options } = constraint;
  const [target = ""] = refs;
  return {
    target,
    ...options,
    ...(isUsualName(constraint, table) || name === null || name === undefined ? {} : { name: nameText(name) }),
  };
}

function named(constraint: Constraint): Constraint {
  return constraint.name === null || constraint.name === undefined
    ? constraint
    : { ...constraint, name: nameText(constraint.name) };
}
