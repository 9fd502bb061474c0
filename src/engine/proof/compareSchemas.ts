import type { ReflectedTable } from "../reflection/reflectedTable.ts";
import { nameText, type Name } from "../schema/name.ts";
import type { DatabasePicture } from "./databasePicture.ts";
import type { SchemaDifference } from "./revisionProof.ts";

/** Where `after` is not what `before` was, in words; none: they are the same. */
export function compareSchemas(before: DatabasePicture, after: DatabasePicture): readonly SchemaDifference[] {
  const found: SchemaDifference[] = [];
  const difference = (sign: SchemaDifference["sign"], text: string, orderOnly = false): void => {
    found.push({ sign, text, orderOnly });
  };
  compareByKey(before.tables, after.tables, {
    removed: (key) => difference("-", `table ${key}`),
    added: (key) => difference("+", `table ${key}`),
    kept: (key, from, to) => compareTables(key, from.table, to.table, difference),
  });
  compareByKey(before.objects, after.objects, {
    removed: (key) => difference("-", key),
    added: (key) => difference("+", key),
    kept: (key, from, to) => {
      if (from !== to) difference("~", key);
    },
  });
  return found;
}

type Tell = (sign: SchemaDifference["sign"], text: string, orderOnly?: boolean) => void;

function compareTables(key: string, before: ReflectedTable, after: ReflectedTable, tell: Tell): void {
  const byName = <Item extends { readonly name: string }>(items: readonly Item[]): ReadonlyMap<string, Item> =>
    new Map(items.map((item) => [item.name, item]));
  compareByKey(byName(before.columns), byName(after.columns), {
    removed: (name) => tell("-", `column ${key}.${name}`),
    added: (name) => tell("+", `column ${key}.${name}`),
    kept: (name, from, to) => {
      const facts = changedFacts(from, to);
      if (facts.length > 0) tell("~", `column ${key}.${name}: ${facts.join(", ")}`);
    },
  });
  const names = (table: ReflectedTable): string => table.columns.map(({ name }) => name).join();
  const sorted = (table: ReflectedTable): string =>
    table.columns
      .map(({ name }) => name)
      .sort()
      .join();
  if (names(before) !== names(after) && sorted(before) === sorted(after))
    tell("~", `order of the columns of ${key}`, true);
  for (const part of ["constraints", "indexes"] as const) {
    const word = part === "constraints" ? "constraint" : "index";
    const named = (table: ReflectedTable): ReadonlyMap<string, string> =>
      new Map(table[part].map((item, place) => [nameOf(item.name, place), JSON.stringify(item)]));
    compareByKey(named(before), named(after), {
      removed: (name) => tell("-", `${word} ${name} of ${key}`),
      added: (name) => tell("+", `${word} ${name} of ${key}`),
      kept: (name, from, to) => {
        if (from !== to) tell("~", `${word} ${name} of ${key}`);
      },
    });
  }
  if (before.comment !== after.comment) tell("~", `comment of ${key}`);
}

function nameOf(name: Name | null | undefined, place: number): string {
  return name === null || name === undefined ? `#${place + 1}` : nameText(name);
}

/** The names of what differs, such as "type". */
function changedFacts(from: object, to: object): readonly string[] {
  const left = new Map(Object.entries(from));
  const right = new Map(Object.entries(to));
  return [...new Set([...left.keys(), ...right.keys()])].filter(
    (key) => JSON.stringify(left.get(key)) !== JSON.stringify(right.get(key)),
  );
}

function compareByKey<Item>(
  before: ReadonlyMap<string, Item>,
  after: ReadonlyMap<string, Item>,
  found: {
    removed(key: string): void;
    added(key: string): void;
    kept(key: string, from: Item, to: Item): void;
  },
): void {
  for (const [key, from] of before) {
    const to = after.get(key);
    if (to === undefined) found.removed(key);
    else found.kept(key, from, to);
  }
  for (const key of after.keys()) if (!before.has(key)) found.added(key);
}
