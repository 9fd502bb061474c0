import { compileType } from "../../ddl/compileType.ts";
import type { SqlType } from "../../schema/sqlType.ts";
import { different, equal, type Comparison } from "../comparison.ts";
import { describeType } from "../describeType.ts";
import { comparedColumn, functionContext } from "../functionArguments.ts";
import { renderedType } from "../renderedType.ts";
import type { ColumnComparison, ColumnFinding } from "./columnComparison.ts";
import type { CompareTypeFunction } from "../../userFunctions.ts";

const logger = "alembic.autogenerate.compare.types";

/** Source: alembic.autogenerate.compare.types. */
export function compareType(comparison: ColumnComparison): ColumnFinding {
  const { recorder, options, name, databaseColumn, modelColumn } = comparison;
  const compares = options.compareType ?? true;
  if (compares === false) return { alter: {} };
  const [existing, wanted] = [databaseColumn.type, modelColumn.type];
  const alter = { existingType: renderedType(existing) };
  const place = `'${name}.${databaseColumn.name}'`;
  const log = (message: string): void => recorder.info(logger, message);
  // Alembic asks its own question after the user's, and says this each time.
  if (existing.name === "NullType" || wanted.name === "NullType") {
    const message =
      existing.name === "NullType"
        ? `Couldn't determine database type for column ${place}`
        : `Column ${place} has no type within the model; can't compare`;
    log(message);
    log(message);
    return { alter };
  }
  const answer = typeof compares === "function" ? askUser(compares, comparison) : null;
  if (answer === false) return { alter };
  const found = answer ? different("") : compareTypes(existing, wanted);
  if (found.kind !== "different") return { alter };
  log(`Detected type change from ${describeType(existing)} to ${describeType(wanted)} on ${place}`);
  return {
    alter: { ...alter, type: renderedType(wanted) },
    reason: `${typeText(existing)} in the database, ${typeText(wanted)} in the model`,
  };
}

function askUser(compares: CompareTypeFunction, comparison: ColumnComparison): unknown {
  const { name, schema, databaseColumn, modelColumn } = comparison;
  const table = { name, schema };
  return compares(
    functionContext,
    comparedColumn(databaseColumn, table),
    comparedColumn(modelColumn, table),
    databaseColumn.type,
    modelColumn.type,
  );
}

function typeText(type: SqlType): string {
  return compileType(type).toLowerCase();
}

/**
 * Compares types as SQL says them: the names with their synonyms; words and arguments only where both sides have as many.
 * Source: alembic.ddl.impl.DefaultImpl.compare_type.
 */
export function compareTypes(existing: SqlType, wanted: SqlType): Comparison {
  const [oldText, nowText] = [typeText(existing), typeText(wanted)];
  if (oldText === nowText) return equal;
  const [old, now] = [splitType(oldText), splitType(nowText)];
  const reason = `${oldText} to ${nowText}`;
  if (!namesMatch(old, now)) return different(reason);
  if (old.words.length === now.words.length && old.words.join(" ") !== now.words.join(" ")) return different(reason);
  if (old.values.length === now.values.length && old.values.join() !== now.values.join()) return different(reason);
  return equal;
}

interface TypeWords {
  readonly name: string;
  readonly words: readonly string[];
  readonly values: readonly string[];
}

const synonyms: readonly ReadonlySet<string>[] = [
  new Set(["numeric", "decimal"]),
  new Set(["float", "double precision"]),
];

function splitType(text: string): TypeWords {
  const words: string[] = [];
  let inner = "";
  for (const token of text.match(/[\p{L}\p{N}_-]+|\(.+?\)/gu) ?? []) {
    if (token.startsWith("(")) inner = token;
    else words.push(token);
  }
  const values = (inner.match(/[^(),]+/g) ?? []).filter((value) => !value.includes("=")).map((value) => value.trim());
  return { name: words[0] ?? "", words: words.slice(1), values };
}

function namesMatch(old: TypeWords, now: TypeWords): boolean {
  if (old.name === now.name) return true;
  const [oldAll, nowAll] = [[old.name, ...old.words].join(" "), [now.name, ...now.words].join(" ")];
  return synonyms.some(
    (group) => (group.has(oldAll) && group.has(nowAll)) || (group.has(old.name) && group.has(now.name)),
  );
}
