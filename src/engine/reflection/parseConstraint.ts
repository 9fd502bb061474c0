import type { Constraint, ExcludeConstraint, ForeignKeyConstraint } from "../schema/constraint.ts";
import type { ConstraintRow } from "./queryConstraints.ts";
import type { ReflectedCheck } from "./reflectedTable.ts";

/** What a constraint row needs of its surroundings. */
export interface ConstraintPlace {
  readonly columnName: (table: string, column: number) => string;
  /** `[schema.]table` of a table's oid, as it is referred to from the constraint's own table. */
  readonly referredTable: (table: string) => string;
  /** The columns behind INCLUDE and NULLS NOT DISTINCT of the index behind a unique constraint. */
  readonly includedColumns: (index: string) => readonly string[];
  readonly nullsNotDistinct: (index: string) => boolean;
}

/** One constraint of our own from one of PostgreSQL's catalog. Source: sqlalchemy.dialects.postgresql.base.PGDialect. */
export function parseConstraint(row: ConstraintRow, place: ConstraintPlace): Constraint {
  const name = { kind: "f", name: row.name } as const;
  const columns = row.columns.map((column) => place.columnName(row.table, column));
  const timing = {
    ...(row.deferrable ? { deferrable: true } : {}),
    ...(row.deferred ? { initially: "DEFERRED" } : {}),
  };
  switch (row.kind) {
    case "primaryKey":
      return { kind: "primaryKey", name, columns, ...timing };
    case "unique":
      return {
        kind: "unique",
        name,
        columns,
        include: place.includedColumns(row.index),
        nullsNotDistinct: place.nullsNotDistinct(row.index),
        ...timing,
      };
    case "foreignKey":
      return { kind: "foreignKey", name, columns, ...foreignKey(row, place), ...timing };
    case "check":
      return { kind: "check", name, ...check(row.definition ?? "") };
    case "exclude":
      return { kind: "exclude", name, ...exclude(row.definition ?? ""), ...timing };
  }
}

function foreignKey(
  row: ConstraintRow,
  place: ConstraintPlace,
): Pick<ForeignKeyConstraint, "refs" | "onDelete" | "onUpdate" | "match" | "notValid"> {
  const table = place.referredTable(row.referredTable);
  const tail = (row.definition ?? "").replace(/^FOREIGN KEY \(.*?\) REFERENCES .*?\)(?= |$)/, "");
  const action = (event: string): string | undefined =>
    new RegExp(`ON ${event} (CASCADE|RESTRICT|SET (?:NULL|DEFAULT)(?: \\([^)]*\\))?)`).exec(tail)?.[1];
  const onDelete = action("DELETE");
  const onUpdate = action("UPDATE");
  const match = / MATCH (FULL|PARTIAL)/.exec(tail)?.[1];
  return {
    refs: row.referredColumns.map((column) => `${table}.${place.columnName(row.referredTable, column)}`),
    ...(onDelete === undefined ? {} : { onDelete }),
    ...(onUpdate === undefined ? {} : { onUpdate }),
    ...(match === undefined ? {} : { match }),
    ...(row.validated ? {} : { notValid: true }),
  };
}

function check(definition: string): Pick<ReflectedCheck, "sqltext" | "notValid" | "noInherit"> {
  const match = /^CHECK *\(([\s\S]+)\)( NO INHERIT)?( NOT VALID)?$/.exec(definition);
  return {
    sqltext: stripOuterParentheses(match?.[1] ?? ""),
    ...(match?.[2] === undefined ? {} : { noInherit: true }),
    ...(match?.[3] === undefined ? {} : { notValid: true }),
  };
}

function stripOuterParentheses(text: string): string {
  let stripped = text;
  while (stripped.startsWith("(") && closingParenthesis(stripped) === stripped.length - 1)
    stripped = stripped.slice(1, -1);
  return stripped;
}

/** The place of the parenthesis that closes the one at the start. */
function closingParenthesis(text: string): number {
  let depth = 0;
  let quote = "";
  for (let place = 0; place < text.length; place++) {
    const character = text[place] ?? "";
    if (quote !== "") {
      if (character === quote) quote = "";
    } else if (character === "'" || character === '"') quote = character;
    else if (character === "(") depth++;
    else if (character === ")" && --depth === 0) return place;
  }
  return -1;
}

/** `EXCLUDE USING gist (a WITH =, int4range(b, c) WITH &&) WHERE (d)`. */
function exclude(definition: string): Pick<ExcludeConstraint, "elements" | "using" | "where"> {
  const head = /^EXCLUDE USING (\S+) /.exec(definition);
  const list = definition.slice(head?.[0].length ?? 0);
  const end = closingParenthesis(list);
  const where = /^ WHERE \(([\s\S]*)\)/.exec(list.slice(end + 1).replace(/ (NOT )?DEFERRABLE.*$/, ""))?.[1];
  const elements: (readonly [{ readonly kind: "literalColumn"; readonly text: string }, string])[] = [];
  for (const part of splitTopLevel(list.slice(1, end))) {
    const at = part.lastIndexOf(" WITH ");
    elements.push([{ kind: "literalColumn", text: part.slice(0, at) }, part.slice(at + 6)]);
  }
  return {
    elements,
    ...(head?.[1] === undefined ? {} : { using: head[1] }),
    ...(where === undefined ? {} : { where }),
  };
}

function splitTopLevel(text: string): readonly string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let place = 0; place < text.length; place++) {
    const character = text[place];
    if (character === "(") depth++;
    else if (character === ")") depth--;
    else if (character === "," && depth === 0) {
      parts.push(text.slice(start, place).trim());
      start = place + 1;
    }
  }
  return [...parts, text.slice(start).trim()];
}
