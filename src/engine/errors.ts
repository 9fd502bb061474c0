/** The user's mistake, in Alembic's words; the command line prints `FAILED: ` and the message. Source: alembic.util.exc. */
export class CommandError extends Error {
  override readonly name: string = "CommandError";
}

/** A place in a user's file; lines and columns count from 1. */
export interface SourceLocation {
  readonly path: string;
  readonly line: number;
  readonly column: number;
}

/** The fields of a PostgreSQL ErrorResponse. Source: PostgreSQL documentation, "Error and Notice Message Fields". */
export interface DatabaseErrorFields {
  readonly message: string;
  readonly severity: string;
  /** SQLSTATE, five characters. */
  readonly code: string;
  readonly detail?: string;
  readonly hint?: string;
  /** Character offset into the statement, from 1. */
  readonly position?: number;
  readonly where?: string;
  readonly schema?: string;
  readonly table?: string;
  readonly column?: string;
  readonly dataType?: string;
  readonly constraint?: string;
}

/** What PostgreSQL answered to a statement that failed. */
export class DatabaseError extends Error {
  override readonly name = "DatabaseError";
  readonly fields: DatabaseErrorFields;
  readonly sql: string;
  constructor(fields: DatabaseErrorFields, sql: string) {
    super(fields.message);
    this.fields = fields;
    this.sql = sql;
  }
}

/** An exception that escaped from a user's file: its type and message as the language prints them, and where it was raised. */
export class ProgramError extends Error {
  override readonly name = "ProgramError";
  readonly type: string;
  readonly location: SourceLocation | undefined;
  /** The user's frames only, innermost first. */
  readonly frames: readonly SourceLocation[];
  constructor(type: string, message: string, location?: SourceLocation, frames: readonly SourceLocation[] = []) {
    super(message);
    this.type = type;
    this.location = location;
    this.frames = frames;
  }
}
