import type { PGlite } from "@electric-sql/pglite";
import { installExtension } from "../database/installExtension.ts";
import { openPglite, type PgliteAssets } from "../database/openPglite.ts";
import { PgliteConnection } from "../database/pgliteConnection.ts";
import { readDelta, saveDelta, type BaseDirectory } from "../database/savedDatabase.ts";
import type { Connection } from "../engine/connection.ts";
import { CommandError } from "../engine/errors.ts";
import { databaseName } from "../engine/runtime/databaseName.ts";

/** The section of alembic.ini whose database the page shows. */
const mainSection = "alembic";
/** Each is a PostgreSQL of its own, with 130 MB of memory. */
const mostOthers = 3;

interface OtherDatabase {
  /** Held, so that it lives as long as its connection. */
  readonly database: PGlite;
  readonly connection: PgliteConnection;
  /** Its delta, as long as nobody has worked on it since. */
  saved: Blob | null;
}

/**
 * The database that the page shows, and those beside it that other sections of alembic.ini, or one env, name. A PostgreSQL in a tab has one
 * database: each further one is a PostgreSQL of its own. One that was saved starts when it is first asked for.
 */
export class Databases {
  readonly main: PgliteConnection;
  readonly #assets: PgliteAssets;
  readonly #base: Promise<BaseDirectory>;
  readonly #others = new Map<string, OtherDatabase>();
  readonly #mainDatabase: PGlite;
  /** Archives of extensions, for databases that are opened later. */
  readonly #extensions: Uint8Array[] = [];
  /** Deltas of those that have not started since they were saved. */
  readonly #saved: Map<string, Blob>;
  /** What the main section calls the main database; null until it was asked for. */
  #mainName: string | null = null;

  /** @param base what the page's databases start from, `assets.dataDirectory` */
  constructor(
    main: Pick<OtherDatabase, "database" | "connection">,
    assets: PgliteAssets,
    base: Promise<BaseDirectory>,
    saved: Readonly<Record<string, Blob>>,
  ) {
    this.main = main.connection;
    this.#mainDatabase = main.database;
    this.#assets = assets;
    this.#base = base;
    this.#saved = new Map(Object.entries(saved));
  }

  get mainName(): string | null {
    return this.#mainName;
  }

  run(): DatabaseRun {
    return new DatabaseRun(this);
  }

  /** The one of that name, to work on; null where none is open. */
  find(name: string): PgliteConnection | null {
    if (name === this.#mainName) return this.main;
    const other = this.#others.get(name);
    if (other === undefined) return null;
    other.saved = null;
    return other.connection;
  }

  nameMain(name: string): void {
    this.#mainName = name;
  }

  /** Puts an extension beside every database, so that each may create it. @param archive as `installExtension` takes it */
  install(archive: Uint8Array): void {
    this.#extensions.push(archive);
    for (const database of [this.#mainDatabase, ...[...this.#others.values()].map((other) => other.database)])
      installExtension(database, archive);
  }

  /** @throws CommandError when there are too many */
  async open(name: string): Promise<void> {
    if (this.#others.size >= mostOthers)
      throw new CommandError(
        `${name} would be one database too many: beside the one that is shown, ${mostOthers} can be open in a tab`,
      );
    const delta = this.#saved.get(name);
    const saved = delta === undefined ? {} : { dataDirectory: await readDelta(delta, await this.#base) };
    const database = await openPglite({ ...this.#assets, ...saved });
    for (const archive of this.#extensions) installExtension(database, archive);
    this.#others.set(name, { database, connection: new PgliteConnection(database), saved: delta ?? null });
    this.#saved.delete(name);
  }

  /** As `find`, and starts one that was saved. */
  async reach(name: string): Promise<PgliteConnection | null> {
    if (this.#saved.has(name)) await this.open(name);
    return this.find(name);
  }

  /** The names of those that there are beside the main one. */
  get others(): readonly string[] {
    return [...this.#others.keys(), ...this.#saved.keys()];
  }

  /** Deltas of all others, by name. They must be idle. */
  async saveOthers(): Promise<Readonly<Record<string, Blob>>> {
    const deltas = new Map(this.#saved);
    for (const [name, other] of this.#others) {
      other.saved ??= await saveDelta(other.database, await this.#base);
      deltas.set(name, other.saved);
    }
    return Object.fromEntries(deltas);
  }
}

/** What one command connects to. */
export class DatabaseRun {
  readonly #databases: Databases;
  readonly #used = new Map<string, PgliteConnection>();
  #first: string | null = null;
  #wanted: string | null = null;

  constructor(databases: Databases) {
    this.#databases = databases;
  }

  /** A database that has to be opened before the command can run: opening takes time, and a connection is there at once or not at all. */
  get wanted(): string | null {
    return this.#wanted;
  }

  /** Names of the databases beside the main one that it worked on. */
  get others(): readonly string[] {
    return [...this.#used.keys()];
  }

  /** What it worked on beside the main database. */
  get connections(): readonly PgliteConnection[] {
    return [...this.#used.values()];
  }

  /** The main section's first database is the one that is shown, whatever it is called. @throws CommandError where one is to be opened first */
  connect(url: string, section: string): Connection {
    const databases = this.#databases;
    const name = databaseName(url);
    this.#first ??= name;
    if (section === mainSection && name === this.#first) databases.nameMain(name);
    const found = databases.find(name);
    if (found === null) {
      this.#wanted = name;
      throw new CommandError(`The database ${name} is being opened`);
    }
    if (found !== databases.main) this.#used.set(name, found);
    return found;
  }
}
