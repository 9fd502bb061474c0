import { beforeEach, describe, expect, it } from "vitest";
import { compareMetadata } from "../../../src/engine/autogenerate/compareMetadata.ts";
import { describeOperation } from "../../../src/engine/autogenerate/describeOperation.ts";
import { formatDiffTuples } from "../../../src/engine/autogenerate/toDiffTuples.ts";
import type { Table } from "../../../src/engine/schema/table.ts";
import { openTestDatabase } from "../../database/openTestDatabase.ts";

const { connection, reset } = await openTestDatabase();

const posts: Table = {
  name: "posts",
  columns: [
    { name: "id", type: { name: "Integer" }, primaryKey: true },
    { name: "title", type: { name: "String", length: 100 }, nullable: false },
  ],
  constraints: [],
  indexes: [],
};

describe("compareMetadata", () => {
  beforeEach(reset);

  it("finds nothing between equal sides", () => {
    connection.execute("CREATE TABLE posts (id serial PRIMARY KEY, title varchar(100) NOT NULL)");
    expect(compareMetadata(connection, { tables: [posts] }).upgradeOps).toEqual([]);
  });

  it("says both types of a column that differ", () => {
    connection.execute("CREATE TABLE posts (id serial PRIMARY KEY, title varchar(50) NOT NULL)");
    const { changes } = compareMetadata(connection, { tables: [posts] });
    expect(changes.map((change) => [describeOperation(change.operation).title, change.reason])).toEqual([
      ["alter column posts.title", "varchar(50) in the database, varchar(100) in the model"],
    ]);
  });

  it("prints a new table as alembic check does", () => {
    const { upgradeOps, logLines, tables } = compareMetadata(connection, { tables: [posts] });
    expect(formatDiffTuples(upgradeOps, tables)).toBe(
      "[('add_table', Table('posts', MetaData(), Column('id', Integer(), table=<posts>, primary_key=True, nullable=False), Column('title', String(length=100), table=<posts>, nullable=False), schema=None))]",
    );
    expect(logLines).toEqual([
      { level: "INFO", logger: "alembic.autogenerate.compare.tables", message: "Detected added table 'posts'" },
    ]);
  });

  it("leaves no transaction behind", () => {
    compareMetadata(connection, { tables: [posts] });
    expect(connection.inTransaction).toBe(false);
  });
});
