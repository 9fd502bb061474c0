import { quoteName } from "../ddl/quoteName.ts";
import type { Operation } from "../operations/operation.ts";
import { queryEnums } from "../reflection/queryEnums.ts";
import type { Column } from "../schema/column.ts";
import type { Advice, Edit } from "./advice.ts";
import type { Comparison } from "./comparison.ts";
import { createEnum, dropEnum, existingEnum, namedEnum, type NamedEnum } from "./namedEnum.ts";
import { stepsOf } from "./stepsOf.ts";
import { nameText } from "../schema/name.ts";
import { qualifiedName } from "./tableName.ts";

/**
 * PostgreSQL's enum types live beside the tables: CREATE TABLE makes the type it needs, ADD COLUMN does not, and no DROP takes it away, so that
 * going down and up again fails. Source of the shortcoming: Alembic's documentation, "Autogenerating enum types".
 */
export function adviseEnumTypes(comparison: Comparison): readonly Advice[] {
  const { upgradeOps } = comparison;
  const existing = enumsInDatabase(comparison);
  const wanted = enumsOfModel(comparison);
  const added = stepsOf(upgradeOps, "addColumn").flatMap(({ step, operation }) => {
    const type = namedEnum(operation.column.type);
    if (type === null || existing.has(type.name)) return [];
    const column = `${qualifiedName(operation.tableName, operation.schema)}.${nameText(operation.column.name)}`;
    return [
      advice(
        type,
        `The type ${type.name} of ${column} does not exist yet`,
        "Adding a column does not create its enum type: the upgrade would fail, and the downgrade would leave the type behind. Create the type first, and drop it on the way down.",
        [
          { side: "upgrade", step, place: "before", operations: createEnum(type) },
          { side: "downgrade", step, place: "after", operations: [dropEnum(type)] },
        ],
      ),
    ];
  });
  const creates = stepsOf(upgradeOps, "createTable");
  const clashing = creates.flatMap(({ step, operation }) =>
    enumsOf(operation.columns)
      .filter(({ name }) => existing.has(name))
      .map((type) =>
        advice(
          type,
          `The type ${type.name} exists already`,
          `Creating ${qualifiedName(operation.tableName, operation.schema)} creates its enum type as well, and fails because the type is there. Say that it exists.`,
          [
            {
              side: "upgrade",
              step,
              place: "instead",
              operations: [
                { ...operation, columns: operation.columns.map((column) => withExistingEnums(column, existing)) },
              ],
            },
          ],
        ),
      ),
  );
  const created = creates.flatMap(({ step, operation }) =>
    enumsOf(operation.columns)
      .filter(({ name }) => !existing.has(name))
      .map((type) =>
        advice(
          type,
          `The downgrade leaves the type ${type.name} behind`,
          `Creating ${qualifiedName(operation.tableName, operation.schema)} creates its enum type, dropping it does not drop the type: the next upgrade fails because the type exists. Drop it on the way down.`,
          [{ side: "downgrade", step, place: "after", operations: [dropEnum(type)] }],
        ),
      ),
  );
  const dropped = upgradeOps.flatMap((operation, step) =>
    enumsDropped(operation)
      .filter(({ name }) => !wanted.has(name))
      .map((type) =>
        advice(
          type,
          `Nothing uses the type ${type.name} afterwards`,
          "Dropping what uses an enum type leaves the type in the database. Drop it as well.",
          [
            { side: "upgrade", step, place: "after", operations: [dropEnum(type)] },
            ...(operation.kind === "dropColumn"
              ? [{ side: "downgrade", step, place: "before", operations: createEnum(type) } as const]
              : []),
          ],
        ),
      ),
  );
  return once([...clashing, ...added, ...created, ...dropped]);
}

function enumsInDatabase({ connection }: Comparison): ReadonlySet<string> {
  return new Set(
    queryEnums(connection).map(({ name, schema, visible }) =>
      visible ? quoteName(name) : `${quoteName(schema)}.${quoteName(name)}`,
    ),
  );
}

function enumsOfModel({ model }: Comparison): ReadonlySet<string> {
  return new Set([...model.values()].flatMap(({ columns }) => enumsOf(columns).map(({ name }) => name)));
}

function enumsOf(columns: readonly Column[]): readonly NamedEnum[] {
  return columns.flatMap(({ type }) => namedEnum(type) ?? []);
}

function withExistingEnums(column: Column, existing: ReadonlySet<string>): Column {
  const type = namedEnum(column.type);
  return type === null || column.type.name === "ARRAY" || !existing.has(type.name)
    ? column
    : { ...column, type: existingEnum(type) };
}

function enumsDropped(operation: Operation): readonly NamedEnum[] {
  switch (operation.kind) {
    case "dropTable":
      return enumsOf(operation.reverse?.columns ?? []);
    case "dropColumn":
      return operation.reverse === undefined ? [] : enumsOf([operation.reverse.column]);
    default:
      return [];
  }
}

function advice({ name }: NamedEnum, title: string, explanation: string, edits: readonly Edit[]): Advice {
  return { kind: "enumType", id: `enumType:${name}`, title, explanation, edits };
}

/** The first operation that needs a type makes it; the last one that used it, which is the first on the way down, is the one to drop it. */
function once(all: readonly Advice[]): readonly Advice[] {
  return [...new Map(all.toReversed().map((one) => [one.id, one])).values()].reverse();
}
