import { afterEach, beforeEach } from "vitest";
import type { Connection } from "../../src/engine/connection.ts";
import { openTestDatabase } from "./openTestDatabase.ts";

/** The database of a test file, which each of its tests finds as the script makes it from nothing. */
export async function useTestDatabase(script: string): Promise<Connection> {
  const { connection, reset } = await openTestDatabase();
  beforeEach(() => {
    reset();
    connection.executeScript(script);
  });
  afterEach(reset);
  return connection;
}
