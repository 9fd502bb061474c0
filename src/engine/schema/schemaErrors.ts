/** A naming convention asks for what a constraint does not have. Source: sqlalchemy.exc.InvalidRequestError. */
export class InvalidRequestError extends Error {
  override readonly name = "InvalidRequestError";
}

/** Arguments that cannot make a schema object. Source: sqlalchemy.exc.ArgumentError. */
export class ArgumentError extends Error {
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
