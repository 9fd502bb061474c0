import type { Connection } from "../connection.ts";
import type { Operation } from "../operations/operation.ts";
import type { DatabaseState } from "./migrationEvent.ts";
import type { StatementObservation } from "./statementObservation.ts";

/** What was read after a statement. */
export interface Recorded {
  readonly state: DatabaseState;
  /** False: reading would have cost more than the run itself, and `state` is the last one that was read. */
  readonly stateRead: boolean;
  /** null where nothing was observed. */
  readonly observation: StatementObservation | null;
}

/** Reads from the database what a run does to it, statement by statement. One recorder serves one run. */
export interface Recorder {
  /** The state, whatever it costs. */
  readState(connection: Connection): DatabaseState;
  /** Called right before a statement; `operation` is null where the statement keeps the version table. */
  beforeStatement(connection: Connection, operation: Operation | null): void;
  /** Called right after a statement that succeeded. */
  afterStatement(connection: Connection, operation: Operation | null): Recorded;
  /** The state at the end of a step. */
  endOfStep(connection: Connection): Recorded;
  transactionEnded(how: "commit" | "rollback"): void;
}

/** A recorder that reads whole states and observes nothing. */
export class StateReader implements Recorder {
  readonly #read: (connection: Connection) => DatabaseState;
  /** What was read after the last statement; null once another has run. */
  #last: DatabaseState | null = null;

  constructor(read: (connection: Connection) => DatabaseState) {
    this.#read = read;
  }

  readState(connection: Connection): DatabaseState {
    this.#last ??= this.#read(connection);
    return this.#last;
  }

  beforeStatement(): void {
    this.#last = null;
  }

  afterStatement(connection: Connection): Recorded {
    return { state: this.readState(connection), stateRead: true, observation: null };
  }

  endOfStep(connection: Connection): Recorded {
    return { state: this.readState(connection), stateRead: true, observation: null };
  }

  transactionEnded(how: "commit" | "rollback"): void {
    if (how === "rollback") this.#last = null;
  }
}
