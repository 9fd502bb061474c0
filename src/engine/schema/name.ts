/** A name that a naming convention must not touch again: `op.f("...")`. */
export interface FormattedName {
  readonly kind: "f";
  readonly name: string;
}

/** SQLAlchemy's quoted_name: quoting is forced on or off instead of decided by the text. */
export interface QuotedName {
  readonly kind: "quotedName";
  readonly name: string;
  readonly quote: boolean;
}

/** A plain string is subject to the naming convention and to automatic quoting. */
export type Name = string | FormattedName | QuotedName;

export function nameText(name: Name): string {
  return typeof name === "string" ? name : name.name;
}
