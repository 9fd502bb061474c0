/** A text the way Python's repr() prints it. */
export function pythonText(text: string): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  let body = "";
  for (const character of text) {
    if (character === quote || character === "\\") body += `\\${character}`;
    else if (character === "\n") body += "\\n";
    else if (character === "\r") body += "\\r";
    else if (character === "\t") body += "\\t";
    else if (character < " " || character === "\u007f")
      body += `\\x${character.charCodeAt(0).toString(16).padStart(2, "0")}`;
    else body += character;
  }
  return `${quote}${body}${quote}`;
}

/** A tuple of texts the way Python prints it: `('a',)`. */
export function pythonTuple(texts: readonly (string | null)[]): string {
  const items = texts.map((text) => (text === null ? "None" : pythonText(text)));
  return `(${items.join(", ")}${items.length === 1 ? "," : ""})`;
}
