const NAMED_ESCAPES: Readonly<Record<string, string>> = { "\n": "\\n", "\r": "\\r", "\t": "\\t", "\\": "\\\\" };

/** Python's `repr()` of a str: single quotes unless only double quotes save an escape; unprintable characters escaped. */
export function pythonString(text: string): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  let body = "";
  for (const character of text) {
    if (character === quote) body += `\\${character}`;
    else
      body +=
        NAMED_ESCAPES[character] ??
        (isPrintable(character) ? character : escapeCodePoint(character.codePointAt(0) ?? 0));
  }
  return quote + body + quote;
}

/** Python's `repr()` of JSON data: None, True, False, numbers, strings, lists and dicts. */
export function pythonLiteral(value: unknown): string {
  if (value === null || value === undefined) return "None";
  if (typeof value === "boolean") return value ? "True" : "False";
  if (typeof value === "string") return pythonString(value);
  if (typeof value === "number") return Number.isInteger(value) ? BigInt(value).toString() : String(value);
  if (Array.isArray(value)) return `[${value.map(pythonLiteral).join(", ")}]`;
  if (typeof value === "object") {
    return `{${Object.entries(value)
      .map(([key, entry]) => `${pythonString(key)}: ${pythonLiteral(entry)}`)
      .join(", ")}}`;
  }
  throw new TypeError(`no Python literal for a ${typeof value}`);
}

function isPrintable(character: string): boolean {
  return character === " " || !/[\p{C}\p{Z}]/u.test(character);
}

function escapeCodePoint(codePoint: number): string {
  const hex = codePoint.toString(16);
  if (codePoint <= 0xff) return `\\x${hex.padStart(2, "0")}`;
  return codePoint <= 0xffff ? `\\u${hex.padStart(4, "0")}` : `\\U${hex.padStart(8, "0")}`;
}

/** A tuple of texts the way Python prints it: `('a',)`. */
export function pythonTuple(texts: readonly (string | null)[]): string {
  return `(${texts.map(pythonLiteral).join(", ")}${texts.length === 1 ? "," : ""})`;
}
