/** Whether an argument was left out or passed as None, where Alembic makes no difference between the two. */
export function isNone(value: unknown): value is null | undefined {
  return value === null || value === undefined;
}
