import { runCommandLine } from "../../src/engine/commands/runCommandLine.ts";
import type { Connection } from "../../src/engine/connection.ts";
import { openTestDatabase } from "../database/openTestDatabase.ts";
import { dropTables } from "./dropTables.ts";
import { elapsed } from "./elapsed.ts";
import { formatTable } from "./formatTable.ts";
import { upgradeProject } from "./upgradeProject.ts";

const rounds = 9;

/** Alembic 1.19.2 over the same statements raw, psycopg2 and PostgreSQL 15, the same kind of machine. */
const alembicRatio: Readonly<Record<number, string>> = { 10: "2.2", 100: "2.5", 1000: "2.0" };

/** Beyond this the state after every statement is read from so many tables that nothing else would be measured. */
const statesUpTo = 100;

/**
 * In processor time, the database's included: both sides run in this process, and the wall clock of a shared machine varies more than the ratio.
 * `upgrade head` through a line of revisions beside exactly its statements, sent raw in one transaction.
 */
export async function measureUpgrade(): Promise<void> {
  const { connection, reset } = await openTestDatabase();
  reset();
  warmUp(connection);
  const rows = [["revisions", "statements", "upgrade", "raw", "ratio", "Alembic's ratio", "with states", "ratio"]];
  for (const size of Object.keys(alembicRatio).map(Number)) {
    const statements = recordUpgrade(size, connection);
    const upgrades: number[] = [];
    const raws: number[] = [];
    const states: number[] = [];
    for (let round = 0; round < rounds; round++) {
      upgrades.push(timeUpgrade(size, connection, false));
      raws.push(timeRaw(statements, connection));
      if (size <= statesUpTo) states.push(timeUpgrade(size, connection, true));
    }
    const ratioToRaw = (times: readonly number[]): string => (Math.min(...times) / Math.min(...raws)).toFixed(2);
    rows.push([
      size.toString(),
      statements.length.toString(),
      Math.min(...upgrades).toFixed(0),
      Math.min(...raws).toFixed(0),
      ratioToRaw(upgrades),
      alembicRatio[size] ?? "",
      states.length === 0 ? "" : Math.min(...states).toFixed(0),
      states.length === 0 ? "" : ratioToRaw(states),
    ]);
  }
  console.log(`Upgrade from base to head in one transaction, milliseconds of processor time, lowest of ${rounds}`);
  console.log(formatTable(rows));
  console.log("  ratio at most 1.30; with states: the schema and the row counts are read after every statement");
}

function warmUp(connection: Connection): void {
  for (let round = 0; round < 3; round++) {
    timeRaw(recordUpgrade(50, connection), connection);
    timeUpgrade(50, connection, true);
  }
}

function timeUpgrade(size: number, connection: Connection, withStates: boolean): number {
  const world = upgradeProject(size, connection, withStates);
  const { processor } = elapsed(() => {
    if (runCommandLine(["upgrade", "head"], world).exitCode !== 0) throw new Error("the upgrade failed");
  });
  dropTables(connection);
  return processor;
}

function timeRaw(statements: readonly string[], connection: Connection): number {
  const { processor } = elapsed(() => {
    for (const sql of statements) connection.execute(sql);
  });
  dropTables(connection);
  return processor;
}

/** What an upgrade changes, between its BEGIN and its COMMIT; the questions that it asks are left out. */
function recordUpgrade(size: number, connection: Connection): readonly string[] {
  const statements: string[] = [];
  const recording: Connection = {
    execute(sql, parameters) {
      if (!sql.startsWith("SELECT")) statements.push(sql);
      return connection.execute(sql, parameters);
    },
    executeScript: (sql) => connection.executeScript(sql),
    get inTransaction() {
      return connection.inTransaction;
    },
  };
  timeUpgrade(size, recording, false);
  return statements.filter((sql) => !/^(?:DROP|VACUUM)/.test(sql));
}
