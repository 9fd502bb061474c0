import type { SqlType } from "../schema/sqlType.ts";

/** A type with what its rendering in a revision file says: a domain's conditions are not. */
export function renderedType(type: SqlType): SqlType {
  if (type.name === "DOMAIN") {
    const { name, domainName, dataType } = type;
    return {
      name,
      dialect: "postgresql",
      ...(domainName === undefined ? {} : { domainName }),
      ...(dataType === undefined ? {} : { dataType }),
    };
  }
  if (type.name === "Enum" && type.nativeEnum === false && type.length === undefined) {
    return { ...type, length: Math.max(0, ...(type.values ?? []).map((value) => [...value].length)) };
  }
  return type;
}
