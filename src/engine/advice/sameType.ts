import { compileType } from "../ddl/compileType.ts";
import type { SqlType } from "../schema/sqlType.ts";

/** Whether PostgreSQL gets the same type for both; of a type that SQLAlchemy does not know nothing is said. */
export function sameType(one: SqlType, other: SqlType): boolean {
  return one.name !== "NullType" && other.name !== "NullType" && compileType(one) === compileType(other);
}
