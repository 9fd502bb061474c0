import { InvalidRequestError } from "./schemaErrors.ts";
import { nameText } from "./name.ts";
import type { Name } from "./name.ts";
import type { NamingConvention } from "./metadata.ts";

/** The convention of a MetaData that was given none. */
export const DEFAULT_NAMING_CONVENTION: NamingConvention = { ix: "ix_%(column_0_label)s" };

export type ConventionKey = "ix" | "uq" | "ck" | "fk" | "pk";

/** What the tokens of a convention can ask about a constraint or an index. */
export interface NamedObject {
  readonly key: ConventionKey;
  readonly name?: Name | null | undefined;
  readonly tableName: Name;
  readonly schema?: Name | null | undefined;
  readonly columns: readonly string[];
  /** Of a foreign key: `[schema.]table.column`. */
  readonly refs?: readonly string[];
}

/**
 * The final name of a constraint or index: the given one, or what the convention makes; null when there is none.
 * A name that the convention made is a FormattedName. Throws InvalidRequestError where the convention needs a name that is not given.
 * Source: sqlalchemy.sql.naming.
 */
export function resolveName(
  object: NamedObject,
  convention: NamingConvention = DEFAULT_NAMING_CONVENTION,
): Name | null {
  const given = object.name ?? null;
  if (given !== null && typeof given !== "string" && given.kind === "f") return given;
  const template = convention[object.key];
  if (template === undefined || (given !== null && !template.includes("constraint_name"))) return given;
  return { kind: "f", name: format(template, object) };
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

function columnToken(key: string, object: NamedObject): string {
  const found = /^(?<owner>.*_?)column_(?<index>\d+)(?<many>_?N)?_(?<what>.+)$/.exec(key)?.groups;
  const values =
    found === undefined ? undefined : columnValues(`${found["owner"] ?? ""}${found["what"] ?? ""}`, object);
  if (found === undefined || values === undefined)
    throw new InvalidRequestError(`Naming convention token '${key}' is not known.`);
  if (found["many"] !== undefined) return values.join(found["many"].startsWith("_") ? "_" : "");
  return values[Number(found["index"])] ?? "";
}

function columnValues(what: string, object: NamedObject): readonly string[] | undefined {
  switch (what) {
    case "name":
    case "key":
      return object.columns;
    case "label":
      return object.columns.map((column) => label(column, object));
    case "referred_name":
      return (object.refs ?? []).map((ref) => ref.slice(ref.lastIndexOf(".") + 1));
    default:
      return undefined;
  }
}

function label(column: string, object: NamedObject): string {
  const schema = object.schema === null || object.schema === undefined ? "" : nameText(object.schema);
  return [...(schema === "" ? [] : [schema.replaceAll(".", "_")]), nameText(object.tableName), column].join("_");
}

function referredTable(object: NamedObject): string {
  const parts = (object.refs?.[0] ?? "").split(".");
  return parts[parts.length - 2] ?? "";
}
