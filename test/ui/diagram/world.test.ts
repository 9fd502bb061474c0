import { describe, expect, it } from "vitest";
import type { DatabaseState } from "../../../src/engine/runtime/migrationEvent.ts";
import { diffDiagram } from "../../../src/ui/diagram/model/diffDiagram.ts";
import { advanceWorld, emptyWorld, type World } from "../../../src/ui/diagram/scene/world.ts";
import { id, refersTo, state, table, varchar } from "./testTables.ts";

const owner = { name: "owner_id", type: { name: "INTEGER" }, nullable: true } as const;
const users = table("users", [id]);
const posts = table("posts", [id, varchar("title", 50), owner], {
  constraints: [refersTo("fk", "owner_id", "users.id")],
});
const bare = table("posts", [id, varchar("title", 50)]);

function show(world: World, since: DatabaseState | null, now: DatabaseState, instant = false): World {
  return advanceWorld(world, { kind: "show", diagram: diffDiagram(since, now), instant, aspect: 1.5 });
}

/** `key@x,y`, with what is leaving in parentheses. */
function cards({ scene }: World): readonly string[] {
  return scene.cards.map(({ key, rect, leaving }) => {
    const text = `${key}@${rect.x},${rect.y}`;
    return leaving ? `(${text})` : text;
  });
}

function rows({ scene }: World, key: string): readonly string[] {
  const drawn = scene.cards.find((card) => card.key === key);
  return (drawn?.rows ?? []).map((row) => (row.leaving ? `(${row.key})` : row.key));
}

const both = show(emptyWorld, null, state([posts, users]));

describe("showing", () => {
  it("places tables and ties foreign keys to columns", () => {
    expect(cards(both)).toEqual(["posts@0,0", "users@296,0"]);
    expect(both.scene.edges.map(({ key, path }) => [key, path[0], path[1], path.at(-2), path.at(-1)])).toEqual([
      ["posts:fk 0", 240, 94, 296, 46],
    ]);
  });

  it("keeps what is gone until the scene has settled", () => {
    const gone = show(both, null, state([bare]));
    expect(cards(gone)).toEqual(["posts@0,0", "(users@296,0)"]);
    expect(rows(gone, "posts")).toEqual(["column id", "column title", "(column owner_id)"]);
    expect(gone.scene.edges.map((edge) => edge.leaving)).toEqual([true]);
    const settled = advanceWorld(gone, { kind: "settle" });
    expect(cards(settled)).toEqual(["posts@0,0"]);
    expect(rows(settled, "posts")).toEqual(["column id", "column title"]);
    expect(settled.scene.edges).toEqual([]);
  });

  it("drops it at once where nothing moves", () => {
    expect(cards(show(both, null, state([bare]), true))).toEqual(["posts@0,0"]);
  });

  it("takes back what was leaving", () => {
    const back = show(show(both, null, state([bare])), null, state([posts, users]));
    expect(cards(back)).toEqual(["posts@0,0", "users@296,0"]);
    expect(rows(back, "posts")).toEqual(["column id", "column title", "column owner_id"]);
  });

  it("brings a table back to its place", () => {
    const without = advanceWorld(show(both, null, state([posts])), { kind: "settle" });
    const moved = advanceWorld(without, { kind: "move", key: "posts", to: { x: -100, y: 0 } });
    expect(cards(show(moved, null, state([posts, users])))).toEqual(["posts@-100,0", "users@296,0"]);
  });

  it("keeps what did not change the same object", () => {
    const next = show(both, null, state([structuredClone(posts), table("users", [id, varchar("email", 20)])]));
    expect(next.scene.cards[0]?.table).toBe(both.scene.cards[0]?.table);
    expect(next.scene.cards[0]?.rows).toBe(both.scene.cards[0]?.rows);
    expect(next.scene.cards[1]?.table).not.toBe(both.scene.cards[1]?.table);
  });
});

describe("the reader's hand", () => {
  it("moves a table, and others make way for it", () => {
    const moved = advanceWorld(both, { kind: "move", key: "posts", to: { x: 296, y: -60 } });
    expect(cards(moved)).toEqual(["posts@296,-60", "users@296,68"]);
    const away = advanceWorld(moved, { kind: "move", key: "posts", to: { x: 0, y: 0 } });
    expect(cards(away)).toEqual(["posts@0,0", "users@296,0"]);
  });

  it("unfolds a long table and folds it again", () => {
    const long = table("long", [id, ...Array.from({ length: 20 }, (_, index) => varchar(`c${index}`, 10))]);
    const folded = show(emptyWorld, null, state([long]));
    const unfolded = advanceWorld(folded, { kind: "fold", key: "long" });
    expect([folded, unfolded].map((world) => rows(world, "long").length)).toEqual([13, 22]);
    const again = advanceWorld(advanceWorld(unfolded, { kind: "fold", key: "long" }), { kind: "settle" });
    expect(rows(again, "long")).toHaveLength(13);
  });

  it("arranges everything anew", () => {
    const moved = advanceWorld(both, { kind: "move", key: "posts", to: { x: 900, y: 500 } });
    expect(cards(advanceWorld(moved, { kind: "arrange", aspect: 1.5 }))).toEqual(["posts@0,0", "users@296,0"]);
  });
});

it("ties each pair of columns of a key, and folded columns to the fold", () => {
  const pairs = table("votes", [id, { ...owner, name: "a" }, { ...owner, name: "b" }], {
    constraints: [{ kind: "foreignKey", name: "fk", columns: ["a", "b"], refs: ["users.id", "users.b"] }],
  });
  const world = show(emptyWorld, null, state([table("users", [id, varchar("b", 3)]), pairs]));
  expect(world.scene.edges.map(({ path }) => [path[1], path.at(-1)])).toEqual([
    [70, 46],
    [94, 70],
  ]);
});
