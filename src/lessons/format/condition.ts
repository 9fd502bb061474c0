import * as v from "valibot";
import { pathPatternSchema } from "./filePath.ts";

interface TableCondition {
  readonly kind: "table";
  readonly table: string;
  readonly absent?: boolean | undefined;
}

/** `column` is `table.column`; what is left out is not compared. */
interface ColumnCondition {
  readonly kind: "column";
  readonly column: string;
  readonly type?: string | undefined;
  readonly nullable?: boolean | undefined;
  /** SQL; null: there is none. */
  readonly default?: string | null | undefined;
  readonly absent?: boolean | undefined;
}

/** `table(column, column)`, and for a foreign key `table(column) -> table(column)`. */
interface KeyCondition<Kind extends "primaryKey" | "unique" | "foreignKey" | "index"> {
  readonly kind: Kind;
  readonly name?: string | undefined;
  readonly absent?: boolean | undefined;
}

export type PrimaryKeyCondition = KeyCondition<"primaryKey"> & { readonly primaryKey: string };
export type UniqueCondition = KeyCondition<"unique"> & { readonly unique: string };
export type ForeignKeyCondition = KeyCondition<"foreignKey"> & {
  readonly foreignKey: string;
  readonly onDelete?: string | undefined;
};
export type IndexCondition = KeyCondition<"index"> & {
  readonly index: string;
  readonly uniqueIndex?: boolean | undefined;
};

interface CheckConstraintCondition {
  readonly kind: "checkConstraint";
  readonly checkConstraint: string;
  readonly absent?: boolean | undefined;
}

interface RowsCondition {
  readonly kind: "rows";
  readonly rows: string;
  readonly count: number;
  readonly orMore?: boolean | undefined;
}

/** A query whose first value is true. */
interface SqlCondition {
  readonly kind: "sql";
  readonly sql: string;
}

/** How many revision files there are. */
interface RevisionsCondition {
  readonly kind: "revisions";
  readonly revisions: number;
  readonly orMore?: boolean | undefined;
}

/** How many heads the revision files have. */
interface HeadsCondition {
  readonly kind: "heads";
  readonly heads: number;
}

/** `revision` is `head`, a message, an id or its first characters. */
interface RevisionCondition {
  readonly kind: "revision";
  readonly revision: string;
  /** What comes right before it; `base`: nothing. */
  readonly follows?: string | readonly string[] | undefined;
  /** Code that its function holds. */
  readonly upgrade?: string | readonly string[] | undefined;
  readonly downgrade?: string | readonly string[] | undefined;
  /** Code that stands nowhere in its file. */
  readonly lacks?: string | readonly string[] | undefined;
  readonly absent?: boolean | undefined;
}

/** Where the database stands: `base`, `head`, a message or an id; several rows of the version table are a list. */
interface DatabaseCondition {
  readonly kind: "database";
  readonly database: string | readonly string[];
}

/** How many revisions are applied. */
interface AppliedCondition {
  readonly kind: "applied";
  readonly applied: number;
}

/** What the target metadata holds: `table` or `table.column`. */
interface ModelCondition {
  readonly kind: "model";
  readonly model: string;
  readonly type?: string | undefined;
  readonly nullable?: boolean | undefined;
  readonly absent?: boolean | undefined;
}

/** How many tables the target metadata has; `none`: env names no metadata. */
interface ModelsCondition {
  readonly kind: "models";
  readonly models: number | "none";
}

interface FileCondition {
  readonly kind: "file";
  readonly file: string;
  /** Code, without regard to white space, quotes, comments and `sa.`. */
  readonly contains?: string | readonly string[] | undefined;
  readonly lacks?: string | readonly string[] | undefined;
  readonly matches?: string | undefined;
  readonly absent?: boolean | undefined;
}

/** A command that was used since the step began; `*` stands for anything. */
interface RanCondition {
  readonly kind: "ran";
  readonly ran: string | readonly string[];
  /** Whether it ended with a mistake; absent: it did not. */
  readonly fails?: boolean | "either" | undefined;
}

/** What the last command printed, or the last one that `by` means. */
interface PrintedCondition {
  readonly kind: "printed";
  readonly printed: string | readonly string[];
  readonly by?: string | undefined;
}

/** A file that was looked at since the step began. */
interface OpenedCondition {
  readonly kind: "opened";
  readonly opened: string;
}

/** SQL that was run since the step began, in the SQL pane or by psql, holds this. */
interface QueriedCondition {
  readonly kind: "queried";
  readonly queried: string;
  /** Whether it ended with a mistake; absent: it did not. */
  readonly fails?: boolean | "either" | undefined;
}

/** How many changes autogenerate would write; 0 is what `alembic check` calls clean. */
interface AheadCondition {
  readonly kind: "ahead";
  readonly ahead: number;
}

interface NotCondition {
  readonly kind: "not";
  readonly not: Condition;
}

interface AnyCondition {
  readonly kind: "any";
  readonly any: readonly Condition[];
}

/** Something that is true or not of a project, its database and what was done. */
export type Condition =
  | TableCondition
  | ColumnCondition
  | PrimaryKeyCondition
  | UniqueCondition
  | ForeignKeyCondition
  | IndexCondition
  | CheckConstraintCondition
  | RowsCondition
  | SqlCondition
  | RevisionsCondition
  | HeadsCondition
  | RevisionCondition
  | DatabaseCondition
  | AppliedCondition
  | ModelCondition
  | ModelsCondition
  | FileCondition
  | RanCondition
  | PrintedCondition
  | OpenedCondition
  | QueriedCondition
  | AheadCondition
  | NotCondition
  | AnyCondition;

export type ConditionOf<Kind extends Condition["kind"]> = Extract<Condition, { readonly kind: Kind }>;

const word = v.pipe(v.string(), v.trim(), v.minLength(1, "is empty"), v.maxLength(300, "is longer than 300 letters"));
const code = v.pipe(v.string(), v.minLength(1, "is empty"), v.maxLength(4000, "is longer than 4,000 letters"));
const codes = v.optional(v.union([code, v.array(code)], "must be a text or a list of texts"));
const words = v.union([word, v.pipe(v.array(word), v.minLength(1))], "must be a text or a list of texts");
const count = v.pipe(v.number("must be a number"), v.integer(), v.minValue(0));
const flag = v.optional(v.boolean("must be true or false"));
const failing = v.optional(v.union([v.boolean(), v.literal("either")], 'must be true, false or "either"'));
const columns = v.pipe(word, v.regex(/^[\w".]+\([\w", ]+\)$/, "must look like table(column, column)"));
const reference = v.pipe(
  word,
  v.regex(/^[\w".]+\([\w", ]+\) *-> *[\w".]+\([\w", ]+\)$/, "must look like table(column) -> table(column)"),
);
const qualifiedColumn = v.pipe(word, v.regex(/^([\w"]+\.)?[\w"]+\.[\w"]+$/, "must look like table.column"));
const inner = v.lazy(() => conditionSchema);
const regularExpression = v.pipe(word, v.check(isRegularExpression, "is no regular expression"));

const forms = {
  table: { table: word, absent: flag },
  column: {
    column: qualifiedColumn,
    type: v.optional(word),
    nullable: flag,
    default: v.optional(v.nullable(word)),
    absent: flag,
  },
  primaryKey: { primaryKey: columns, name: v.optional(word), absent: flag },
  unique: { unique: columns, name: v.optional(word), absent: flag },
  foreignKey: { foreignKey: reference, name: v.optional(word), onDelete: v.optional(word), absent: flag },
  index: { index: columns, name: v.optional(word), uniqueIndex: flag, absent: flag },
  checkConstraint: { checkConstraint: word, absent: flag },
  rows: { rows: word, count, orMore: flag },
  sql: { sql: code },
  revisions: { revisions: count, orMore: flag },
  heads: { heads: count },
  revision: {
    revision: word,
    follows: v.optional(words),
    upgrade: codes,
    downgrade: codes,
    lacks: codes,
    absent: flag,
  },
  database: { database: words },
  applied: { applied: count },
  model: { model: word, type: v.optional(word), nullable: flag, absent: flag },
  models: { models: v.union([count, v.literal("none")], 'must be a number or "none"') },
  file: {
    file: pathPatternSchema,
    contains: codes,
    lacks: codes,
    matches: v.optional(regularExpression),
    absent: flag,
  },
  ran: { ran: words, fails: failing },
  printed: { printed: v.union([code, v.array(code)]), by: v.optional(word) },
  opened: { opened: pathPatternSchema },
  queried: { queried: word, fails: failing },
  ahead: { ahead: count },
  not: { not: inner },
  any: { any: v.pipe(v.array(inner), v.minLength(1)) },
} as const;

export const conditionKinds = Object.keys(forms) as readonly Condition["kind"][];

/** One of the forms, with what `more` says beside it. */
function anyForm<More extends v.ObjectEntries>(more: More) {
  const object = <Kind extends keyof typeof forms>(kind: Kind) =>
    v.strictObject({ kind: v.literal(kind), ...forms[kind], ...more });
  return v.variant("kind", [
    object("table"),
    object("column"),
    object("primaryKey"),
    object("unique"),
    object("foreignKey"),
    object("index"),
    object("checkConstraint"),
    object("rows"),
    object("sql"),
    object("revisions"),
    object("heads"),
    object("revision"),
    object("database"),
    object("applied"),
    object("model"),
    object("models"),
    object("file"),
    object("ran"),
    object("printed"),
    object("opened"),
    object("queried"),
    object("ahead"),
    object("not"),
    object("any"),
  ]);
}

export const conditionSchema: v.GenericSchema<unknown, Condition> = anyForm({});

/** A mistake that comes close, and what to say about it. */
const nearMissSchema = v.strictObject({
  when: v.pipe(v.array(conditionSchema), v.minLength(1)),
  says: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(600)),
});

export interface NearMiss {
  /** All of them hold. */
  readonly when: readonly Condition[];
  /** Markdown of one line. */
  readonly says: string;
}

/** A condition that a step waits for. */
export type Check = Condition & {
  /** What is reached, as Markdown of one line. */
  readonly says: string;
  /** The first one that holds is told, as long as the check does not. */
  readonly near?: readonly NearMiss[] | undefined;
};

export const checkSchema: v.GenericSchema<unknown, Check> = anyForm({
  says: v.pipe(
    v.string("says what is reached, and is missing"),
    v.trim(),
    v.minLength(1, "is empty"),
    v.maxLength(300, "is longer than 300 letters"),
  ),
  near: v.optional(v.array(nearMissSchema)),
});

function isRegularExpression(text: string): boolean {
  try {
    return new RegExp(text, "u") instanceof RegExp;
  } catch {
    return false;
  }
}
