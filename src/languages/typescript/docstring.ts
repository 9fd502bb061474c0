/**
 * The text of the block comment that a file begins with, as Python would give a module's docstring: without the stars.
 * null where the file begins otherwise.
 */
export function docstring(text: string): string | null {
  const match = /^\s*\/\*\*?([\s\S]*?)\*\//.exec(text);
  if (match === null) return null;
  const lines = (match[1] ?? "")
    .replaceAll("*\\/", "*/")
    .split("\n")
    .map((line, index) => (index === 0 ? line.trim() : line.replace(/^\s*\* ?/, "").trimEnd()));
  if (lines.at(-1) === "" || lines.at(-1)?.trim() === "") lines.pop();
  return `${lines.join("\n")}\n\n`;
}
