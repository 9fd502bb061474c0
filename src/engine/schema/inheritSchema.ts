import type { Column } from "./column.ts";
import type { SqlType } from "./sqlType.ts";

/** The column with a type that is of its table's schema where it says so. Source: sqlalchemy.sql.sqltypes.SchemaType, `inherit_schema`. */
export function inheritSchema(column: Column, schema: string | null): Column {
  const type = inSchema(column.type, schema);
  return type === column.type ? column : { ...column, type };
}

function inSchema(type: SqlType, schema: string | null): SqlType {
  if (type.item !== undefined) {
    const item = inSchema(type.item, schema);
    return item === type.item ? type : { ...type, item };
  }
  if (type.inheritSchema !== true) return type;
  const { schema: _own, ...free } = type;
  return schema === null ? free : { ...free, schema };
}
