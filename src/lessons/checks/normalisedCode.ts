/**
 * Code without what people write differently and mean the same: comments, white space, the kind of quotes, `sa.`, semicolons, commas
 * before a closing bracket. The path tells the language.
 */
export function normalisedCode(path: string, text: string): string {
  return withoutComments(path, text)
    .replaceAll(/\s+/g, "")
    .replaceAll(/['`]/g, '"')
    .replaceAll(/\bsa\./g, "")
    .replaceAll(";", "")
    .replaceAll(/,(?=[)\]}])/g, "");
}

export function containsCode(path: string, text: string, code: string): boolean {
  return normalisedCode(path, text).includes(normalisedCode(path, code));
}

/** The text with its comments left out; what looks like one inside of a string stays. */
export function withoutComments(path: string, text: string): string {
  const pattern = commentPattern(path);
  return pattern === null ? text : text.replaceAll(pattern, (_, kept: string | undefined) => kept ?? "");
}

/** Strings are matched as well, so that they are kept whole. */
function commentPattern(path: string): RegExp | null {
  if (/\.[jt]sx?$/.test(path))
    return /("(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`)|\/\*[\s\S]*?\*\/|\/\/[^\n]*/g;
  if (path.endsWith(".py")) return /("""[\s\S]*?"""|'''[\s\S]*?'''|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')|#[^\n]*/g;
  if (/\.(ini|toml|cfg)$/.test(path)) return /(?!)()|^[ \t]*[#;][^\n]*/gm;
  return null;
}

/** What stands inside of the function, or null where the text has no such function. */
export function functionBody(path: string, text: string, name: string): string | null {
  return path.endsWith(".py") ? pythonBody(text, name) : bracedBody(withoutComments(path, text), name);
}

function bracedBody(text: string, name: string): string | null {
  const from = text.search(new RegExp(String.raw`\bfunction\s+${name}\b`));
  const open = from < 0 ? -1 : text.indexOf("{", from);
  if (open < 0) return null;
  let depth = 0;
  for (const match of text.slice(open).matchAll(/"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`|[{}]/g)) {
    if (match[0] === "{") depth++;
    if (match[0] === "}") depth--;
    if (depth === 0) return text.slice(open + 1, open + match.index);
  }
  return text.slice(open + 1);
}

function pythonBody(text: string, name: string): string | null {
  const lines = text.split("\n");
  const from = lines.findIndex((line) => new RegExp(String.raw`^(async\s+)?def\s+${name}\b`).test(line));
  if (from < 0) return null;
  const length = lines.slice(from + 1).findIndex((line) => /^\S/.test(line));
  return lines.slice(from + 1, length < 0 ? undefined : from + 1 + length).join("\n");
}
