/**
 * Makes `.cache/database/`: the data directory that the page starts from, initialised by the PGlite version that will
 * load it and trimmed to what a playground needs. A fresh initdb in a browser takes four times as long.
 */
import { createHash } from "node:crypto";
import { mkdir, mkdtemp, readFile, readdir, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { PGlite } from "@electric-sql/pglite";
import { createTar } from "nanotar";

const root = fileURLToPath(new URL("..", import.meta.url));
const target = join(root, ".cache/database");
const manifestPath = join(target, "manifest.json");

/** Everything that initdb would set otherwise, and the two settings that decide about memory and start-up time. */
const postgresqlConf = [
  "shared_buffers = 8MB",
  "max_connections = 5",
  "min_wal_size = 2MB",
  "max_wal_size = 32MB",
  "wal_level = minimal",
  "max_wal_senders = 0",
  "wal_init_zero = off",
  "autovacuum = off",
  "timezone = 'UTC'",
  "log_timezone = 'UTC'",
  "",
].join("\n");

async function pgliteVersion(): Promise<string> {
  const text = await readFile(join(root, "node_modules/@electric-sql/pglite/package.json"), "utf8");
  return (JSON.parse(text) as { version: string }).version;
}

async function isCurrent(stamp: string): Promise<boolean> {
  try {
    return (JSON.parse(await readFile(manifestPath, "utf8")) as { stamp: string }).stamp === stamp;
  } catch {
    return false;
  }
}

async function initialise(directory: string): Promise<string> {
  const database = await PGlite.create(directory, { initDbStartParams: ["--wal-segsize=1", "--no-data-checksums"] });
  const version = await database.query<{ server_version: string }>("SHOW server_version");
  await database.exec("UPDATE pg_database SET datistemplate = false");
  await database.exec("DROP DATABASE template0");
  await database.exec("DROP DATABASE template1");
  await database.exec("VACUUM FULL");
  await database.exec("VACUUM FREEZE");
  await database.exec("CHECKPOINT");
  await database.close();
  return version.rows[0]?.server_version ?? "unknown";
}

/** The name of the WAL segment that holds the last checkpoint, for 1 MiB segments on timeline 1. */
async function checkpointSegment(directory: string): Promise<string> {
  const control = await readFile(join(directory, "global/pg_control"));
  const segment = control.readBigUInt64LE(32) / 1_048_576n;
  const segmentsPerLog = 4096n;
  const hex = (value: bigint) => value.toString(16).toUpperCase().padStart(8, "0");
  return `00000001${hex(segment / segmentsPerLog)}${hex(segment % segmentsPerLog)}`;
}

async function trim(directory: string): Promise<void> {
  const keep = await checkpointSegment(directory);
  const wal = join(directory, "pg_wal");
  for (const name of await readdir(wal)) {
    if (/^[0-9A-F]{24}$/.test(name) && name !== keep) await rm(join(wal, name));
  }
  await rm(join(directory, "postmaster.pid"), { force: true });
  await writeFile(join(directory, "postgresql.conf"), postgresqlConf);
}

async function pack(directory: string): Promise<Uint8Array> {
  const names = (await readdir(directory, { recursive: true, withFileTypes: true }))
    .map((entry) => relative(directory, join(entry.parentPath, entry.name)))
    .sort();
  const entries = [];
  for (const name of names) {
    const path = join(directory, name);
    const isDirectory = (await stat(path)).isDirectory();
    entries.push({
      name: isDirectory ? `${name}/` : name,
      ...(isDirectory ? {} : { data: new Uint8Array(await readFile(path)) }),
      attrs: { mode: isDirectory ? "700" : "600", mtime: 0, user: "postgres", group: "postgres" },
    });
  }
  return createTar(entries);
}

const version = await pgliteVersion();
const stamp = createHash("sha256")
  .update(version)
  .update(await readFile(fileURLToPath(import.meta.url)))
  .digest("hex")
  .slice(0, 12);

if (!(await isCurrent(stamp))) {
  const directory = await mkdtemp(join(tmpdir(), "stillroom-database-"));
  try {
    const serverVersion = await initialise(directory);
    await trim(directory);
    const archive = await pack(directory);
    const packed = gzipSync(archive, { level: 9 });
    await mkdir(target, { recursive: true });
    await writeFile(join(target, "pgdata.bin"), packed);
    const content = createHash("sha256").update(archive).digest("hex").slice(0, 16);
    await writeFile(manifestPath, `${JSON.stringify({ stamp, content, pglite: version, serverVersion })}\n`);
    console.log(
      `database: PostgreSQL ${serverVersion}, ${(archive.length / 1e6).toFixed(1)} MB, ${(packed.length / 1e6).toFixed(2)} MB compressed`,
    );
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}
