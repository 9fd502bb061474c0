import { SqlAlchemyError } from "./sqlAlchemyError.ts";

/** A naming convention asks for what a constraint does not have. Source: sqlalchemy.exc.InvalidRequestError. */
export class InvalidRequestError extends SqlAlchemyError {
  override readonly name = "InvalidRequestError";
}

/** Arguments that cannot make a schema object. Source: sqlalchemy.exc.ArgumentError. */
export class ArgumentError extends SqlAlchemyError {
  override readonly name: string = "ArgumentError";
}

/** A constraint names a column that its table lacks. Source: sqlalchemy.exc.ConstraintColumnNotFoundError. */
export class ConstraintColumnNotFoundError extends ArgumentError {
  override readonly name = "ConstraintColumnNotFoundError";
  readonly constraint: string;
  readonly table: string;
  readonly column: string;
  constructor(constraint: string, table: string, column: string) {
    super(`Can't create ${constraint} on table '${table}': no column named '${column}' is present.`);
    this.constraint = constraint;
    this.table = table;
    this.column = column;
  }
}

/** A naming convention has a token that means nothing. Source: sqlalchemy.sql.naming.ConventionDict, which raises KeyError. */
export class UnknownTokenError extends Error {
  override readonly name = "KeyError";
  readonly token: string;
  constructor(token: string) {
    super(`'${token}'`);
    this.token = token;
  }
}

/** A naming convention asks for a column of a table that is not there yet. Source: sqlalchemy.exc.NoReferencedTableError. */
export class NoReferencedTableError extends SqlAlchemyError {
  override readonly name = "NoReferencedTableError";
  readonly table: string;
  constructor(column: string, table: string, targetColumn: string) {
    super(
      `Foreign key associated with column '${column}' could not find table '${table}' with which to generate a foreign key to target column '${targetColumn}'`,
    );
    this.table = table;
  }
}

/** A table is given a column twice. Source: sqlalchemy.exc.DuplicateColumnError. */
export class DuplicateColumnError extends ArgumentError {
  override readonly name = "DuplicateColumnError";
  readonly table: string;
  readonly column: string;
  constructor(table: string, column: string) {
    super(
      `A column with name '${column}' is already present in table '${table}'. Specify replace_existing=True to Table.append_column() to replace an existing column.`,
    );
    this.table = table;
    this.column = column;
  }
}

/** A reference has more parts than schema, table and column, and a convention asks for its table; Python's own ValueError. */
export class UnpackError extends Error {
  override readonly name = "ValueError";
  constructor() {
    super("too many values to unpack (expected 2)");
  }
}
