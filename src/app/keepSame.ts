/** The earlier value where both hold the same plain data, so that what did not change stays the same object. */
export function keepSame<Value>(earlier: Value | undefined, value: Value): Value {
  return earlier !== undefined && isSame(earlier, value) ? earlier : value;
}

function isSame(left: unknown, right: unknown): boolean {
  if (Object.is(left, right)) return true;
  if (typeof left !== "object" || typeof right !== "object" || left === null || right === null) return false;
  if (Array.isArray(left) !== Array.isArray(right)) return false;
  const keys = Object.keys(left);
  if (keys.length !== Object.keys(right).length) return false;
  return keys.every((key) =>
    isSame((left as Readonly<Record<string, unknown>>)[key], (right as Readonly<Record<string, unknown>>)[key]),
  );
}
