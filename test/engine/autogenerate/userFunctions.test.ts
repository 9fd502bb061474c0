import { beforeEach, describe, expect, it } from "vitest";
import type { AutogenerateOptions } from "../../../src/engine/autogenerate/autogenerateOptions.ts";
import { compareMetadata } from "../../../src/engine/autogenerate/compareMetadata.ts";
import { describeOperation } from "../../../src/engine/autogenerate/describeOperation.ts";
import type { MetaData } from "../../../src/engine/schema/metadata.ts";
import { openTestDatabase } from "../../database/openTestDatabase.ts";

const { connection, reset } = await openTestDatabase();

const metadata: MetaData = {
  tables: [
    {
      name: "posts",
      columns: [
        { name: "id", type: { name: "Integer" }, primaryKey: true },
        { name: "title", type: { name: "String", length: 100 }, nullable: false, serverDefault: "untitled" },
      ],
      constraints: [{ kind: "check", name: "ck_title", sqltext: "title <> ''" }],
      indexes: [{ name: "ix_title", columns: ["title"] }],
    },
  ],
};

function changes(options: AutogenerateOptions): readonly string[] {
  return compareMetadata(connection, metadata, options).upgradeOps.map(
    (operation) => describeOperation(operation).title,
  );
}

/** What a function was called with, as it crosses to user code: JSON. */
function recorder(answer: unknown): {
  readonly calls: unknown[];
  readonly ask: (...args: readonly unknown[]) => unknown;
} {
  const calls: unknown[] = [];
  return {
    calls,
    ask(...args) {
      calls.push(JSON.parse(JSON.stringify(args)));
      return answer;
    },
  };
}

describe("the functions of context.configure", () => {
  beforeEach(() => {
    reset();
    connection.execute(
      "CREATE TABLE posts (id serial PRIMARY KEY, title varchar(50) DEFAULT 'new' NOT NULL, CONSTRAINT ck_title CHECK (title <> ''))",
    );
    connection.execute("CREATE INDEX ix_title ON posts (title)");
  });

  describe("compareType", () => {
    it.each([
      ["true is a difference", true, ["alter column posts.id", "alter column posts.title"]],
      ["false is none", false, []],
      ["null leaves it to Alembic", null, ["alter column posts.title"]],
      ["undefined too", undefined, ["alter column posts.title"]],
    ])("%s", (_label, answer, expected) => {
      expect(changes({ compareType: () => answer })).toEqual(expected);
    });

    it("is given both columns with their table, and both types", () => {
      const { calls, ask } = recorder(false);
      changes({ compareType: ask });
      expect(calls[1]).toEqual([
        { dialect: { name: "postgresql" } },
        {
          name: "title",
          type: { name: "VARCHAR", length: 50 },
          nullable: false,
          autoincrement: false,
          serverDefault: { kind: "text", text: "'new'::character varying" },
          table: { name: "posts", schema: null },
        },
        {
          name: "title",
          type: { name: "String", length: 100 },
          nullable: false,
          primaryKey: false,
          serverDefault: "untitled",
          table: { name: "posts", schema: null },
        },
        { name: "VARCHAR", length: 50 },
        { name: "String", length: 100 },
      ]);
    });
  });

  describe("compareServerDefault", () => {
    it.each([
      ["true is a difference", true, ["alter column posts.title"]],
      ["false is none", false, []],
      ["null leaves it to Alembic, which asks the server", null, ["alter column posts.title"]],
    ])("%s", (_label, answer, expected) => {
      expect(changes({ compareType: false, compareServerDefault: () => answer })).toEqual(expected);
    });

    it("is given the defaults as text and as data", () => {
      const { calls, ask } = recorder(false);
      changes({ compareServerDefault: ask });
      expect(calls.map((call) => (call as unknown[]).slice(3))).toEqual([
        ["'new'::character varying", "untitled", "untitled"],
      ]);
    });
  });

  describe("includeName", () => {
    it("hears of every name in the database with its parents", () => {
      const { calls, ask } = recorder(true);
      changes({ includeName: ask });
      const inPosts = { schemaName: null, schemaQualifiedTableName: "posts", tableName: "posts" };
      expect(calls).toEqual([
        [null, "schema", {}],
        ["posts", "table", { schemaName: null, schemaQualifiedTableName: "posts" }],
        ["id", "column", inPosts],
        ["title", "column", inPosts],
        ["ix_title", "index", inPosts],
        ["ck_title", "check_constraint", inPosts],
      ]);
    });

    it("hides what it refuses: the model's column seems new", () => {
      expect(changes({ includeName: (name) => name !== "title" })).toEqual(["add column posts.title"]);
    });
  });

  describe("includeObject", () => {
    it("leaves out the objects that it refuses", () => {
      expect(changes({ includeObject: (_object, _name, type) => type !== "column" })).toEqual([]);
    });

    it("is given an object of the model beside the database's", () => {
      const { calls, ask } = recorder(true);
      changes({ includeObject: ask });
      expect(calls.map((call) => (call as unknown[]).slice(1, 4))).toEqual([
        ["posts", "table", false],
        ["id", "column", false],
        ["title", "column", false],
      ]);
      expect(calls[2]).toMatchObject([
        { name: "title", type: { name: "String", length: 100 }, table: { name: "posts", schema: null } },
        "title",
        "column",
        false,
        { name: "title", type: { name: "VARCHAR", length: 50 }, table: { name: "posts", schema: null } },
      ]);
    });

    it("says of a database's own object that it was reflected", () => {
      connection.execute("CREATE UNIQUE INDEX ix_extra ON posts (title)");
      const { calls, ask } = recorder(false);
      changes({
        includeObject: (object, name, type, reflected, compareTo) =>
          type === "index" ? ask(object, name, type, reflected, compareTo) : true,
      });
      expect(calls).toEqual([
        [
          {
            name: { kind: "f", name: "ix_extra" },
            columns: ["title"],
            unique: true,
            table: { name: "posts", schema: null },
          },
          "ix_extra",
          "index",
          true,
          null,
        ],
      ]);
    });
  });
});
