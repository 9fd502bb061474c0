import { reflect } from "../../src/engine/reflection/reflect.ts";
import type { Connection } from "../../src/engine/connection.ts";
import type { ReflectedTable } from "../../src/engine/reflection/reflectedTable.ts";
import type { Constraint } from "../../src/engine/schema/constraint.ts";

/** What the engine's reflection says of the tables, as lines of JSON without order, and without what Alembic does not bring back. */
export function reflectedLines(connection: Connection): readonly string[] {
  return reflect(connection).tables.flatMap(linesOf).sort();
}

function linesOf({ schema, name, comment, columns, constraints, indexes }: ReflectedTable): readonly string[] {
  const place = schema === null ? name : `${schema}.${name}`;
  const exclude = new Set(constraints.flatMap((item) => (item.kind === "exclude" ? [nameOf(item)] : [])));
  return [
    `table ${place} ${JSON.stringify(comment)}`,
    ...columns.map(({ serialSequence: _serialSequence, autoincrement: _autoincrement, serverDefault, ...column }) => {
      const isSerial = serverDefault?.text.startsWith("nextval(") === true;
      return `column ${place} ${JSON.stringify(isSerial ? column : { ...column, serverDefault })}`;
    }),
    ...constraints
      .filter((item) => item.kind !== "exclude")
      .map((item) => `constraint ${place} ${JSON.stringify(comparable(item))}`),
    ...indexes
      .filter((item) => !exclude.has(item.name.name))
      .map((item) => `index ${place} ${JSON.stringify(item).replaceAll("%%", "%")}`),
  ];
}

function nameOf({ name }: Constraint): string {
  return typeof name === "object" && name !== null ? name.name : (name ?? "");
}

function comparable(constraint: Constraint): unknown {
  switch (constraint.kind) {
    case "unique": {
      const { deferrable: _deferrable, initially: _initially, ...rest } = constraint;
      return rest;
    }
    case "foreignKey": {
      const { match: _match, notValid: _notValid, ...rest } = constraint;
      return rest;
    }
    case "check":
      return { kind: "check", name: nameOf(constraint) };
    default:
      return constraint;
  }
}
