import * as fc from "fast-check";
import { expect, it } from "vitest";
import { compareMetadata, type AutogenerateResult } from "../../../src/engine/autogenerate/compareMetadata.ts";
import { compileMetaData } from "../../../src/engine/ddl/compileMetaData.ts";
import { compileOperation } from "../../../src/engine/ddl/compileOperation.ts";
import type { Operation } from "../../../src/engine/operations/operation.ts";
import type { MetaData } from "../../../src/engine/schema/metadata.ts";
import { readCatalogs } from "../../conformance/readCatalogs.ts";
import { openTestDatabase } from "../../database/openTestDatabase.ts";
import { EXTRA_SCHEMA, modelPairs } from "./modelPairs.ts";

const seed = 20240506;
const runs = 40;
const mostMilliseconds = 15_000;

const { connection, reset } = await openTestDatabase();

function create(metadata: MetaData): void {
  reset();
  connection.execute(`CREATE SCHEMA ${EXTRA_SCHEMA}`);
  for (const sql of compileMetaData(metadata, { mode: "online" })) connection.execute(sql);
}

function compare(metadata: MetaData): AutogenerateResult {
  return compareMetadata(connection, metadata, { includeSchemas: true, compareServerDefault: true });
}

function run(operations: readonly Operation[]): void {
  connection.execute("BEGIN");
  for (const operation of operations) {
    for (const { sql, parameters } of compileOperation(operation, { mode: "online", createdTypes: new Set() }))
      connection.execute(sql, parameters);
  }
  connection.execute("COMMIT");
}

/** The catalogs without what PostgreSQL adds to an expression whose column changes its type: casts, and quotes around a number. */
function catalogs(): readonly string[] {
  return readCatalogs(connection).map((line) =>
    line
      .replaceAll(/::[a-z]+(?: [a-z]+)*(?:\(\d+(?:,\d+)?\))?/g, "")
      .replaceAll(/'(\d+)'/g, "$1")
      .replaceAll(/[()]/g, ""),
  );
}

it("from any models to any others and back", { timeout: 2 * mostMilliseconds }, () => {
  fc.assert(
    fc.property(modelPairs, ({ from, to }) => {
      create(to);
      const wanted = catalogs();
      expect(compare(to).upgradeOps, "a database made from the models").toEqual([]);
      create(from);
      const before = catalogs();
      const { upgradeOps, downgradeOps } = compare(to);
      run(upgradeOps);
      expect(catalogs(), "after the upgrade").toEqual(wanted);
      expect(compare(to).upgradeOps, "the second comparison").toEqual([]);
      run(downgradeOps);
      expect(catalogs(), "after the downgrade").toEqual(before);
    }),
    { seed, numRuns: runs, interruptAfterTimeLimit: mostMilliseconds, markInterruptAsFailure: false },
  );
});
