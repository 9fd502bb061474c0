import type { SqlType } from "../schema/sqlType.ts";

/** A type with what its rendering in a revision file says: a domain's conditions and an interval's arguments are not. Source: each type's `__repr__`. */
export function renderedType(type: SqlType): SqlType {
  const inside = {
    ...(type.own === undefined ? {} : { own: type.own }),
    ...(type.item === undefined ? {} : { item: renderedType(type.item) }),
    ...(type.variants === undefined ? {} : { variants: mapValues(type.variants, renderedType) }),
  };
  switch (type.name) {
    case "INT":
      return { ...type, ...inside, name: "INTEGER" };
    case "Interval":
      return { name: "Interval", ...inside };
    case "DOMAIN":
      return { ...domain(type), ...inside };
    case "Enum":
      return { ...type, ...inside, ...(type.nativeEnum === false ? { length: type.length ?? longest(type) } : {}) };
    default:
      return { ...type, ...inside };
  }
}

function domain({ name, domainName, dataType }: SqlType): SqlType {
  return {
    name,
    dialect: "postgresql",
    ...(domainName === undefined ? {} : { domainName }),
    ...(dataType === undefined ? {} : { dataType: renderedType(dataType) }),
  };
}

function longest({ values = [] }: SqlType): number {
  return Math.max(0, ...values.map((value) => [...value].length));
}

function mapValues<T>(record: Readonly<Record<string, T>>, change: (value: T) => T): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}
