import type { Operation } from "../operations/operation.ts";

/** One generated operation and why it was generated, for people. */
export interface Change {
  readonly operation: Operation;
  readonly reason: string;
}

export interface LogLine {
  readonly level: "INFO" | "WARNING";
  readonly logger: string;
  readonly message: string;
}

/** Alembic warns as Python does, SQLAlchemy by a class of its own. */
export interface PythonWarning {
  readonly category: "UserWarning" | "SAWarning";
  readonly message: string;
}

/** Collects what the comparers find, in order. */
export class ChangeRecorder {
  readonly changes: Change[] = [];
  readonly logLines: LogLine[] = [];
  readonly #warnings = new Map<string, PythonWarning>();

  change(operation: Operation, reason: string): void {
    this.changes.push({ operation, reason });
  }

  info(logger: string, message: string): void {
    this.logLines.push({ level: "INFO", logger, message });
  }

  /** Python shows the same warning once. */
  warn(message: string, category: PythonWarning["category"]): void {
    if (!this.#warnings.has(message)) this.#warnings.set(message, { category, message });
  }

  get warnings(): readonly PythonWarning[] {
    return [...this.#warnings.values()];
  }
}
