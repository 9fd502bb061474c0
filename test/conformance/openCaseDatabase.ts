import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { PGlite } from "@electric-sql/pglite";
import { citext } from "@electric-sql/pglite/contrib/citext";
import { hstore } from "@electric-sql/pglite/contrib/hstore";
import { PgliteConnection } from "../../src/database/pgliteConnection.ts";
import type { Connection } from "../../src/engine/connection.ts";

export interface CaseDatabase {
  readonly connection: Connection;
  /** Back to an empty `public` schema. */
  reset(): void;
}

const root = fileURLToPath(new URL("../..", import.meta.url));
const archive = `${root}.cache/database/pgdata.bin`;

let opened: Promise<CaseDatabase> | null = null;

/** The page's PostgreSQL with the two extensions that recorded cases create types from. */
export function openCaseDatabase(): Promise<CaseDatabase> {
  opened ??= open();
  return opened;
}

async function open(): Promise<CaseDatabase> {
  if (!existsSync(archive)) execFileSync("npm", ["run", "database"], { cwd: root, stdio: "inherit" });
  const tar = gunzipSync(await readFile(archive));
  const database = await PGlite.create({
    loadDataDir: new Blob([new Uint8Array(tar)]),
    extensions: { citext, hstore },
  });
  const connection = new PgliteConnection(database);
  return { connection, reset: () => reset(connection) };
}

function reset(connection: Connection): void {
  if (connection.inTransaction) connection.execute("ROLLBACK");
  connection.execute("RESET ALL");
  const { rows } = connection.execute(
    "SELECT quote_ident(nspname) FROM pg_namespace WHERE nspname !~ '^pg_' AND nspname <> 'information_schema'",
  );
  for (const [schema] of rows) connection.execute(`DROP SCHEMA ${schema} CASCADE`);
  connection.execute("CREATE SCHEMA public");
}
