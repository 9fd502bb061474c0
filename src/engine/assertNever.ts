/** Makes a forgotten case of a discriminated union a compile error in a `void` switch. */
export function assertNever(value: never): never {
  throw new Error(`unexpected value ${JSON.stringify(value)}`);
}
