/** How many lines a call may take. */
const longestCall = 40;

/** The line, counted from 1, on which the brackets that a statement opens are closed again. */
export function callEnd(line: number, lines: readonly string[]): number {
  let depth = 0;
  for (let number = line; number <= Math.min(line + longestCall, lines.length); number++) {
    const text = (lines[number - 1] ?? "").replaceAll(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|\/\/.*$/g, "");
    for (const character of text) {
      if ("([{".includes(character)) depth++;
      if (")]}".includes(character)) depth--;
    }
    if (depth <= 0) return number;
  }
  return line;
}
