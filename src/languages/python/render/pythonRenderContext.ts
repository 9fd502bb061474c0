import { nameText, type Name } from "../../../engine/schema/name.ts";
import { readRenderedItem } from "../../../engine/readRenderedItem.ts";
import type { RenderedItem, RenderedItemKind, RenderItemFunction } from "../../../engine/userFunctions.ts";
import { pythonLiteral, pythonString } from "../../../engine/pythonLiteral.ts";

export interface PythonRenderOptions {
  /** Default `op.`. */
  readonly alembicModulePrefix?: string;
  /** Default `sa.`. */
  readonly sqlalchemyModulePrefix?: string;
  /** What stands before a type of the project's own; default the module that defines it. */
  readonly userModulePrefix?: string;
  /** Puts the operations of one table into a `with op.batch_alter_table(...)` block. */
  readonly renderAsBatch?: boolean;
  readonly renderItem?: RenderItemFunction;
}

/** What the renderers share while one body is written. Source: alembic.autogenerate.api.AutogenContext. */
export interface PythonRenderContext {
  readonly op: string;
  readonly sa: string;
  readonly userModulePrefix: string | null;
  readonly batch: boolean;
  /** Collects the import lines that the text needs. */
  readonly imports: Set<string>;
  /** The text that env's `renderItem` gives an item, null to leave it out, false to render it as usual. */
  readonly renderItem: (kind: RenderedItemKind, item: RenderedItem) => string | null | false;
}

export function createRenderContext(options: PythonRenderOptions): PythonRenderContext {
  const imports = new Set<string>();
  return {
    op: options.alembicModulePrefix ?? "op.",
    sa: options.sqlalchemyModulePrefix ?? "sa.",
    userModulePrefix: options.userModulePrefix ?? null,
    batch: false,
    imports,
    renderItem(kind, item) {
      const rendered = readRenderedItem(options.renderItem, kind, item);
      if (rendered === null || rendered === false) return rendered;
      for (const line of rendered.imports) imports.add(line);
      return rendered.text;
    },
  };
}

/** A constraint's or index's name: `op.f('...')` where it is final. */
export function renderName(name: Name | null | undefined, context: PythonRenderContext): string {
  if (name === null || name === undefined) return "None";
  const text = pythonString(nameText(name));
  return typeof name !== "string" && name.kind === "f" ? `${context.op}f(${text})` : text;
}

/** A table's or column's name, which is never wrapped. */
export function renderIdentifier(name: Name | null | undefined): string {
  return name === null || name === undefined ? "None" : pythonString(nameText(name));
}

export function renderIdentifiers(names: readonly Name[]): string {
  return pythonLiteral(names.map(nameText));
}

export function requirePostgresql(context: PythonRenderContext): string {
  context.imports.add("from sqlalchemy.dialects import postgresql");
  return "postgresql.";
}
