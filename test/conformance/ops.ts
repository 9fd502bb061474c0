import { asCaseJson, asList, isCaseJson } from "./caseJson.ts";
import type { CaseJson } from "./caseJson.ts";
import { decodeOperation } from "./decode.ts";
import { compileOperation } from "../../src/engine/ddl/compileOperation.ts";
import type { CompileContext } from "../../src/engine/ddl/compileContext.ts";

/** A case of ops.jsonl against the SQL of its operations, offline and online. null says that it passes, a text what differs. */
export function runOpsCase(value: unknown): string | null {
  const json = asCaseJson(value);
  if (json["error"] !== undefined) return compareError(json["error"], compileCase(json, "offline"));
  const warnings: string[] = [];
  const offline = compareSql(
    "sql",
    json["sql"],
    compileCase(json, "offline", (message) => warnings.push(message)),
    json["free_order"],
  );
  if (offline !== null) return offline;
  const wanted = asList(json["warnings"]).join("\n");
  if (warnings.join("\n") !== wanted) return `warnings: ${warnings.join("\n")}\n  instead of\n    ${wanted}`;
  const online = asList(json["sql_online"] ?? json["sql"]).map((sql) => asDriverSends(String(sql)));
  return compareSql("sql_online", online, compileCase(json, "online"), json["free_order"]);
}

/** PostgreSQL cannot tell the type of `ARRAY[]`; a driver sends an empty list as text. */
function asDriverSends(sql: string): string {
  return sql.startsWith("INSERT ") ? sql.replaceAll("ARRAY[]", "'{}'") : sql;
}

function compileCase(
  json: CaseJson,
  mode: CompileContext["mode"],
  warn: (message: string) => void = () => undefined,
): readonly string[] | Error {
  const convention = json["naming_convention"];
  const context: CompileContext = {
    mode,
    warn,
    createdTypes: new Set(),
    ...(isCaseJson(convention) ? { namingConvention: convention as Readonly<Record<string, string>> } : {}),
  };
  try {
    const operations = json["operations"] === undefined ? [json["operation"]] : asList(json["operations"]);
    return operations.flatMap((operation) =>
      compileOperation(decodeOperation(operation), context).map((statement) => statement.sql),
    );
  } catch (error) {
    if (error instanceof Error) return error;
    throw error;
  }
}

export function compareSql(
  key: string,
  expected: unknown,
  actual: readonly string[] | Error,
  freeOrder: unknown,
): string | null {
  if (actual instanceof Error) return `${key}: ${actual.name}: ${actual.message}`;
  const wanted = sortFree(
    asList(expected).map((sql) => foldSpace(String(sql))),
    freeOrder,
  );
  const found = sortFree(actual.map(foldSpace), freeOrder);
  for (let index = 0; index < Math.max(wanted.length, found.length); index++) {
    if (wanted[index] !== found[index])
      return `${key}[${index}]:\n    ${found[index] ?? "nothing"}\n  instead of\n    ${wanted[index] ?? "nothing"}`;
  }
  return null;
}

/** Python's repr of a value, and regular expressions, need not match. */
function compareError(expected: unknown, actual: readonly string[] | Error): string | null {
  const { type, message } = asCaseJson(expected);
  if (!(actual instanceof Error)) return `no ${String(type)}, but ${actual.join("; ")}`;
  if (actual.name !== type)
    return `${actual.name}: ${actual.message}\n  instead of\n    ${String(type)}: ${String(message)}`;
  const isLoose = /\(matching against |for constraint |literal value "/.test(String(message));
  return isLoose || actual.message === message ? null : `${actual.message}\n  instead of\n    ${String(message)}`;
}

/** The statements that Alembic takes from unordered sets, sorted; ranges are half open. */
function sortFree(statements: readonly string[], freeOrder: unknown): readonly string[] {
  const sorted = [...statements];
  for (const range of asList(freeOrder)) {
    const [start, end] = asList(range).map(Number);
    if (start === undefined || end === undefined) continue;
    sorted.splice(start, end - start, ...sorted.slice(start, end).sort());
  }
  return sorted;
}

/** Folds runs of white space outside quotes to one blank. */
function foldSpace(sql: string): string {
  return sql
    .trim()
    .split(/("(?:[^"]|"")*"|'(?:[^']|'')*')/)
    .map((part, index) => (index % 2 === 1 ? part : part.replaceAll(/\s+/g, " ")))
    .join("");
}
