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

/** What stands inside of the function, without comments, or null where the text has no such function. */
export function functionBody(path: string, text: string, name: string): string | null {
  const place = functionPlace(path, text, name);
  return place === null ? null : withoutComments(path, text.slice(place.start, place.end));
}

/** Where the inside of a function stands in the text: offsets of its first character and of the one behind its last. */
export interface TextPlace {
  readonly start: number;
  readonly end: number;
}

export function functionPlace(path: string, text: string, name: string): TextPlace | null {
  return path.endsWith(".py") ? pythonPlace(text, name) : bracedPlace(text, name);
}

function bracedPlace(text: string, name: string): TextPlace | null {
  const from = text.search(new RegExp(String.raw`^[ \t]*(export\s+)?(async\s+)?function\s+${name}\b`, "m"));
  const open = from < 0 ? -1 : text.indexOf("{", from);
  if (open < 0) return null;
  let depth = 0;
  const pieces = /"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`|\/\*[\s\S]*?\*\/|\/\/[^\n]*|[{}]/g;
  for (const match of text.slice(open).matchAll(pieces)) {
    if (match[0] === "{") depth++;
    if (match[0] === "}") depth--;
    if (depth === 0) return { start: open + 1, end: open + match.index };
  }
  return { start: open + 1, end: text.length };
}

function pythonPlace(text: string, name: string): TextPlace | null {
  const head = new RegExp(String.raw`^(async\s+)?def\s+${name}\b[^\n]*`, "m").exec(text);
  if (head === null) return null;
  const start = head.index + head[0].length;
  const rest = text.slice(start);
  const next = rest.search(/\n(?=\S)/);
  // The blank lines in front of what comes next are not inside.
  return { start, end: start + (next < 0 ? rest : rest.slice(0, next)).trimEnd().length + 1 };
}
