import { ExactNumber } from "./exactNumber.ts";

const EXACT = "exact number";

/** The JSON of one case. A number that JavaScript would lose digits of is an ExactNumber. */
export function parseCase(line: string): unknown {
  return JSON.parse(markExactNumbers(line), (_key, value: unknown) =>
    isMarked(value) ? new ExactNumber(value[EXACT]) : value,
  );
}

function markExactNumbers(line: string): string {
  return line.replaceAll(/"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g, (token) =>
    token.startsWith('"') || String(Number(token)) === token ? token : JSON.stringify({ [EXACT]: token }),
  );
}

function isMarked(value: unknown): value is { readonly [EXACT]: string } {
  return typeof value === "object" && value !== null && EXACT in value;
}
