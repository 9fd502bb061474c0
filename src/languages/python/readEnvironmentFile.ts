/** The variables of a project's `.env` file. Source: the documentation of python-dotenv. */
export function readEnvironmentFile(text: string): Readonly<Record<string, string>> {
  const entries = text.split("\n").flatMap((line) => {
    const match = /^\s*(?:export\s+)?([A-Za-z_][A-Za-z0-9_.]*)\s*=\s*(.*?)\s*$/.exec(line);
    return match === null ? [] : [[match[1] ?? "", unquoted(match[2] ?? "")] as const];
  });
  return Object.fromEntries(entries);
}

function unquoted(value: string): string {
  const quoted = /^(["'])(.*)\1(?:\s+#.*)?$/.exec(value);
  return quoted === null ? value.replace(/\s+#.*$/, "") : (quoted[2] ?? "");
}
