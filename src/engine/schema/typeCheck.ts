import { nameText } from "./name.ts";
import type { Column } from "./column.ts";
import type { Name } from "./name.ts";

/** The CHECK that an Enum brings which PostgreSQL keeps as text: the column holds one of the values. */
export interface TypeCheck {
  readonly kind: "typeCheck";
  readonly name: Name | null;
  readonly column: string;
  readonly values: readonly string[];
  /** The Enum is the item of an array, for which there is no such CHECK. */
  readonly inArray: boolean;
}

/** The check of a column's type; undefined where it has none. A Boolean has none: PostgreSQL's own is used. Source: sqlalchemy.sql.sqltypes.Enum. */
export function typeCheckOf(column: Column): TypeCheck | undefined {
  const type = column.type.variants?.["postgresql"] ?? column.type;
  const inArray = type.name === "ARRAY" && type.item !== undefined;
  const held = inArray && type.item !== undefined ? type.item : type;
  if (held.name !== "Enum" || held.nativeEnum !== false || held.createConstraint !== true) return undefined;
  return {
    kind: "typeCheck",
    name: held.constraintName ?? held.enumName ?? null,
    column: nameText(column.name),
    values: held.values ?? [],
    inArray,
  };
}
