/** A number of a case's JSON that JavaScript would not write back as it stands, such as `9007199254740993` or `1.0`. */
export class ExactNumber {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }

  get isWhole(): boolean {
    return /^-?\d+$/.test(this.text);
  }
}

/** JSON with its exact numbers as JavaScript's, where no value of a column or of a sequence is meant. */
export function withoutExactNumbers(value: unknown): unknown {
  if (value instanceof ExactNumber) return Number(value.text);
  if (Array.isArray(value)) return value.map(withoutExactNumbers);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withoutExactNumbers(item)]));
}
