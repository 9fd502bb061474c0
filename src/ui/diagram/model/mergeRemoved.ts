/** The items of now, with those that are gone put back behind the item that they followed. */
export function mergeRemoved<Item>(
  from: readonly Item[],
  to: readonly Item[],
  keyOf: (item: Item) => string,
): readonly { readonly item: Item; readonly removed: boolean }[] {
  const present = new Set(to.map(keyOf));
  const followers = new Map<string | null, Item[]>();
  let anchor: string | null = null;
  for (const item of from) {
    if (present.has(keyOf(item))) anchor = keyOf(item);
    else followers.set(anchor, [...(followers.get(anchor) ?? []), item]);
  }
  const goneAfter = (key: string | null) =>
    (followers.get(key) ?? []).map((item) => ({ item, removed: true }) as const);
  return [...goneAfter(null), ...to.flatMap((item) => [{ item, removed: false }, ...goneAfter(keyOf(item))])];
}
