import type { SqlType } from "../../../../engine/schema/sqlType.ts";

/** A column's type with its arguments, such as `String(200)`. */
export class TypeEngine {
  /** The type as data. */
  readonly data: SqlType;
  constructor(data: SqlType) {
    this.data = data;
  }

  /** Another type for the dialect that is named; on PostgreSQL only `"postgresql"` has an effect. */
  withVariant(type: TypeArgument, dialect: string): TypeEngine {
    return new TypeEngine({ ...this.data, variants: { ...this.data.variants, [dialect]: typeData(type) } });
  }

  toString(): string {
    return this.data.name;
  }
}

/** A type with its arguments, or its bare name: `String(200)` and `String` are both fine. */
export type TypeArgument = TypeEngine | ((...args: never[]) => TypeEngine);

/** @throws TypeError when the value is no type */
export function typeData(type: TypeArgument): SqlType {
  const engine: unknown = typeof type === "function" ? (type as () => TypeEngine)() : type;
  if (!(engine instanceof TypeEngine)) throw new TypeError("expected a column type such as Integer or String(200)");
  return engine.data;
}

/** Whether a value is a type or the bare name of one. */
export function isType(value: unknown): value is TypeArgument {
  return value instanceof TypeEngine || (typeof value === "function" && "sqlType" in value);
}

type Arguments = Omit<SqlType, "name" | "dialect">;

/** Makes the factory of one type; `read` turns its arguments into data. */
export function defineType<Args extends readonly unknown[]>(
  name: string,
  read: (...args: Args) => Arguments,
  dialect?: "postgresql",
): (...args: Args) => TypeEngine {
  return defineTypeOf(TypeEngine, name, read, dialect);
}

/** The same for types that can do more than others. */
export function defineTypeOf<Type extends TypeEngine, Args extends readonly unknown[]>(
  kind: new (data: SqlType) => Type,
  name: string,
  read: (...args: Args) => Arguments,
  dialect?: "postgresql",
): (...args: Args) => Type {
  const factory = (...args: Args): Type => {
    const given = Object.fromEntries(Object.entries(read(...args)).filter(([, value]) => value !== undefined));
    return new kind((dialect === undefined ? { name, ...given } : { name, dialect, ...given }) as SqlType);
  };
  return Object.assign(factory, { sqlType: name });
}
