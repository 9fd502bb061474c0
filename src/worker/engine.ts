import type { PGlite } from "@electric-sql/pglite";
import type { PgliteConnection } from "../database/pgliteConnection.ts";
import type { BaseDirectory } from "../database/savedDatabase.ts";
import type { DatabaseSnapshot } from "../engine/reflection/readDatabaseState.ts";
import type { Databases } from "./databases.ts";
import type { RememberingConnection } from "./rememberingConnection.ts";

/** PGlite, the sandbox and the engine in one thread; everything here answers synchronously once it has booted. */
export interface Engine {
  readonly database: PGlite;
  readonly connection: PgliteConnection;
  readonly databases: Databases;
  /** The same connection, for what happens by itself. */
  readonly questions: RememberingConnection;
  /** What saved databases are told apart from. */
  readonly base: Promise<BaseDirectory>;
  readonly quickjsWasm: WebAssembly.Module;
  /** What the database holds, as long as nothing but comparisons ran since it was read. */
  knownState: DatabaseSnapshot | null;
}
