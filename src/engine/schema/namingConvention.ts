import { InvalidRequestError, UnknownTokenError, UnpackError } from "./schemaErrors.ts";
import { nameText } from "./name.ts";
import type { Name } from "./name.ts";
import type { NamingConvention } from "./metadata.ts";

/** The convention of a MetaData that was given none, or an empty one. */
export const DEFAULT_NAMING_CONVENTION: NamingConvention = { ix: "ix_%(column_0_label)s" };

export type ConventionKey = "ix" | "uq" | "ck" | "fk" | "pk";

/** A column of a constraint or an index, as the tokens of a convention see it. */
export interface NamedColumn {
  readonly name: string;
  /** `belongs` to the table, stands `alone`, or is a `literal` of SQL, which has no label. */
  readonly kind: "belongs" | "alone" | "literal";
}

/** What the tokens of a convention can ask about a constraint or an index. */
export interface NamedObject {
  readonly key: ConventionKey;
  readonly name?: Name | null | undefined;
  readonly tableName: Name;
  readonly schema?: Name | null | undefined;
  readonly columns: readonly NamedColumn[];
  /** Of a foreign key: `[schema.]table.column`. */
  readonly refs?: readonly string[];
}

/** Columns of the table itself. */
export function ownColumns(names: readonly string[]): readonly NamedColumn[] {
  return names.map((name) => ({ name, kind: "belongs" }));
}

/**
 * The final name of a constraint or index: the given one, or what the convention makes; null when there is none.
 * A name that the convention made is a FormattedName. Throws InvalidRequestError where the convention needs a name that is not given, and
 * UnknownTokenError. Source: sqlalchemy.sql.naming.
 */
export function resolveName(object: NamedObject, convention: NamingConvention = {}): Name | null {
  const given = object.name ?? null;
  if (given !== null && typeof given !== "string" && given.kind === "f") return given;
  const template = orDefault(convention)[object.key];
  if (template === undefined || (given !== null && !template.includes("constraint_name"))) return given;
  return { kind: "f", name: format(template, object) };
}

function orDefault(convention: NamingConvention): NamingConvention {
  return Object.keys(convention).length === 0 ? DEFAULT_NAMING_CONVENTION : convention;
}

function format(template: string, object: NamedObject): string {
  return template.replaceAll(/%(?:\((?<key>[^)]*)\)s|%)/g, (match, key: string | undefined) =>
    match === "%%" || key === undefined ? "%" : token(key, object),
  );
}

function token(key: string, object: NamedObject): string {
  switch (key) {
    case "table_name":
      return nameText(object.tableName);
    case "referred_table_name":
      return referredTable(object);
    case "constraint_name":
      if (object.name === null || object.name === undefined) {
        throw new InvalidRequestError(
          "Naming convention including %(constraint_name)s token requires that constraint is explicitly named.",
        );
      }
      return nameText(object.name);
    default:
      return columnToken(key, object);
  }
}

/** `column_0_name`, `column_0_N_name`, `column_0N_name` and the like. */
function columnToken(key: string, object: NamedObject): string {
  const found = /^(referred_)?column_(\d+)(_?N)?_(name|key|label)$/.exec(key);
  const what = `${found?.[1] ?? ""}${found?.[4] ?? ""}`;
  const texts = found === null ? undefined : columnTexts(what, object);
  if (found === null || texts === undefined) throw new UnknownTokenError(key);
  const many = found[3];
  if (many === undefined) return texts.length > Number(found[2]) ? (texts[Number(found[2])] ?? "None") : "";
  const missing = texts.indexOf(null);
  if (missing >= 0) throw new TypeError(`sequence item ${missing}: expected str instance, NoneType found`);
  return texts.join(many.startsWith("_") ? "_" : "");
}

function columnTexts(what: string, object: NamedObject): readonly (string | null)[] | undefined {
  switch (what) {
    case "name":
    case "key":
      return object.columns.map((column) => column.name);
    case "label":
      return object.columns.map((column) => label(column, object));
    case "referred_name":
      return (object.refs ?? []).map((ref) => ref.slice(ref.lastIndexOf(".") + 1));
    default:
      return undefined;
  }
}

function label(column: NamedColumn, object: NamedObject): string | null {
  if (column.kind === "literal") return null;
  if (column.kind === "alone") return column.name;
  const schema = object.schema === null || object.schema === undefined ? "" : nameText(object.schema);
  return [...(schema === "" ? [] : [schema.replaceAll(".", "_")]), nameText(object.tableName), column.name].join("_");
}

function referredTable(object: NamedObject): string {
  const parts = (object.refs?.[0] ?? "").split(".");
  if (parts.length > 3) throw new UnpackError();
  return parts[parts.length - 2] ?? "";
}
