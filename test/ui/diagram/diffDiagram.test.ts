import { describe, expect, it } from "vitest";
import { diffDiagram } from "../../../src/ui/diagram/model/diffDiagram.ts";
import { id, refersTo, state, table, varchar } from "./testTables.ts";

const users = table("users", [id, varchar("email", 320, { nullable: false })]);
const posts = table("posts", [id, varchar("title", 50)]);

/** Each table with its status, and below it its columns with theirs. */
function statuses(diagram: ReturnType<typeof diffDiagram>): readonly string[] {
  return diagram.tables.flatMap((drawn) => [
    `${drawn.key} ${drawn.status}`,
    ...drawn.columns.map((column) => `  ${column.name} ${column.status}`),
  ]);
}

describe("tables and columns", () => {
  it("are unchanged between equal states, and from no state", () => {
    const expected = ["posts unchanged", "  id unchanged", "  title unchanged"];
    expect(statuses(diffDiagram(state([posts]), state([posts])))).toEqual(expected);
    expect(statuses(diffDiagram(null, state([posts])))).toEqual(expected);
    expect(diffDiagram(state([posts]), null)).toEqual({ tables: [], foreignKeys: [] });
  });

  it("come with all their columns", () => {
    expect(statuses(diffDiagram(state([]), state([posts])))).toEqual(["posts added", "  id added", "  title added"]);
  });

  it("stay where they were when they are removed", () => {
    const before = state([posts, table("tags", [id]), users]);
    const after = state([posts, table("users", [id])]);
    expect(statuses(diffDiagram(before, after))).toEqual([
      "posts unchanged",
      "  id unchanged",
      "  title unchanged",
      "tags removed",
      "  id removed",
      "users changed",
      "  id unchanged",
      "  email removed",
    ]);
  });

  it("are gone and come where they are renamed", () => {
    const renamed = table("posts", [id, varchar("headline", 50)]);
    expect(statuses(diffDiagram(state([posts]), state([renamed])))).toEqual([
      "posts changed",
      "  id unchanged",
      "  title removed",
      "  headline added",
    ]);
  });

  it("of other schemas have the schema in their key", () => {
    const [drawn] = diffDiagram(null, state([table("log", [id], { schema: "audit" })], { "audit.log": 7 })).tables;
    expect(drawn).toMatchObject({ key: "audit.log", schema: "audit", name: "log", rowCount: 7 });
  });

  it("tell the row count that changed", () => {
    const [drawn] = diffDiagram(state([posts], { posts: 0 }), state([posts], { posts: 12 })).tables;
    expect(drawn).toMatchObject({ rowCount: 12, rowCountBefore: 0, status: "unchanged" });
  });
});

describe("what changed", () => {
  it("about a column is said in the order in which it is read", () => {
    const title = varchar("title", 100, {
      nullable: false,
      serverDefault: { kind: "text", text: "'new'::character varying" },
    });
    const after = table("posts", [id, title], {
      constraints: [{ kind: "unique", name: "uq", columns: ["title"] }],
    });
    expect(diffDiagram(state([posts]), state([after])).tables[0]?.columns[1]).toMatchObject({
      status: "changed",
      changes: [
        { sign: "~", text: "varchar(50) → varchar(100)" },
        { sign: "+", text: "not null" },
        { sign: "+", text: "default 'new'" },
        { sign: "+", text: "unique" },
      ],
    });
  });

  it("about a default is both values", () => {
    const flag = (text: string) =>
      table("posts", [id, { name: "n", type: { name: "INTEGER" }, serverDefault: { kind: "text", text } } as const]);
    expect(diffDiagram(state([flag("0")]), state([flag("1")])).tables[0]?.columns[1]?.changes).toEqual([
      { sign: "~", text: "default 0 → 1" },
    ]);
  });

  it("about an enum is its values", () => {
    const mood = (values: readonly string[]) =>
      table("posts", [id, { name: "mood", type: { name: "ENUM", dialect: "postgresql", enumName: "mood", values } }]);
    expect(diffDiagram(state([mood(["sad"])]), state([mood(["sad", "ok"])])).tables[0]?.columns[1]?.changes).toEqual([
      { sign: "+", text: "value 'ok'" },
    ]);
  });

  it("beside the columns is indexes, checks and keys of several columns", () => {
    const before = table("posts", [id], { indexes: [{ name: "ix_old", columns: ["id"] }] });
    const after = table("posts", [id], {
      indexes: [{ name: "ix_new", columns: ["id"], unique: true }],
      constraints: [
        { kind: "check", name: "positive", sqltext: "id > 0" },
        { kind: "unique", name: "uq", columns: ["id", "title"] },
      ],
    });
    const [drawn] = diffDiagram(state([before]), state([after])).tables;
    expect(drawn?.status).toBe("changed");
    expect(drawn?.changes).toEqual([
      { sign: "−", text: "index ix_old" },
      { sign: "+", text: "check positive" },
      { sign: "+", text: "unique (id, title)" },
      { sign: "+", text: "unique index ix_new" },
    ]);
  });

  it("is not the index that PostgreSQL makes for a constraint", () => {
    const index = { name: "uq", columns: ["title"], unique: true, duplicatesConstraint: true };
    const after = table("posts", [id, varchar("title", 50)], {
      indexes: [index],
      constraints: [{ kind: "unique", name: "uq", columns: ["title"] }],
    });
    expect(diffDiagram(state([posts]), state([after])).tables[0]?.changes).toEqual([]);
  });
});

describe("foreign keys", () => {
  const owner = { name: "owner_id", type: { name: "INTEGER" }, nullable: true } as const;
  const before = table("posts", [id, owner]);
  const after = table("posts", [id, owner], { constraints: [refersTo("fk", "owner_id", "users.id")] });

  it("join columns and change the referring one", () => {
    const diagram = diffDiagram(state([before, users]), state([after, users]));
    expect(diagram.foreignKeys).toEqual([
      {
        key: "posts:fk",
        name: "fk",
        table: "posts",
        columns: ["owner_id"],
        referredTable: "users",
        referredColumns: ["id"],
        actions: "",
        optional: true,
        oneToOne: false,
        status: "added",
      },
    ]);
    expect(diagram.tables[0]?.columns[1]?.changes).toEqual([{ sign: "+", text: "references users.id" }]);
  });

  it("stay drawn while they are removed, with their table too", () => {
    expect(diffDiagram(state([after, users]), state([before, users])).foreignKeys[0]?.status).toBe("removed");
    expect(diffDiagram(state([after, users]), state([users])).foreignKeys[0]?.status).toBe("removed");
  });

  it("change with their actions", () => {
    const cascade = table("posts", [id, owner], {
      constraints: [{ kind: "foreignKey", name: "fk", columns: ["owner_id"], refs: ["users.id"], onDelete: "CASCADE" }],
    });
    expect(diffDiagram(state([after, users]), state([cascade, users])).foreignKeys[0]).toMatchObject({
      status: "changed",
      actions: "ON DELETE CASCADE",
    });
  });

  it("to a key of one column are one to one", () => {
    const profile = table("profiles", [id], { constraints: [refersTo("fk", "id", "users.id")] });
    expect(diffDiagram(null, state([profile, users])).foreignKeys[0]).toMatchObject({
      oneToOne: true,
      optional: false,
    });
  });

  it("of columns by flag count as well", () => {
    const flagged = table("posts", [id, { ...owner, foreignKeys: [{ target: "users.id", onDelete: "SET NULL" }] }]);
    expect(diffDiagram(null, state([flagged, users])).foreignKeys[0]).toMatchObject({
      columns: ["owner_id"],
      referredTable: "users",
      actions: "ON DELETE SET NULL",
    });
  });

  it("into nowhere are left out", () => {
    expect(diffDiagram(null, state([after])).foreignKeys).toEqual([]);
  });
});
