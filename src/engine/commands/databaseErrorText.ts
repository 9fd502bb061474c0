import type { DatabaseError } from "../errors.ts";

/** SQLSTATE -> psycopg2's class; where a code is missing its class of codes decides. Source: psycopg2.errors. */
const psycopgClasses: Readonly<Record<string, string>> = {
  "0A000": "FeatureNotSupported",
  "21000": "CardinalityViolation",
  "22001": "StringDataRightTruncation",
  "22003": "NumericValueOutOfRange",
  "22007": "InvalidDatetimeFormat",
  "22008": "DatetimeFieldOverflow",
  "22012": "DivisionByZero",
  "22023": "InvalidParameterValue",
  "22P02": "InvalidTextRepresentation",
  "23502": "NotNullViolation",
  "23503": "ForeignKeyViolation",
  "23505": "UniqueViolation",
  "23514": "CheckViolation",
  "23P01": "ExclusionViolation",
  "25001": "ActiveSqlTransaction",
  "25P02": "InFailedSqlTransaction",
  "2BP01": "DependentObjectsStillExist",
  "3F000": "InvalidSchemaName",
  "42501": "InsufficientPrivilege",
  "42601": "SyntaxError",
  "42602": "InvalidName",
  "42611": "InvalidColumnDefinition",
  "42622": "NameTooLong",
  "42701": "DuplicateColumn",
  "42702": "AmbiguousColumn",
  "42703": "UndefinedColumn",
  "42704": "UndefinedObject",
  "42710": "DuplicateObject",
  "42723": "DuplicateFunction",
  "42725": "AmbiguousFunction",
  "42803": "GroupingError",
  "42804": "DatatypeMismatch",
  "42809": "WrongObjectType",
  "42830": "InvalidForeignKey",
  "42846": "CannotCoerce",
  "42883": "UndefinedFunction",
  "42P01": "UndefinedTable",
  "42P02": "UndefinedParameter",
  "42P06": "DuplicateSchema",
  "42P07": "DuplicateTable",
  "42P16": "InvalidTableDefinition",
  "42P17": "InvalidObjectDefinition",
  "42P18": "IndeterminateDatatype",
  "55000": "ObjectNotInPrerequisiteState",
  "55006": "ObjectInUse",
  "55P03": "LockNotAvailable",
  "55P04": "UnsafeNewEnumValueUsage",
  "57014": "QueryCanceled",
  P0001: "RaiseException",
  XX000: "InternalError_",
};

/** The first two characters of SQLSTATE -> the DBAPI's exception and SQLAlchemy's page about it. Source: PEP 249, psycopg2. */
const dbapiClasses: Readonly<Record<string, string>> = {
  "0A": "NotSupportedError",
  "20": "ProgrammingError",
  "21": "ProgrammingError",
  "22": "DataError",
  "23": "IntegrityError",
  "24": "InternalError",
  "25": "InternalError",
  "26": "ProgrammingError",
  "27": "OperationalError",
  "28": "OperationalError",
  "2B": "InternalError",
  "2D": "InternalError",
  "2F": "InternalError",
  "34": "ProgrammingError",
  "38": "InternalError",
  "39": "InternalError",
  "3B": "InternalError",
  "3D": "ProgrammingError",
  "3F": "ProgrammingError",
  "40": "OperationalError",
  "42": "ProgrammingError",
  "44": "ProgrammingError",
  "53": "OperationalError",
  "54": "OperationalError",
  "55": "OperationalError",
  "57": "OperationalError",
  "58": "OperationalError",
  F0: "InternalError",
  P0: "InternalError",
  XX: "InternalError",
};

const backgroundCodes: Readonly<Record<string, string>> = {
  DatabaseError: "4xp6",
  DataError: "9h9h",
  IntegrityError: "gkpj",
  InternalError: "2j85",
  NotSupportedError: "tw8g",
  OperationalError: "e3q8",
  ProgrammingError: "f405",
};

/** What a Python user sees of a failed statement: SQLAlchemy's exception around psycopg2's. Source: sqlalchemy.exc.DBAPIError. */
export function databaseErrorText(error: DatabaseError): string {
  const { fields, sql } = error;
  const dbapi = dbapiClasses[fields.code.slice(0, 2)] ?? "DatabaseError";
  const psycopg = psycopgClasses[fields.code] ?? dbapi;
  const lines = [`sqlalchemy.exc.${dbapi}: (psycopg2.errors.${psycopg}) ${fields.message}`];
  if (fields.position !== undefined) lines.push(...markPosition(sql, fields.position));
  if (fields.detail !== undefined) lines.push(`DETAIL:  ${fields.detail}`);
  if (fields.hint !== undefined) lines.push(`HINT:  ${fields.hint}`);
  if (fields.where !== undefined) lines.push(`CONTEXT:  ${fields.where}`);
  lines.push(
    "",
    `[SQL: ${sql}]`,
    `(Background on this error at: https://sqlalche.me/e/20/${backgroundCodes[dbapi] ?? "4xp6"})`,
  );
  return lines.join("\n");
}

/** `LINE n: ...` and a caret, as libpq prints them. */
function markPosition(sql: string, position: number): readonly string[] {
  const before = [...sql].slice(0, position - 1).join("");
  const lineNumber = before.split("\n").length;
  const line = sql.split("\n")[lineNumber - 1] ?? "";
  const column = before.length - (before.lastIndexOf("\n") + 1);
  const label = `LINE ${lineNumber}: `;
  return [label + line, `${" ".repeat(label.length + column)}^`];
}
