const longOptions: readonly (readonly [RegExp, string])[] = [
  [/ --verbose(?= |$)/g, " -v"],
  [/ --message[ =]/g, " -m "],
  [/ --name[ =]/g, " -n "],
];

/**
 * A command as it is compared, without what people write differently and mean the same: white space, the kind of quotes, long and short
 * options, where `--sql` stands, capitals in SQL, and whether a `\d` goes through `psql -c` or says more (`\d+`). Patterns of commands are
 * brought into the same form.
 */
export function commandForm(text: string): string {
  const line = text.trim().replaceAll(/\s+/g, " ").replaceAll("'", '"');
  if (line.startsWith("alembic ")) return alembicForm(line);
  if (line.startsWith("psql ")) return psqlForm(line);
  return line.startsWith("\\") ? shortForm(line) : line;
}

function alembicForm(line: string): string {
  const short = longOptions.reduce((form, [long, option]) => form.replaceAll(long, option), line);
  return / --sql(?= |$)/.test(short) ? `${short.replace(/ --sql(?= |$)/, "")} --sql` : short;
}

function psqlForm(line: string): string {
  const short = line.replace(/ --dbname[ =]/, " -d ").replace(/ --command[ =]/, " -c ");
  const described = /^psql -c "?(\\[^"]*)"?$/.exec(short)?.[1];
  if (described !== undefined) return shortForm(described.trim());
  return /-c "?\\/.test(short) ? short.replace(/(-c "?\\\w+)\+/, "$1") : short.toLowerCase();
}

function shortForm(line: string): string {
  return line.replace(/^(\\\w+)\+/, "$1").replace(/;$/, "");
}
