/** The variable of a table's model: `user_accounts` is `UserAccounts`. */
export function modelName(table: string): string {
  const text = table
    .split(/[^\p{L}\p{N}]+/u)
    .map((part) => part.slice(0, 1).toUpperCase() + part.slice(1))
    .join("");
  return /^[\p{L}_$]/u.test(text) ? text : `Table${text}`;
}

/** The name, with a number where it is taken; taken from then on. */
export function freeName(name: string, taken: Set<string>): string {
  let free = name;
  for (let number = 2; taken.has(free); number++) free = `${name}${number}`;
  taken.add(free);
  return free;
}
