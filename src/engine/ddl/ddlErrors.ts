import { SqlAlchemyError } from "../schema/sqlAlchemyError.ts";

/* What SQLAlchemy, or Python itself, raises while a construct is turned into SQL. */

/** A construct has no SQL in PostgreSQL. */
export class CompileError extends SqlAlchemyError {
  override readonly name = "CompileError";
}

/** A name that nothing may shorten is longer than PostgreSQL allows. */
export class IdentifierError extends SqlAlchemyError {
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

/** A parameter has no value; of several rows, in the one of that number. Source: SQLCompiler.construct_params. */
export class MissingValueError extends SqlAlchemyError {
  override readonly name = "StatementError";
  readonly column: string;
  readonly group: number | null;
  constructor(column: string, group: number | null = null) {
    super(
      `(sqlalchemy.exc.InvalidRequestError) A value is required for bind parameter '${column}'${group === null ? "" : `, in parameter group ${group}`}`,
    );
    this.column = column;
    this.group = group;
  }
}

/** An argument of Python's own kind of mistake. */
export class ArgumentTypeError extends Error {
  override readonly name = "TypeError";
}

/** A value of one kind is used as one of another. */
export class MissingAttributeError extends Error {
  override readonly name = "AttributeError";
  readonly attribute: string;
  constructor(value: unknown, attribute: string) {
    super(`'${pythonClass(value)}' object has no attribute '${attribute}'`);
    this.attribute = attribute;
  }
}

function pythonClass(value: unknown): string {
  const kind = typeof value === "object" && value !== null && "kind" in value ? value.kind : "str";
  const classes = new Map<unknown, string>([
    ["text", "TextClause"],
    ["literalColumn", "ColumnClause"],
    ["fetchedValue", "FetchedValue"],
  ]);
  return classes.get(kind) ?? "str";
}

/** An index can neither be created nor dropped without a name; Alembic only asserts that there is one. */
export class UnnamedIndexError extends Error {
  override readonly name = "AssertionError";
  constructor() {
    super("");
  }
}

/** A default of which nothing is known cannot be set; Alembic only asserts that there is one. */
export class UnknownDefaultError extends Error {
  override readonly name = "AssertionError";
  constructor() {
    super("");
  }
}
