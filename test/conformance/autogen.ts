import { compareMetadata, type AutogenerateResult } from "../../src/engine/autogenerate/compareMetadata.ts";
import type { AutogenerateOptions } from "../../src/engine/autogenerate/autogenerateOptions.ts";
import type { CompileContext } from "../../src/engine/ddl/compileContext.ts";
import { compileOperation } from "../../src/engine/ddl/compileOperation.ts";
import { DatabaseError } from "../../src/engine/errors.ts";
import type { Connection } from "../../src/engine/connection.ts";
import type { Operation } from "../../src/engine/operations/operation.ts";
import type { MetaData } from "../../src/engine/schema/metadata.ts";
import { asRendered } from "./asRendered.ts";
import { comparableCatalogs } from "./comparableCatalogs.ts";
import { decodeMetaData, encodeOperation } from "./decode.ts";
import { difference } from "./difference.ts";
import { elementsAsText } from "./elementsAsText.ts";
import { openCaseDatabase } from "./openCaseDatabase.ts";
import { readCatalogs } from "./readCatalogs.ts";
import { reflectedLines } from "./reflectedLines.ts";

interface RecordedError {
  readonly type: string;
  readonly message: string;
}

export interface AutogenCase {
  readonly id: string;
  readonly database_sql: readonly string[];
  readonly metadata: unknown;
  readonly options?: {
    readonly compare_type?: boolean;
    readonly compare_server_default?: boolean;
    readonly include_schemas?: boolean;
    readonly version_table?: string;
    readonly include_name?: Readonly<Record<string, readonly (string | null)[]>>;
    readonly exclude_object?: readonly (readonly [string, string])[];
  };
  readonly upgrade_ops?: readonly unknown[];
  readonly downgrade_ops?: readonly unknown[];
  readonly upgrade_python?: string;
  readonly downgrade_python?: string;
  readonly imports?: readonly string[];
  readonly warnings?: readonly string[];
  readonly converges?: boolean;
  readonly upgrade_error?: RecordedError;
  readonly second_error?: RecordedError;
  readonly second_ops?: readonly unknown[];
  readonly round_trip?: boolean;
  readonly downgrade_error?: RecordedError;
  readonly error?: RecordedError;
}

/**
 * Runs a recorded comparison on a real PostgreSQL: the operations, then the upgrade and a second comparison, then the downgrade and whether the
 * database is what it was. Says the first thing that came out otherwise; null when nothing did.
 */
export async function createAutogenRunner(
  code: CaseCode = plainCode,
): Promise<(recorded: AutogenCase) => string | null> {
  const { connection, reset } = await openCaseDatabase();
  return (recorded) => {
    reset();
    return runCase(recorded, connection, code);
  };
}

/** Where a case's metadata and the operations of its two scripts come from. */
export interface CaseCode {
  metadata(recorded: AutogenCase): MetaData;
  upgrade(recorded: AutogenCase, operations: readonly Operation[]): readonly Operation[];
  downgrade(recorded: AutogenCase, operations: readonly Operation[]): readonly Operation[];
}

/** From the case itself, and from what was found, as its rendering says it. */
const plainCode: CaseCode = {
  metadata: (recorded) => decodeMetaData(recorded.metadata),
  upgrade: (_recorded, operations) => operations.map(asRendered),
  downgrade: (_recorded, operations) => operations.map(asRendered),
};

function runCase(recorded: AutogenCase, connection: Connection, code: CaseCode): string | null {
  for (const sql of recorded.database_sql) connection.execute(sql);
  const metadata = code.metadata(recorded);
  const options = optionsOf(recorded);
  const compare = (): AutogenerateResult => compareMetadata(connection, metadata, options);
  const before = snapshot(connection);

  const first = attempt(compare);
  if (recorded.error !== undefined) return errorDifference("error", first, recorded.error);
  if ("error" in first) return `raised ${String(first.error)}`;
  const { upgradeOps, downgradeOps, warnings } = first.value;
  const found =
    difference(encoded(upgradeOps), recorded.upgrade_ops, "upgrade_ops") ??
    difference(encoded(downgradeOps), recorded.downgrade_ops, "downgrade_ops") ??
    difference(
      warnings.map(({ message }) => message),
      recorded.warnings ?? [],
      "warnings",
    );
  if (found !== null) return found;
  // Where Alembic's own rendering cannot be run as Python, the operations can: nothing to compare.
  if (isPythonError(recorded.upgrade_error)) return null;

  const upgraded = attempt(() => execute(connection, code.upgrade(recorded, upgradeOps), metadata));
  if (recorded.upgrade_error !== undefined) return errorDifference("upgrade_error", upgraded, recorded.upgrade_error);
  if ("error" in upgraded) return `upgrade raised ${String(upgraded.error)}`;
  const second = secondDifference(recorded, attempt(compare));
  if (second !== null || isPythonError(recorded.downgrade_error)) return second;

  const downgraded = attempt(() => execute(connection, code.downgrade(recorded, downgradeOps), metadata));
  if (recorded.downgrade_error !== undefined)
    return errorDifference("downgrade_error", downgraded, recorded.downgrade_error);
  if ("error" in downgraded) return `downgrade raised ${String(downgraded.error)}`;
  if (recorded.round_trip === undefined) return null;
  const third = attempt(compare);
  if ("error" in third) return `third comparison raised ${String(third.error)}`;
  const returned = difference(encoded(third.value.upgradeOps), recorded.upgrade_ops, "round_trip");
  if (recorded.round_trip !== (returned === null)) return returned ?? "round_trip: true instead of false";
  return recorded.round_trip ? difference(snapshot(connection), before, "database") : null;
}

function secondDifference(recorded: AutogenCase, second: Outcome<AutogenerateResult>): string | null {
  if (recorded.second_error !== undefined) return errorDifference("second_error", second, recorded.second_error);
  if ("error" in second) return `second comparison raised ${String(second.error)}`;
  const expected = recorded.converges === true ? [] : recorded.second_ops;
  return difference(encoded(second.value.upgradeOps), expected, "second_ops");
}

function encoded(operations: readonly Operation[]): readonly unknown[] {
  return operations.map((operation) => encodeOperation(elementsAsText(operation)));
}

function snapshot(connection: Connection): {
  readonly catalogs: readonly string[];
  readonly reflected: readonly string[];
} {
  return { catalogs: comparableCatalogs(readCatalogs(connection)), reflected: reflectedLines(connection) };
}

/** Runs what the script would run, in one transaction. */
function execute(connection: Connection, operations: readonly Operation[], { namingConvention }: MetaData): void {
  const context: CompileContext = {
    mode: "online",
    createdTypes: new Set(),
    ...(namingConvention === undefined ? {} : { namingConvention }),
  };
  connection.execute("BEGIN");
  try {
    for (const operation of operations)
      for (const { sql, parameters } of compileOperation(operation, context)) connection.execute(sql, parameters);
    connection.execute("COMMIT");
  } catch (error) {
    connection.execute("ROLLBACK");
    throw error;
  }
}

function isPythonError(error: RecordedError | undefined): boolean {
  return error?.type === "NameError" || error?.type === "AttributeError";
}

type Outcome<T> = { readonly value: T } | { readonly error: unknown };

function attempt<T>(action: () => T): Outcome<T> {
  try {
    return { value: action() };
  } catch (error) {
    return { error };
  }
}

function errorDifference(label: string, outcome: Outcome<unknown>, recorded: RecordedError): string | null {
  if (!("error" in outcome)) return `${label}: nothing raised instead of ${recorded.message}`;
  const { error } = outcome;
  // The texts of Python's own errors, and those with a Python repr inside, are not compared.
  if (["CompileError", "AssertionError", "TypeError", "KeyError"].includes(recorded.type))
    return error instanceof Error && !(error instanceof DatabaseError)
      ? null
      : `${label}: ${String(error)} instead of ${recorded.message}`;
  const message = error instanceof Error ? error.message : String(error);
  return message === recorded.message ? null : `${label}: ${message} instead of ${recorded.message}`;
}

function optionsOf({ options = {} }: AutogenCase): AutogenerateOptions {
  const { include_name: names, exclude_object: excluded } = options;
  return {
    ...(options.compare_type === undefined ? {} : { compareType: options.compare_type }),
    ...(options.compare_server_default === undefined ? {} : { compareServerDefault: options.compare_server_default }),
    ...(options.include_schemas === undefined ? {} : { includeSchemas: options.include_schemas }),
    ...(options.version_table === undefined ? {} : { versionTable: options.version_table }),
    ...(names === undefined
      ? {}
      : {
          includeName: (name: unknown, type: unknown) => names[String(type)]?.includes(name as string | null) ?? true,
        }),
    ...(excluded === undefined
      ? {}
      : {
          includeObject: (_object: unknown, name: unknown, type: unknown) =>
            !excluded.some(([kind, excludedName]) => kind === type && excludedName === name),
        }),
  };
}
