import type { Connection } from "../../src/engine/connection.ts";

export interface TimedConnection extends Connection {
  /** Milliseconds spent in the database, and the number of statements, since the last `restart`. */
  readonly milliseconds: number;
  readonly statements: number;
  restart(): void;
}

/** The connection with a clock around every statement. */
export function timedConnection(connection: Connection): TimedConnection {
  let milliseconds = 0;
  let statements = 0;
  const timed = <T>(action: () => T): T => {
    const started = performance.now();
    try {
      return action();
    } finally {
      milliseconds += performance.now() - started;
      statements++;
    }
  };
  return {
    execute: (sql, parameters) => timed(() => connection.execute(sql, parameters)),
    executeScript: (sql) => timed(() => connection.executeScript(sql)),
    get inTransaction() {
      return connection.inTransaction;
    },
    get milliseconds() {
      return milliseconds;
    },
    get statements() {
      return statements;
    },
    restart() {
      milliseconds = 0;
      statements = 0;
    },
  };
}
