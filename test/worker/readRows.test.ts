import { expect, it } from "vitest";
import { readRows } from "../../src/worker/readRows.ts";
import { openTestDatabase } from "../database/openTestDatabase.ts";

const tables = `
  CREATE TYPE mood AS ENUM ('calm', 'x y');
  CREATE TABLE users (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, "Name" text, m mood, tags text[], shout text GENERATED ALWAYS AS (upper("Name")) STORED);
  CREATE TABLE posts (id serial PRIMARY KEY, owner_id int REFERENCES users (id), data jsonb, raw bytea);
  CREATE TABLE alembic_version (version_num varchar(32))`;

it("brings the same rows back, whatever their types, keys and order", async () => {
  const { connection, reset } = await openTestDatabase();
  reset();
  connection.executeScript(tables);
  connection.executeScript(`
    INSERT INTO users ("Name", m, tags) VALUES ('O''Brien \\ :x', 'x y', '{a,"b c"}'), (NULL, NULL, NULL);
    INSERT INTO posts (owner_id, data, raw) VALUES (2, '{"a": [1, null]}', '\\x00ff'), (1, NULL, NULL);
    DELETE FROM posts WHERE id = 1`);
  const all = () => [
    connection.execute("SELECT u::text FROM users u ORDER BY id").rows,
    connection.execute("SELECT p::text FROM posts p ORDER BY id").rows,
  ];
  const before = all();
  const { sql, rowCount, complete } = readRows(connection);
  expect([rowCount, complete]).toEqual([3, true]);
  reset();
  connection.executeScript(tables);
  connection.executeScript("INSERT INTO users (\"Name\") VALUES ('other')");
  connection.executeScript(sql);
  expect(all()).toEqual(before);
  expect(connection.execute("INSERT INTO posts DEFAULT VALUES RETURNING id").rows).toEqual([["3"]]);
  expect(connection.execute("INSERT INTO users DEFAULT VALUES RETURNING id").rows).toEqual([["3"]]);
  expect(connection.execute("SHOW session_replication_role").rows).toEqual([["origin"]]);
});

it("says nothing where there are no rows", async () => {
  const { connection, reset } = await openTestDatabase();
  reset();
  connection.executeScript(tables);
  expect(readRows(connection)).toEqual({ sql: "", rowCount: 0, complete: true });
});
