import * as v from "valibot";
import { nameText } from "../../engine/schema/name.ts";
import type { Column } from "../../engine/schema/column.ts";
import type { Constraint } from "../../engine/schema/constraint.ts";
import type { Table } from "../../engine/schema/table.ts";
import type { InspectedRevision } from "../../engine/commands/inspectProject.ts";
import { diffLines } from "../actions/diffLines.ts";
import { containsCode, functionBody, normalisedCode } from "../checks/normalisedCode.ts";
import type { LessonSnapshot } from "../checks/lessonSnapshot.ts";
import { typeText } from "../checks/typeText.ts";
import { checkSchema, type Check } from "../format/condition.ts";

/** A check that tells the end of a step from its start. */
export interface SuggestedCheck {
  readonly check: Check;
  /** It says what the step is about; the others say details of it. */
  readonly likely: boolean;
}

/**
 * What became different between two moments, as checks: in schema, rows, revision graph, models and files, and the commands in between.
 * What a check cannot hold, such as a command of a whole page or the name of a column with a space in it, is not suggested.
 */
export function suggestChecks(before: LessonSnapshot, after: LessonSnapshot): readonly SuggestedCheck[] {
  const found = [
    ...schemaChecks(before.database.tables, after.database.tables),
    ...rowChecks(before, after),
    ...revisionChecks(before, after),
    ...databaseChecks(before, after),
    ...modelChecks(before.models ?? [], after.models ?? []),
    ...fileChecks(before, after),
    ...aheadChecks(before, after),
  ];
  const nothingElse = !found.some(({ likely }) => likely);
  return [...found, ...commandChecks(after, nothingElse)].filter(({ check }) => v.is(checkSchema, check));
}

const likely = (check: Check): SuggestedCheck => ({ check, likely: true });
const detail = (check: Check): SuggestedCheck => ({ check, likely: false });

function tableName({ schema, name }: Table): string {
  const own = nameText(name);
  return schema === undefined || schema === null || schema === "public" ? own : `${schema}.${own}`;
}

function schemaChecks(before: readonly Table[], after: readonly Table[]): readonly SuggestedCheck[] {
  const old = new Map(before.map((table) => [tableName(table), table]));
  const present = new Set(after.map(tableName));
  const gone = [...old.keys()]
    .filter((name) => !present.has(name))
    .map((name) => likely({ kind: "table", table: name, absent: true, says: `The table \`${name}\` is gone` }));
  return [...gone, ...after.flatMap((table) => tableChecks(old.get(tableName(table)), table))];
}

function tableChecks(old: Table | undefined, table: Table): readonly SuggestedCheck[] {
  const name = tableName(table);
  if (name === "alembic_version") return [];
  const rate = old === undefined ? detail : likely;
  const columns = new Map((old?.columns ?? []).map((column) => [nameText(column.name), column]));
  const kept = new Set(table.columns.map((column) => nameText(column.name)));
  return [
    ...(old === undefined
      ? [likely({ kind: "table", table: name, says: `The table \`${name}\` is there` } as const)]
      : []),
    ...[...columns.keys()]
      .filter((column) => !kept.has(column))
      .map((column) =>
        likely({
          kind: "column",
          column: `${name}.${column}`,
          absent: true,
          says: `\`${name}.${column}\` is gone`,
        }),
      ),
    ...table.columns
      .filter((column) => !isSameColumn(columns.get(nameText(column.name)), column))
      .map((column) => rate(columnCheck(name, column))),
    ...table.constraints
      .filter((constraint) => !(old?.constraints ?? []).some((other) => keyText(other) === keyText(constraint)))
      .flatMap((constraint) => keyCheck(name, constraint))
      .map(rate),
  ];
}

function isSameColumn(old: Column | undefined, column: Column): boolean {
  return old !== undefined && typeText(old.type) === typeText(column.type) && mayBeNull(old) === mayBeNull(column);
}

function mayBeNull({ nullable, primaryKey }: Column): boolean {
  return nullable ?? primaryKey !== true;
}

function columnCheck(table: string, column: Column): Check {
  const name = `${table}.${nameText(column.name)}`;
  const type = typeText(column.type);
  const nullable = mayBeNull(column);
  return {
    kind: "column",
    column: name,
    type,
    nullable,
    says: `\`${name}\` is \`${type}\` and ${nullable ? "may be NULL" : "may not be NULL"}`,
  };
}

function keyText(constraint: Constraint): string {
  switch (constraint.kind) {
    case "primaryKey":
    case "unique":
      return `${constraint.kind} ${constraint.columns.join()}`;
    case "foreignKey":
      return `foreignKey ${constraint.columns.join()} ${constraint.refs.join()}`;
    case "check":
    case "exclude":
      return `${constraint.kind} ${String(constraint.name)}`;
  }
}

function keyCheck(table: string, constraint: Constraint): readonly Check[] {
  switch (constraint.kind) {
    case "primaryKey": {
      const columns = `${table}(${constraint.columns.join(", ")})`;
      return [{ kind: "primaryKey", primaryKey: columns, says: `\`${columns}\` is the primary key` }];
    }
    case "unique": {
      const columns = `${table}(${constraint.columns.join(", ")})`;
      return [{ kind: "unique", unique: columns, says: `\`${columns}\` is unique` }];
    }
    case "foreignKey": {
      const [first = ""] = constraint.refs;
      const other = first.slice(0, first.lastIndexOf("."));
      const others = constraint.refs.map((ref) => ref.slice(ref.lastIndexOf(".") + 1)).join(", ");
      const own = `${table}(${constraint.columns.join(", ")})`;
      return [
        {
          kind: "foreignKey",
          foreignKey: `${own} -> ${other}(${others})`,
          says: `\`${own}\` leads to \`${other}\``,
        },
      ];
    }
    case "check":
    case "exclude":
      return [];
  }
}

function rowChecks(before: LessonSnapshot, after: LessonSnapshot): readonly SuggestedCheck[] {
  const counts = before.database.rowCounts;
  return Object.entries(after.database.rowCounts)
    .filter(([table, count]) => table !== "alembic_version" && (counts[table] ?? 0) !== count)
    .map(([table, count]) =>
      likely({
        kind: "rows",
        rows: table,
        count,
        says: `\`${table}\` holds ${count === 1 ? "1 row" : `${count} rows`}`,
      }),
    );
}

function revisionChecks(before: LessonSnapshot, after: LessonSnapshot): readonly SuggestedCheck[] {
  const heads = (revisions: readonly InspectedRevision[]) => revisions.filter(({ isHead }) => isHead).length;
  const byId = new Map(after.revisions.map((revision) => [revision.revision, revision]));
  const old = new Map(before.revisions.map((revision) => [revision.revision, revision]));
  const changed = after.revisions.flatMap((revision) => {
    const isNew = !old.has(revision.revision);
    const { path, doc, downRevisions } = revision;
    const upgrade = changedBody(before, after, path, "upgrade");
    const downgrade = changedBody(before, after, path, "downgrade");
    if (!isNew && upgrade === undefined && downgrade === undefined) return [];
    const follows = downRevisions.length === 0 ? "base" : downRevisions.map((id) => byId.get(id)?.doc ?? id);
    return [
      likely({
        kind: "revision",
        revision: doc,
        ...(isNew ? { follows } : {}),
        ...(upgrade === undefined ? {} : { upgrade }),
        ...(downgrade === undefined ? {} : { downgrade }),
        says: isNew ? `There is a revision “${doc}”` : `The revision “${doc}” is written`,
      }),
    ];
  });
  const gone = before.revisions
    .filter(({ revision }) => !byId.has(revision))
    .map(({ doc }) => likely({ kind: "revision", revision: doc, absent: true, says: `The revision “${doc}” is gone` }));
  const count = heads(after.revisions);
  return [
    ...changed,
    ...gone,
    ...(count > 0 && count !== heads(before.revisions)
      ? [detail({ kind: "heads", heads: count, says: count === 1 ? "There is one head" : `There are ${count} heads` })]
      : []),
  ];
}

/** The code inside of a function, where it is there and was not before. */
function changedBody(
  before: LessonSnapshot,
  after: LessonSnapshot,
  path: string,
  name: "upgrade" | "downgrade",
): string | undefined {
  const body = functionBody(path, after.files[path] ?? "", name)?.trim() ?? "";
  const old = functionBody(path, before.files[path] ?? "", name)?.trim() ?? "";
  return body === old || body === "" || body === "pass" ? undefined : body;
}

function databaseChecks(before: LessonSnapshot, after: LessonSnapshot): readonly SuggestedCheck[] {
  const { heads } = after.database;
  if (heads.join() === before.database.heads.join()) return [];
  if (heads.length === 0) return [likely({ kind: "database", database: "base", says: "The database stands at base" })];
  const newest = after.revisions.filter(({ isHead }) => isHead).map(({ revision }) => revision);
  if ([...newest].sort().join() === [...heads].sort().join())
    return [likely({ kind: "database", database: "heads", says: "The database stands at the newest revision" })];
  const names = heads.map((id) => after.revisions.find(({ revision }) => revision === id)?.doc ?? id);
  return [likely({ kind: "database", database: names, says: `The database stands at “${names.join("”, “")}”` })];
}

function modelChecks(before: readonly Table[], after: readonly Table[]): readonly SuggestedCheck[] {
  const columns = (tables: readonly Table[]) =>
    new Map(
      tables.flatMap((table) =>
        table.columns.map((column) => [`${tableName(table)}.${nameText(column.name)}`, typeText(column.type)]),
      ),
    );
  const old = columns(before);
  const now = columns(after);
  return [
    ...[...now]
      .filter(([name, type]) => old.get(name) !== type)
      .map(([name, type]) => likely({ kind: "model", model: name, type, says: `The model has \`${name}\`` })),
    ...[...old.keys()]
      .filter((name) => !now.has(name))
      .map((name) =>
        likely({ kind: "model", model: name, absent: true, says: `The model has no \`${name}\` any more` }),
      ),
  ];
}

function fileChecks(before: LessonSnapshot, after: LessonSnapshot): readonly SuggestedCheck[] {
  const revisions = new Set(after.revisions.map(({ path }) => path));
  const paths = [...new Set([...Object.keys(before.files), ...Object.keys(after.files)])];
  return paths.flatMap((path): readonly SuggestedCheck[] => {
    const old = before.files[path];
    const text = after.files[path];
    if (old === text || path.endsWith("/") || revisions.has(path)) return [];
    if (text === undefined) return [likely({ kind: "file", file: path, absent: true, says: `\`${path}\` is gone` })];
    if (old === undefined) return [likely({ kind: "file", file: path, says: `\`${path}\` is there` })];
    const added = diffLines(old, text)
      .filter(({ sign, text: line }) => sign === "+" && isNewCode(path, old, text, line))
      .map((line) => line.text.trim());
    if (added.length === 0) return [];
    return [detail({ kind: "file", file: path, contains: added.slice(0, 10), says: `\`${path}\` is changed` })];
  });
}

/** A line of which the check can tell the two texts apart: no comment, and no code that was there before. */
function isNewCode(path: string, old: string, text: string, line: string): boolean {
  return normalisedCode(path, line) !== "" && containsCode(path, text, line) && !containsCode(path, old, line);
}

function aheadChecks(before: LessonSnapshot, after: LessonSnapshot): readonly SuggestedCheck[] {
  const now = after.drift.changes.length;
  if (after.drift.unavailable !== null || now === before.drift.changes.length || now > 0) return [];
  return [likely({ kind: "ahead", ahead: 0, says: "Models and database agree" })];
}

function commandChecks({ commands }: LessonSnapshot, isAll: boolean): readonly SuggestedCheck[] {
  const lines = commands.filter(({ kind, text }) => kind === "line" && /^(alembic|psql)/.test(text));
  return lines.map(({ text, succeeded }) => ({
    check: {
      kind: "ran",
      ran: text,
      ...(succeeded ? {} : { fails: true }),
      says: `\`${text}\` has been used`,
    },
    likely: isAll,
  }));
}
