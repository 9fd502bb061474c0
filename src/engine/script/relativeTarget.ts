/** `[label@][symbol]+n` or `-n` at the start of an identifier. */
export interface RelativeTarget {
  readonly branchLabel: string | null;
  readonly symbol: string | null;
  /** The number as written, with its sign. */
  readonly text: string;
  readonly steps: number;
}

const RELATIVE = /^(?:(.+?)@)?([\p{L}\p{N}_]+)?([+-]\p{Nd}+)/u;

export function parseRelativeTarget(target: string): RelativeTarget | null {
  const match = RELATIVE.exec(target);
  if (match === null) return null;
  const text = match[3] as string;
  return { branchLabel: match[1] ?? null, symbol: match[2] ?? null, text, steps: Number(text) };
}
