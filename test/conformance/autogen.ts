import { compareMetadata, type AutogenerateResult } from "../../src/engine/autogenerate/compareMetadata.ts";
import type { AutogenerateOptions } from "../../src/engine/autogenerate/autogenerateOptions.ts";
import type { CompileContext } from "../../src/engine/ddl/compileContext.ts";
import type { Statement } from "../../src/engine/ddl/statement.ts";
import { DatabaseError } from "../../src/engine/errors.ts";
import type { Connection } from "../../src/engine/connection.ts";
import type { Operation } from "../../src/engine/operations/operation.ts";
import type { MetaData } from "../../src/engine/schema/metadata.ts";
import { openTestDatabase } from "../database/openTestDatabase.ts";
import { decodeMetaData, encodeOperation } from "./decode.ts";
import { difference } from "./difference.ts";

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
  readonly warnings?: readonly string[];
  readonly converges?: boolean;
  readonly upgrade_error?: RecordedError;
  readonly second_error?: RecordedError;
  readonly second_ops?: readonly unknown[];
  readonly round_trip?: boolean;
  readonly downgrade_error?: RecordedError;
  readonly error?: RecordedError;
}

type Execute = (connection: Connection, operations: readonly Operation[], metadata: MetaData) => void;

/** Runs a recorded comparison on a real PostgreSQL and says the first thing that came out otherwise; null when nothing did. */
export async function createAutogenRunner(): Promise<(recorded: AutogenCase) => string | null> {
  const { connection, reset } = await openTestDatabase();
  const execute = await loadExecute();
  return (recorded) => {
    reset();
    return runCase(recorded, connection, execute);
  };
}

/** The script says less than the operation: with a new default it leaves out the existing one. Source: alembic.autogenerate.render._alter_column. */
function asRendered(operation: Operation): Operation {
  if (operation.kind !== "alterColumn" || operation.serverDefault === undefined || operation.serverDefault === false)
    return operation;
  const { existingServerDefault: _existing, ...rest } = operation;
  return rest;
}

type CompileOperation = (operation: Operation, context: CompileContext) => readonly Statement[];

const modules = import.meta.glob<{ readonly compileOperation: CompileOperation }>(
  "../../src/engine/ddl/compileOperation.ts",
);

/** Null while the compiler of operations does not exist: then only the comparison is checked. */
async function loadExecute(): Promise<Execute | null> {
  const module = await Object.values(modules)[0]?.();
  if (module === undefined) return null;
  return (connection, operations, { namingConvention }) => {
    const context: CompileContext = {
      mode: "online",
      createdTypes: new Set(),
      ...(namingConvention === undefined ? {} : { namingConvention }),
    };
    connection.execute("BEGIN");
    try {
      for (const operation of operations.map(asRendered)) {
        for (const { sql, parameters } of module.compileOperation(operation, context))
          connection.execute(sql, parameters);
      }
      connection.execute("COMMIT");
    } catch (error) {
      connection.execute("ROLLBACK");
      throw error;
    }
  };
}

function runCase(recorded: AutogenCase, connection: Connection, execute: Execute | null): string | null {
  for (const sql of recorded.database_sql) connection.execute(sql);
  const metadata = decodeMetaData(recorded.metadata);
  const options = optionsOf(recorded);
  const compare = (): AutogenerateResult => compareMetadata(connection, metadata, options);

  const first = attempt(compare);
  if (recorded.error !== undefined) return errorDifference("error", first, recorded.error);
  if ("error" in first) return `raised ${String(first.error)}`;
  const found =
    difference(first.value.upgradeOps.map(encodeOperation), recorded.upgrade_ops, "upgrade_ops") ??
    difference(first.value.downgradeOps.map(encodeOperation), recorded.downgrade_ops, "downgrade_ops") ??
    difference(first.value.warnings, recorded.warnings ?? [], "warnings");
  if (found !== null || execute === null) return found;
  // Where Alembic's own rendering cannot be run as Python, the operations can: nothing to compare.
  if (isPythonError(recorded.upgrade_error)) return null;

  const upgraded = attempt(() => execute(connection, first.value.upgradeOps, metadata));
  if (recorded.upgrade_error !== undefined) return errorDifference("upgrade_error", upgraded, recorded.upgrade_error);
  if ("error" in upgraded) return `upgrade raised ${String(upgraded.error)}`;

  const second = attempt(compare);
  if (recorded.second_error !== undefined) {
    const problem = errorDifference("second_error", second, recorded.second_error);
    if (problem !== null) return problem;
  } else {
    if ("error" in second) return `second comparison raised ${String(second.error)}`;
    const problem = difference(
      second.value.upgradeOps.map(encodeOperation),
      recorded.converges ? [] : recorded.second_ops,
      "second_ops",
    );
    if (problem !== null) return problem;
  }

  if (isPythonError(recorded.downgrade_error)) return null;
  const downgraded = attempt(() => execute(connection, first.value.downgradeOps, metadata));
  if (recorded.downgrade_error !== undefined)
    return errorDifference("downgrade_error", downgraded, recorded.downgrade_error);
  if ("error" in downgraded) return `downgrade raised ${String(downgraded.error)}`;
  if (recorded.round_trip === undefined) return null;
  const third = attempt(compare);
  if ("error" in third) return `third comparison raised ${String(third.error)}`;
  const returned = difference(third.value.upgradeOps.map(encodeOperation), recorded.upgrade_ops, "round_trip");
  return recorded.round_trip === (returned === null) ? null : (returned ?? "round_trip: true instead of false");
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
  // The text of a Python repr is not compared.
  if (recorded.type === "CompileError")
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
