import type { Connection } from "../../connection.ts";
import type { AlterServerDefault } from "../../operations/operation.ts";
import type { ReflectedColumn } from "../../reflection/reflectedTable.ts";
import type { Identity } from "../../schema/column.ts";
import { differingIdentityOptions, IDENTITY_OPTION_NAMES } from "../../schema/differingIdentityOptions.ts";
import { comparedColumn, functionContext } from "../functionArguments.ts";
import type { ModelColumn } from "../modelTable.ts";
import { compiledText, renderedServerDefault, renderedText } from "../renderedExpression.ts";
import { renderedIdentity } from "../renderedIdentity.ts";
import type { ColumnComparison, ColumnFinding } from "./columnComparison.ts";
import { isNone } from "../../isNone.ts";

const logger = "alembic.autogenerate.compare.server_defaults";

/** A model and a database that disagree about what kind of default a column has; Alembic cannot compare them either. */
export class IncomparableDefaultError extends Error {
  override readonly name = "AssertionError";
  readonly column: string;
  constructor(column: string) {
    super(`the default of ${column} is an identity on one side and another default on the other`);
    this.column = column;
  }
}

/**
 * Alembic's steps in its order: what is known, the user's function, computed columns, identity, autoincrement, the default itself.
 * Source: alembic.autogenerate.compare.server_defaults.
 */
export function compareServerDefault(comparison: ColumnComparison): ColumnFinding {
  const { options, recorder, name, schema, model, databaseColumn, modelColumn } = comparison;
  const existing = databaseDefault(databaseColumn);
  const wanted = modelDefault(modelColumn);
  const alter = existing === null ? {} : { existingServerDefault: existing };
  const compares = options.compareServerDefault ?? false;
  const hasDefault = existing !== null || wanted !== null;
  if (compares === false) return hasDefault ? { alter } : autoincrement(comparison);
  const place = `'${name}.${databaseColumn.name}'`;

  if (typeof compares === "function" && hasDefault) {
    const answer = compares(
      functionContext,
      comparedColumn(databaseColumn, { name, schema }),
      comparedColumn(modelColumn, { name, schema }),
      databaseColumn.serverDefault?.text ?? null,
      wanted,
      comparableText(wanted),
    );
    if (answer)
      recorder.info(
        logger,
        `User defined function ${String(compares.name)} detected server default on column ${place}`,
      );
    if (answer) return { alter: { ...alter, serverDefault: wanted }, reason: reason(existing, wanted) };
    if (answer === false) return { alter };
  }

  const isComputed = databaseColumn.computed !== undefined || modelColumn.computed !== undefined;
  if (isComputed) {
    const changed =
      normalizeComputed(databaseColumn.computed?.sqltext) !==
      normalizeComputed(modelColumn.computed && compiledText(modelColumn.computed.sqltext));
    if (changed) recorder.warn(`Computed default on ${name}.${databaseColumn.name} cannot be modified`, "UserWarning");
    return { alter };
  }

  if (databaseColumn.identity !== undefined || modelColumn.identity !== undefined) {
    if (
      (wanted !== null && modelColumn.identity === undefined) ||
      (existing !== null && databaseColumn.identity === undefined)
    ) {
      throw new IncomparableDefaultError(`${name}.${databaseColumn.name}`);
    }
    const differing = differingIdentityOptions(modelColumn.identity ?? {}, databaseColumn.identity ?? {}).map(
      (option) => IDENTITY_OPTION_NAMES[option],
    );
    if (differing.length === 0 && (modelColumn.identity === undefined) === (databaseColumn.identity === undefined)) {
      return { alter: { ...alter, ...autoincrement(comparison).alter } };
    }
    if (differing.length > 0) {
      const list = `[${differing.map((option) => `'${option}'`).join(", ")}]`;
      recorder.info(logger, `Detected server default on column ${place}: identity options attributes ${list}`);
    }
    const why = identityReason(databaseColumn.identity, modelColumn.identity, differing);
    const change = { ...alter, serverDefault: wanted };
    return differing.length > 0
      ? { alter: change, reason: why }
      : { alter: { ...change, ...autoincrement(comparison).alter }, reason: why };
  }

  const known = { ...alter, ...autoincrement(comparison).alter };
  if (!hasDefault || !isClause(wanted)) return { alter: known };
  const isSerial = modelColumn.primaryKey && model.autoincrementColumn === databaseColumn.name;
  if (isSerial || !defaultsDiffer(comparison.connection, databaseColumn, modelColumn)) return { alter: known };
  recorder.info(
    logger,
    `Dialect impl <alembic.ddl.postgresql.PostgresqlImpl object> detected server default on column ${place}`,
  );
  return { alter: { ...known, serverDefault: wanted }, reason: reason(existing, wanted) };
}

function databaseDefault(column: ReflectedColumn): AlterServerDefault {
  if (column.computed !== undefined)
    return { kind: "computed", computed: { ...column.computed, sqltext: renderedText(column.computed.sqltext) } };
  if (column.identity !== undefined) return { kind: "identity", identity: column.identity };
  return column.serverDefault === undefined ? null : renderedServerDefault(column.serverDefault);
}

function modelDefault(column: ModelColumn): AlterServerDefault {
  if (column.computed !== undefined)
    return { kind: "computed", computed: { ...column.computed, sqltext: renderedText(column.computed.sqltext) } };
  if (column.identity !== undefined) return { kind: "identity", identity: renderedIdentity(column.identity) };
  return isNone(column.serverDefault) ? null : renderedServerDefault(column.serverDefault);
}

function isClause(serverDefault: AlterServerDefault): boolean {
  return (
    serverDefault === null ||
    typeof serverDefault === "string" ||
    (typeof serverDefault === "object" && serverDefault.kind !== "fetchedValue")
  );
}

function comparableText(serverDefault: AlterServerDefault): string | null {
  if (typeof serverDefault === "string") return serverDefault;
  return typeof serverDefault === "object" &&
    serverDefault !== null &&
    (serverDefault.kind === "text" || serverDefault.kind === "literalColumn")
    ? compiledText(serverDefault)
    : null;
}

/** Source: alembic.autogenerate.compare.server_defaults._setup_autoincrement. */
function autoincrement({ model, modelColumn, databaseColumn }: ColumnComparison): ColumnFinding {
  if (model.autoincrementColumn === databaseColumn.name || modelColumn.autoincrement === true)
    return { alter: { autoincrement: true } };
  return modelColumn.autoincrement === false ? { alter: { autoincrement: false } } : { alter: {} };
}

function normalizeComputed(text: string | undefined): string {
  return (text ?? "").replaceAll(/[ ()'"`[\]\t\r\n]/g, "").toLowerCase();
}

function identityReason(
  database: Identity | undefined,
  model: Identity | undefined,
  differing: readonly string[],
): string {
  if (database === undefined) return "an identity column in the model, not in the database";
  if (model === undefined) return "an identity column in the database, not in the model";
  return `identity options differ: ${differing.join(", ")}`;
}

/** Asks the server whether the two defaults are equal. Source: alembic.ddl.postgresql.PostgresqlImpl.compare_server_default. */
function defaultsDiffer(connection: Connection, databaseColumn: ReflectedColumn, modelColumn: ModelColumn): boolean {
  const text = databaseColumn.serverDefault?.text ?? null;
  const existing =
    text !== null && /^nextval\('(.+?)'::regclass\)/.test(text) ? text.replaceAll("::regclass", "") : text;
  const raw = modelColumn.serverDefault;
  const rendered =
    isNone(raw) || (typeof raw === "object" && raw.kind === "fetchedValue")
      ? null
      : typeof raw === "string"
        ? raw
        : compiledText(raw);
  if (existing === rendered) return false;
  if (existing === null || rendered === null || isNone(raw)) return true;
  const isNumber = ["NUMERIC", "DOUBLE_PRECISION", "REAL", "FLOAT"].includes(databaseColumn.type.name);
  const compared = typeof raw === "string" && !isNumber ? `'${raw.replaceAll(/^'|'$/g, "")}'` : rendered;
  const answer = connection.execute(`SELECT ${existing} = ${compared} AS anon_1`).rows[0]?.[0] ?? null;
  return answer !== "t";
}

function reason(existing: AlterServerDefault, wanted: AlterServerDefault): string {
  return `default ${said(existing)} in the database, ${said(wanted)} in the model`;
}

function said(serverDefault: AlterServerDefault): string {
  if (serverDefault === null || serverDefault === false) return "absent";
  return comparableText(serverDefault) ?? (typeof serverDefault === "object" ? serverDefault.kind : "absent");
}
