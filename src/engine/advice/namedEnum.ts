import { compileCreateTypes } from "../ddl/compileCreateTypes.ts";
import { typeName } from "../ddl/compileType.ts";
import type { ExecuteSqlOp } from "../operations/operation.ts";
import type { SqlType } from "../schema/sqlType.ts";

/** An enum type of PostgreSQL: its name as SQL writes it, and its values in order. */
export interface NamedEnum {
  readonly name: string;
  readonly values: readonly string[];
  readonly type: SqlType;
}

/** The enum type that a column's type needs; null where it needs none. */
export function namedEnum(given: SqlType): NamedEnum | null {
  const type = given.name === "ARRAY" ? (given.item ?? given) : given;
  const isNative = type.name === "ENUM" || (type.name === "Enum" && type.nativeEnum !== false);
  if (!isNative || type.values === undefined || type.createType === false) return null;
  return type.enumName === undefined ? null : { name: typeName(type, "ENUM"), values: type.values, type };
}

export function createEnum({ type }: NamedEnum): readonly ExecuteSqlOp[] {
  return compileCreateTypes([{ name: "value", type }], { mode: "online" }).map(executed);
}

export function dropEnum({ name }: NamedEnum): ExecuteSqlOp {
  return executed(`DROP TYPE ${name}`);
}

/** The same type, to be taken as it is in the database. */
export function existingEnum({ type, values }: NamedEnum): SqlType {
  const { enumName, schema } = type;
  return {
    name: "ENUM",
    dialect: "postgresql",
    values,
    ...(enumName === undefined ? {} : { enumName }),
    ...(schema === undefined ? {} : { schema }),
    createType: false,
  };
}

/** SQL for `op.execute`, which takes `:name` for a parameter. */
export function executed(sql: string): ExecuteSqlOp {
  return { kind: "executeSql", sqltext: sql.replaceAll(":", "\\:") };
}
