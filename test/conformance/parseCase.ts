/**
 * The JSON of one case. A number that JavaScript would not write back as it stands (`9007199254740993`, `1.0`) is kept as `{"decimal": text}`
 * inside the rows of an INSERT, where it is a value of a column; elsewhere numbers are small and whole.
 */
export function parseCase(line: string): unknown {
  return JSON.parse(line.includes('"bulk_insert"') ? keepNumbers(line) : line);
}

function keepNumbers(line: string): string {
  return line.replaceAll(/"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g, (token) =>
    token.startsWith('"') || String(Number(token)) === token ? token : JSON.stringify({ decimal: token }),
  );
}
