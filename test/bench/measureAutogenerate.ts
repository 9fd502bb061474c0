import { compareMetadata } from "../../src/engine/autogenerate/compareMetadata.ts";
import type { Connection } from "../../src/engine/connection.ts";
import { compileMetaData } from "../../src/engine/ddl/compileMetaData.ts";
import { reflect } from "../../src/engine/reflection/reflect.ts";
import type { MetaData } from "../../src/engine/schema/metadata.ts";
import { openTestDatabase } from "../database/openTestDatabase.ts";
import { dropTables } from "./dropTables.ts";
import { elapsed } from "./elapsed.ts";
import { formatTable } from "./formatTable.ts";
import { median } from "./median.ts";
import { timedConnection, type TimedConnection } from "./timedConnection.ts";
import { wideModels } from "./wideModels.ts";

const sizes = [10, 100, 1000];
const rounds = 5;

interface Sample {
  readonly total: number;
  readonly processor: number;
  readonly queries: number;
  readonly folding: number;
  readonly comparing: number;
}

/** Autogenerate where there is nothing to find: models of ten columns a table beside a database made from them. */
export async function measureAutogenerate(): Promise<void> {
  const { connection, reset } = await openTestDatabase();
  const timed = timedConnection(connection);
  reset();
  warmUp(timed);
  const rows = [["tables", "total", "processor", "per table", "queries", "folding", "comparing", "first run"]];
  for (const size of sizes) {
    const metadata = wideModels(size);
    for (const sql of compileMetaData(metadata, { mode: "online" })) connection.execute(sql);
    connection.execute("ANALYZE");
    const first = measure(timed, metadata);
    const samples = Array.from({ length: rounds }, () => measure(timed, metadata));
    const middle = (key: keyof Sample): number => median(samples.map((sample) => sample[key]));
    rows.push([
      size.toString(),
      middle("total").toFixed(1),
      middle("processor").toFixed(1),
      (middle("total") / size).toFixed(2),
      middle("queries").toFixed(1),
      middle("folding").toFixed(1),
      middle("comparing").toFixed(1),
      first.total.toFixed(1),
    ]);
    dropTables(connection);
  }
  console.log(`Autogenerate with nothing to find, tables of ten columns, milliseconds, median of ${rounds}`);
  console.log(formatTable(rows));
  console.log("  at most 1000 ms for 1000 tables; Alembic itself, beside PostgreSQL 15: 89, 577 and 3767 ms");
}

/** A first comparison waits for the code of the database and of the engine to be compiled. */
function warmUp(timed: TimedConnection): void {
  const metadata = wideModels(50);
  for (const sql of compileMetaData(metadata, { mode: "online" })) timed.execute(sql);
  for (let round = 0; round < 2 * rounds; round++) measure(timed, metadata);
  dropTables(timed);
}

/** One comparison, and where its time goes: reflection alone is measured beside it. */
function measure(timed: TimedConnection, metadata: MetaData): Sample {
  timed.restart();
  const whole = elapsed(() => expectNothing(timed, metadata));
  const queries = timed.milliseconds;
  timed.restart();
  const reflection = elapsed(() => reflect(timed, { includeSchemas: false }));
  const folding = reflection.wall - timed.milliseconds;
  return {
    total: whole.wall,
    processor: whole.processor,
    queries,
    folding,
    comparing: whole.wall - queries - folding,
  };
}

function expectNothing(connection: Connection, metadata: MetaData): void {
  if (compareMetadata(connection, metadata).upgradeOps.length > 0)
    throw new Error("the models differ from a database that was made from them");
}
