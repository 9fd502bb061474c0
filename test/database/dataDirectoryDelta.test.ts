import { readFile } from "node:fs/promises";
import { gunzipSync } from "node:zlib";
import { expect, it } from "vitest";
import { applyDelta, createDelta, deltaBase, DeltaError } from "../../src/database/dataDirectoryDelta.ts";
import { openPglite } from "../../src/database/openPglite.ts";
import { PgliteConnection } from "../../src/database/pgliteConnection.ts";
import { openTestDatabase } from "../database/openTestDatabase.ts";

async function readBase(): Promise<Uint8Array> {
  await openTestDatabase();
  return new Uint8Array(gunzipSync(await readFile(new URL("../../.cache/database/pgdata.bin", import.meta.url))));
}
const blobOf = (bytes: Uint8Array) => new Blob([new Uint8Array(bytes)]);

it("a database comes back from its delta, rows and sequences and all", async () => {
  const base = await readBase();
  const first = await openPglite({ dataDirectory: blobOf(base) });
  const connection = new PgliteConnection(first);
  connection.executeScript(
    "CREATE TYPE mood AS ENUM ('calm'); CREATE TABLE posts (id serial PRIMARY KEY, m mood, t text); INSERT INTO posts (m, t) SELECT 'calm', repeat('x', 3000) FROM generate_series(1, 400); DROP TABLE IF EXISTS nothing",
  );
  const dump = new Uint8Array(await (await first.dumpDataDir("none")).arrayBuffer());
  await first.close();
  const delta = createDelta(base, "a", dump);
  expect(delta.length).toBeLessThan(1_500_000);
  expect(deltaBase(delta)).toBe("a");
  const second = await openPglite({ dataDirectory: blobOf(applyDelta(base, "a", delta)) });
  const again = new PgliteConnection(second);
  expect(again.execute("SELECT count(*), min(m::text), max(length(t)) FROM posts").rows).toEqual([
    ["400", "calm", "3000"],
  ]);
  expect(again.execute("INSERT INTO posts (t) VALUES ('y') RETURNING id > 400").rows).toEqual([["t"]]);
  await second.close();
});

it("refuses what is no delta, is cut off or belongs elsewhere", async () => {
  const base = await readBase();
  const delta = createDelta(base, "a", base);
  expect(() => applyDelta(base, "b", delta)).toThrow(new DeltaError("the saved database belongs to a, not to b"));
  expect(() => applyDelta(base, "a", new Uint8Array(3))).toThrow(DeltaError);
  expect(() => applyDelta(base, "a", delta.subarray(0, 100))).toThrow(DeltaError);
});
