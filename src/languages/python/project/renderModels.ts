import type { MetaData } from "../../../engine/schema/metadata.ts";
import { nameText } from "../../../engine/schema/name.ts";
import type { Table } from "../../../engine/schema/table.ts";
import { pythonLiteral, pythonString } from "../../../engine/pythonLiteral.ts";
import { createRenderContext, type PythonRenderContext } from "../render/pythonRenderContext.ts";
import { renderTableOptions } from "../render/renderCreateTable.ts";
import { renderIndex, renderWholeColumn, renderWholeConstraint } from "./renderSchemaItem.ts";

/**
 * `models.py`: a class for each table with a primary key, a plain table for each other one.
 * @param base where `Base` stands: in the text itself, or in `database.py`, as the page's own projects have it
 */
export function renderModels(metadata: MetaData, base: "here" | "database.py" = "here"): string {
  const context = createRenderContext({});
  const classes = new Set<string>(["Base"]);
  const tables = metadata.tables.flatMap((table) => ["", "", ...tableLines(table, classes, context)]);
  return [
    "import sqlalchemy as sa",
    ...[...context.imports].sort(),
    ...(base === "here"
      ? ["from sqlalchemy.orm import declarative_base", "", registers, declaredBase(metadata)]
      : ["", registers, "from database import Base"]),
    ...tables,
    "",
  ].join("\n");
}

const registers = "# Every model below registers its table in Base.metadata; alembic/env.py imports it from here.";

function declaredBase({ namingConvention = {}, schema }: MetaData): string {
  const settings = [
    ...(Object.keys(namingConvention).length === 0 ? [] : [`naming_convention=${pythonLiteral(namingConvention)}`]),
    ...(schema === undefined || schema === null ? [] : [`schema=${pythonString(schema)}`]),
  ];
  return settings.length === 0
    ? "Base = declarative_base()"
    : `Base = declarative_base(metadata=sa.MetaData(${settings.join(", ")}))`;
}

function tableLines(table: Table, classes: Set<string>, context: PythonRenderContext): readonly string[] {
  const name = nameText(table.name);
  const keyed =
    table.columns.some(({ primaryKey }) => primaryKey === true) ||
    table.constraints.some((constraint) => constraint.kind === "primaryKey" && constraint.columns.length > 0);
  const items = [
    ...table.constraints.map((constraint) => renderWholeConstraint(constraint, context)),
    ...table.indexes.map((index) => renderIndex(index, context)),
  ].filter((item) => item !== "");
  const options = renderTableOptions({ kind: "createTable", tableName: table.name, ...table });
  if (!keyed) {
    const variable = identifier(name, "table_");
    classes.add(variable);
    return [
      `${variable} = sa.Table(`,
      `    ${pythonString(name)},`,
      "    Base.metadata,",
      ...[...table.columns.map((column) => renderWholeColumn(column, context)), ...items, ...options].map(
        (item) => `    ${item},`,
      ),
      ")",
    ];
  }
  const className = freeName(identifier(camelCase(name), "Table"), classes);
  const argumentsOfTable = [
    ...items.map((item) => `        ${item},`),
    ...(options.length === 0 ? [] : [`        {${options.map(keyword).join(", ")}},`]),
  ];
  const attributes = new Set(["metadata", "registry"]);
  return [
    `class ${className}(Base):`,
    `    __tablename__ = ${pythonString(name)}`,
    ...(argumentsOfTable.length === 0 ? [] : ["    __table_args__ = (", ...argumentsOfTable, "    )"]),
    "",
    ...table.columns.map((column) => {
      const columnName = nameText(column.name);
      const attribute = freeName(identifier(columnName, "column_"), attributes);
      return `    ${attribute} = ${renderWholeColumn(column, context, attribute !== columnName)}`;
    }),
  ];
}

/** `schema='x'` as an entry of a dictionary. */
function keyword(option: string): string {
  const end = option.indexOf("=");
  return `${pythonString(option.slice(0, end))}: ${option.slice(end + 1)}`;
}

function camelCase(name: string): string {
  return name
    .split(/[^\p{L}\p{N}]+/u)
    .map((part) => part.slice(0, 1).toUpperCase() + part.slice(1))
    .join("");
}

const keywords = new Set(
  "False None True and as assert async await break class continue def del elif else except finally for from global if import in is lambda nonlocal not or pass raise return try while with yield match case type sa postgresql Base declarative_base".split(
    " ",
  ),
);

/** The name as Python may write it. */
function identifier(name: string, prefix: string): string {
  const plain = name.replace(/[^A-Za-z0-9_]/g, "_");
  if (plain.replaceAll("_", "") === "" || /^[0-9]/.test(plain)) return `${prefix}${plain}`;
  // A name that begins with two underscores is changed by Python inside of a class.
  if (plain.startsWith("__")) return `${prefix}${plain.replace(/^_+/, "")}`;
  return keywords.has(plain) ? `${plain}_` : plain;
}

function freeName(name: string, taken: Set<string>): string {
  let free = name;
  for (let number = 2; taken.has(free); number++) free = `${name}_${number}`;
  taken.add(free);
  return free;
}
