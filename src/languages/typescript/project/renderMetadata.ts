import type { MetaData } from "../../../engine/schema/metadata.ts";
import { nameText } from "../../../engine/schema/name.ts";
import type { Table } from "../../../engine/schema/table.ts";
import { modelsFile } from "../render/modelsFile.ts";
import { freeName, modelName } from "../render/modelName.ts";
import { createRenderContext, type TypeScriptRenderContext } from "../render/renderContext.ts";
import { literals, renderColumn, renderConstraint, renderIndex, renderName } from "../render/renderSchemaItem.ts";
import { call, literal, optionsObject, printNode, type SourceNode } from "../render/sourceNode.ts";

/** `database.ts`: the base with the metadata's own settings. */
export function renderBase({ schema, namingConvention }: MetaData): string {
  const settings = optionsObject({
    namingConvention: Object.keys(namingConvention ?? {}).length === 0 ? undefined : literal(namingConvention),
    schema: literal(schema ?? undefined),
  });
  const base =
    settings === undefined
      ? "declarativeBase()"
      : printNode(
          call("declarativeBase", { kind: "object", entries: [["metadata", call("new MetaData", settings)]] }),
          0,
          20,
          1,
        );
  return `import { ${settings === undefined ? "" : "MetaData, "}declarativeBase } from "sqlalchemy";

// Every model registers its table in Base.metadata.
export const Base = ${base};
`;
}

/** `models.ts`: a model for each table. */
export function renderMetadata({ tables }: MetaData): string {
  const context = createRenderContext({});
  const names = new Set(["Base", "sa", "postgresql"]);
  const models = tables.map((table) => {
    const head = `export const ${freeName(modelName(nameText(table.name)), names)} = `;
    return `${head}${printNode(tableNode(table, context), 0, head.length, 1)};`;
  });
  return modelsFile(context.imports, models);
}

function tableNode(table: Table, context: TypeScriptRenderContext): SourceNode {
  const { name, columns, constraints, indexes, ...options } = table;
  const items = [
    ...constraints.map((constraint) => renderConstraint(constraint, context)),
    ...indexes.map((index) => renderIndex(index, context)),
    optionsObject(literals(options)),
  ].filter((item) => item !== undefined);
  const plain = typeof name === "string" && columns.every((column) => typeof column.name === "string");
  const rendered = columns.map((column) => renderColumn(column, context) ?? "");
  if (!plain) return expanded(call("sa.Table", renderName(name, context), "Base.metadata", ...rendered, ...items));
  const fields: SourceNode = {
    kind: "object",
    entries: rendered.map((node, index) => [nameText(columns[index]?.name ?? ""), withoutName(node)]),
  };
  const model = call("Base.model", renderName(name, context), fields, ...items);
  return items.length === 0 ? model : expanded(model);
}

function expanded(node: SourceNode): SourceNode {
  return typeof node === "object" && node.kind === "call" ? { ...node, expanded: true } : node;
}

/** The column's key is its name already. */
function withoutName(node: SourceNode): SourceNode {
  return typeof node === "object" && node.kind === "call" ? { ...node, args: node.args.slice(1) } : node;
}
