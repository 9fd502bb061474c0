import { nameText, type Name } from "../../../engine/schema/name.ts";
import { pythonLiteral, pythonString } from "./pythonLiteral.ts";

export interface PythonRenderOptions {
  /** Default `op.`. */
  readonly alembicModulePrefix?: string;
  /** Default `sa.`. */
  readonly sqlalchemyModulePrefix?: string;
  /** Puts the operations of one table into a `with op.batch_alter_table(...)` block. */
  readonly renderAsBatch?: boolean;
}

/** What the renderers share while one body is written. Source: alembic.autogenerate.api.AutogenContext. */
export interface PythonRenderContext {
  readonly op: string;
  readonly sa: string;
  readonly batch: boolean;
  /** Collects the import lines that the text needs. */
  readonly imports: Set<string>;
}

export function createRenderContext(options: PythonRenderOptions): PythonRenderContext {
  return {
    op: options.alembicModulePrefix ?? "op.",
    sa: options.sqlalchemyModulePrefix ?? "sa.",
    batch: false,
    imports: new Set(),
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
