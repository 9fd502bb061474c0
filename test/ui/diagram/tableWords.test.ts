import { expect, it } from "vitest";
import { describeTable } from "../../../src/ui/diagram/model/describeTable.ts";
import { diffDiagram } from "../../../src/ui/diagram/model/diffDiagram.ts";
import { rowCountText } from "../../../src/ui/diagram/model/rowCountText.ts";
import { tableTone } from "../../../src/ui/diagram/model/tableTone.ts";
import { id, refersTo, state, table, varchar } from "./testTables.ts";

const users = table("users", [id]);
const owner = { name: "owner_id", type: { name: "INTEGER" }, nullable: false } as const;
const before = table("posts", [id, varchar("title", 50)]);
const after = table("posts", [id, varchar("title", 200), owner], {
  constraints: [refersTo("fk", "owner_id", "users.id")],
  indexes: [{ name: "ix_owner", columns: ["owner_id"] }],
});
const [posts, drawnUsers] = diffDiagram(state([before, users]), state([after, users], { posts: 12, users: 1 })).tables;

it("describes a card in words", () => {
  expect(posts === undefined ? "" : describeTable(posts)).toBe(
    "Table posts, changed, 0 → 12 rows. " +
      "3 columns: id integer, primary key; title varchar(200), changed: changed varchar(50) to varchar(200); " +
      "owner_id integer, not null, references users.id, added. added index ix_owner",
  );
});

it("counts rows", () => {
  expect([posts, drawnUsers].map((drawn) => (drawn === undefined ? "" : rowCountText(drawn)))).toEqual([
    "0 → 12 rows",
    "0 → 1 row",
  ]);
});

it("colours a table by all that happened to it", () => {
  const tone = (from: typeof before, to: typeof before): string => {
    const [drawn] = diffDiagram(state([from]), state([to])).tables;
    return drawn === undefined ? "" : tableTone(drawn);
  };
  expect(tone(before, before)).toBe("unchanged");
  expect(tone(table("posts", [id]), before)).toBe("added");
  expect(tone(before, table("posts", [id]))).toBe("removed");
  expect(tone(before, table("posts", [id, varchar("title", 60)]))).toBe("changed");
  expect(tone(before, table("posts", [id, varchar("headline", 50)]))).toBe("changed");
  expect(tone(before, table("posts", [id, varchar("title", 50)], { comment: "all of them" }))).toBe("changed");
});
