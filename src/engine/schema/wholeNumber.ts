/** A whole number that a JavaScript number cannot hold exactly, by its decimal digits. */
export interface BigWholeNumber {
  readonly kind: "integer";
  readonly value: string;
}

/** A whole number of any size, each in one form only: a JavaScript number wherever that is exact. PostgreSQL's bigint goes beyond. */
export type WholeNumber = number | BigWholeNumber;

/** The number that decimal digits, with or without a sign, stand for. */
export function wholeNumber(digits: string): WholeNumber {
  const number = Number(digits);
  return Number.isSafeInteger(number) ? number : { kind: "integer", value: BigInt(digits).toString() };
}

/** The number in decimal digits. */
export function wholeNumberText(number: WholeNumber): string {
  return typeof number === "number" ? BigInt(Math.trunc(number)).toString() : number.value;
}

export function isSameWholeNumber(left: WholeNumber, right: WholeNumber): boolean {
  return wholeNumberText(left) === wholeNumberText(right);
}
