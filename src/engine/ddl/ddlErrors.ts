/*
 * What SQLAlchemy raises while it turns a construct into SQL. Each class is named as SQLAlchemy's (or Python's) is,
 * because that name is what a traceback prints. Source: sqlalchemy.exc.
 */

/** A construct has no SQL in PostgreSQL. */
export class CompileError extends Error {
  override readonly name = "CompileError";
}

/** A name that nothing may shorten is longer than PostgreSQL allows. */
export class IdentifierError extends Error {
  override readonly name = "IdentifierError";
  readonly identifier: string;
  readonly maximum: number;
  constructor(identifier: string, maximum: number) {
    super(`Identifier '${identifier}' exceeds maximum length of ${maximum} characters`);
    this.identifier = identifier;
    this.maximum = maximum;
  }
}

/** A column is named that the table at hand does not have. */
export class MissingColumnError extends Error {
  override readonly name = "KeyError";
  readonly column: string;
  constructor(column: string) {
    super(`'${column}'`);
    this.column = column;
  }
}

/** An argument of Python's own kind of mistake. */
export class ArgumentTypeError extends Error {
  override readonly name = "TypeError";
}
