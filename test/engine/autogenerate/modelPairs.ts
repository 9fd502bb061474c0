import * as fc from "fast-check";
import type { Column, Identity } from "../../../src/engine/schema/column.ts";
import type { Constraint } from "../../../src/engine/schema/constraint.ts";
import type { MetaData } from "../../../src/engine/schema/metadata.ts";
import type { ServerDefault } from "../../../src/engine/schema/sqlExpression.ts";
import type { SqlType } from "../../../src/engine/schema/sqlType.ts";
import type { Table } from "../../../src/engine/schema/table.ts";
import type { Index } from "../../../src/engine/schema/tableIndex.ts";

/** Two states of the same models. */
export interface ModelPair {
  readonly from: MetaData;
  readonly to: MetaData;
}

export const EXTRA_SCHEMA = "extra";

/*
 * What Alembic itself does not see, loses or cannot run is not generated. The traps, each where it would arise:
 * - unnamed constraints, primary keys, enum values: never change here; the enum is a column of the one table that always exists, because
 *   add_column creates no type and drop_table drops none;
 * - type arguments are compared only where both sides have as many: a column's types differ in name or have the same number of arguments;
 * - a type that PostgreSQL cannot convert by itself (text to number) needs a USING that nobody wrote: a column stays in its family;
 * - the texts of checks, computed columns and the where, include and using of indexes are not compared: they follow from the name;
 * - an option of an identity that the model leaves out stays as it is: the same options are always said;
 * - the order of a unique constraint's columns is not compared: they are sorted;
 * - removed tables are dropped before the foreign keys of kept tables are: none of those refers to one of these;
 * - defaults of json columns cannot be compared, and a default with a quote makes the comparison fail;
 * - ALTER TYPE leaves a cast in an expression such as now(), which then differs from the model's;
 * - MATCH, and whether a unique constraint is deferrable, do not survive the way back.
 */

const TABLES: readonly Pick<Table, "name" | "schema">[] = [
  { name: "zoo" },
  { name: "Order" },
  { name: "log", schema: EXTRA_SCHEMA },
  { name: "animal" },
  { name: "user" },
];

const NUMBERS: readonly SqlType[] = [
  { name: "Integer" },
  { name: "BigInteger" },
  { name: "SmallInteger" },
  { name: "Numeric", precision: 8, scale: 2 },
  { name: "Numeric", precision: 12, scale: 4 },
];
const TEXTS: readonly SqlType[] = [{ name: "String", length: 20 }, { name: "String", length: 80 }, { name: "Text" }];
const TIMES: readonly SqlType[] = [{ name: "Date" }, { name: "DateTime" }, { name: "DateTime", timezone: true }];

/** One column for each, which comes and goes but never changes its type. */
const OTHER_TYPES: readonly SqlType[] = [
  { name: "Boolean" },
  { name: "LargeBinary" },
  { name: "Uuid" },
  { name: "JSON" },
  { name: "JSONB", dialect: "postgresql" },
  { name: "INET", dialect: "postgresql" },
  { name: "Interval" },
  { name: "Time" },
  { name: "Float" },
  { name: "Double" },
  { name: "REAL" },
  { name: "BIT", dialect: "postgresql", length: 3 },
  { name: "TSVECTOR", dialect: "postgresql" },
  { name: "INT4RANGE", dialect: "postgresql" },
  { name: "ARRAY", item: { name: "Integer" } },
  { name: "ARRAY", dialect: "postgresql", item: { name: "String", length: 5 } },
];

const ACTIONS = ["CASCADE", "SET NULL", "RESTRICT", "SET DEFAULT"];

const comment = fc.option(fc.constantFrom("first", "it's second", "50% \\ third"), { nil: undefined });

function valueColumn(
  name: string,
  types: readonly SqlType[],
  defaults: readonly ServerDefault[],
): fc.Arbitrary<Column | undefined> {
  const column = fc
    .record({
      type: fc.constantFrom(...types),
      nullable: fc.boolean(),
      serverDefault: fc.option(fc.constantFrom(...defaults), { nil: undefined }),
      comment,
    })
    .map((drawn): Column => ({ name, ...withoutAbsent(drawn) }));
  return fc.option(column, { nil: undefined, freq: 3 });
}

const identity: fc.Arbitrary<Identity> = fc.record({
  always: fc.boolean(),
  start: fc.integer({ min: 1, max: 9 }),
  increment: fc.integer({ min: 1, max: 5 }),
  cycle: fc.boolean(),
});

const identityColumn: fc.Arbitrary<Column | undefined> = fc.option(
  identity.map((drawn): Column => ({ name: "seq_1", type: { name: "BigInteger" }, nullable: false, identity: drawn })),
  { nil: undefined },
);

const otherColumns: fc.Arbitrary<readonly Column[]> = fc
  .subarray(
    OTHER_TYPES.map((type, place) => ({ name: `other_${place}`, type })),
    { maxLength: 3 },
  )
  .chain((columns) => fc.tuple(...columns.map((column) => fc.boolean().map((nullable) => ({ ...column, nullable })))));

interface DrawnTable {
  readonly columns: readonly Column[];
  readonly constraints: readonly Constraint[];
  readonly indexes: readonly Index[];
  readonly comment: string | undefined;
  /** Which table the foreign key refers to, by its place; the table's own is a reference to itself. */
  readonly reference: DrawnReference | undefined;
}

interface DrawnReference {
  readonly target: number;
  readonly onDelete?: string;
  readonly onUpdate?: string;
  readonly deferrable?: boolean;
  readonly initially?: string;
}

function drawnTable(place: number): fc.Arbitrary<DrawnTable> {
  const label = String(TABLES[place]?.name).toLowerCase();
  return fc
    .record({
      numbers: fc.tuple(valueColumn("num_1", NUMBERS, ["1", "7"]), valueColumn("num_2", NUMBERS, ["1", "7"])),
      texts: valueColumn("txt_1", TEXTS, ["new", "a b"]),
      times: valueColumn("at_1", TIMES, [{ kind: "fetchedValue" }]).map(withoutDefault),
      flag: valueColumn(
        "flag_1",
        [{ name: "Boolean" }],
        [
          { kind: "text", text: "true" },
          { kind: "text", text: "false" },
        ],
      ),
      others: otherColumns,
      identity: identityColumn,
      computed: fc.boolean(),
      comment,
      reference: reference(place),
    })
    .chain((drawn) => {
      const columns = [...drawn.numbers, drawn.texts, drawn.times, drawn.flag, ...drawn.others, drawn.identity].filter(
        (column) => column !== undefined,
      );
      const names = columns.map((column) => String(column.name)).filter((name) => /^(num|txt|at|flag)_/.test(name));
      return fc
        .record({ constraints: constraintsOn(label, names), indexes: indexesOn(label, names) })
        .map((around): DrawnTable => ({
          ...around,
          columns: [...columns, ...(drawn.computed ? [computedColumn] : [])],
          comment: drawn.comment,
          reference: drawn.reference,
        }));
    });
}

const computedColumn: Column = {
  name: "gen_1",
  type: { name: "Integer" },
  computed: { sqltext: "id * 2", persisted: true },
};

function reference(place: number): fc.Arbitrary<DrawnReference | undefined> {
  const action = fc.option(fc.constantFrom(...ACTIONS), { nil: undefined });
  const timing = fc.constantFrom({}, { deferrable: true }, { deferrable: true, initially: "DEFERRED" });
  return fc.option(
    fc
      .record({ target: fc.nat({ max: place }), onDelete: action, onUpdate: action, timing })
      .map(({ target, onDelete, onUpdate, timing: drawn }) => ({
        ...withoutAbsent({ target, onDelete, onUpdate }),
        ...drawn,
      })),
    { nil: undefined },
  );
}

function constraintsOn(label: string, names: readonly string[]): fc.Arbitrary<readonly Constraint[]> {
  const unique = (name: string): fc.Arbitrary<Constraint | undefined> =>
    names.length === 0
      ? fc.constant(undefined)
      : fc.option(
          fc
            .record({ columns: fc.subarray([...names], { minLength: 1 }), nullsNotDistinct: fc.boolean() })
            .map(({ columns, nullsNotDistinct }): Constraint => ({
              kind: "unique",
              name,
              columns: [...columns].sort(),
              ...(nullsNotDistinct ? { nullsNotDistinct } : {}),
            })),
          { nil: undefined },
        );
  const check = (column: string, sqltext: string): fc.Arbitrary<Constraint | undefined> =>
    fc
      .boolean()
      .map((has) =>
        has && names.includes(column) ? { kind: "check", name: `ck_${label}_${column}`, sqltext } : undefined,
      );
  return fc
    .tuple(
      unique(`uq_${label}_1`),
      unique(`uq_${label}_2`),
      check("num_1", "num_1 > 0"),
      check("txt_1", "txt_1 <> 'x'"),
    )
    .map((drawn) => withoutTwins(drawn.filter((constraint) => constraint !== undefined)));
}

/** CREATE TABLE makes one of two unique constraints that hold the same columns. */
function withoutTwins(constraints: readonly Constraint[]): readonly Constraint[] {
  const [first, second] = constraints.filter((constraint) => constraint.kind === "unique");
  return constraints.filter((constraint) => constraint !== second || second?.columns.join() !== first?.columns.join());
}

function indexesOn(label: string, names: readonly string[]): fc.Arbitrary<readonly Index[]> {
  const plain =
    names.length === 0
      ? fc.constant(undefined)
      : fc.option(
          fc
            .record({
              columns: fc.subarray([...names], { minLength: 1 }),
              unique: fc.boolean(),
              descending: fc.boolean(),
            })
            .map(({ columns, unique, descending }): Index => ({
              name: `ix_${label}_plain`,
              columns: columns.map((name) => (descending ? { kind: "column", name, order: "desc" } : name)),
              unique,
            })),
          { nil: undefined },
        );
  const fixed = (column: string, index: Index): fc.Arbitrary<Index | undefined> =>
    fc.boolean().map((has) => (has && names.includes(column) ? index : undefined));
  return fc
    .tuple(
      plain,
      fixed("txt_1", { name: `ix_${label}_lower`, columns: [{ kind: "text", text: "lower(txt_1)" }] }),
      fixed("num_1", { name: `ix_${label}_where`, columns: ["num_1"], where: { kind: "text", text: "num_1 > 3" } }),
      fixed("txt_1", { name: `ix_${label}_hash`, columns: ["txt_1"], using: "hash" }),
    )
    .map((drawn) => drawn.filter((index) => index !== undefined));
}

const mood: Column = {
  name: "mood",
  type: { name: "Enum", values: ["fine", "so so"], enumName: "mood" },
  nullable: false,
};

function toTable(place: number, drawn: DrawnTable, hasReference: (target: number) => boolean): Table {
  const { columns, constraints, indexes, comment: said, reference: key } = drawn;
  const target = key === undefined || !hasReference(key.target) ? undefined : TABLES[key.target];
  const label = String(TABLES[place]?.name).toLowerCase();
  return {
    name: TABLES[place]?.name ?? "",
    ...(TABLES[place]?.schema === undefined ? {} : { schema: TABLES[place].schema }),
    ...(said === undefined ? {} : { comment: said }),
    columns: [
      { name: "id", type: { name: "Integer" }, primaryKey: true },
      ...(place === 0 ? [mood] : []),
      { name: "ref_1", type: { name: "Integer" } },
      ...columns,
    ],
    constraints: [
      ...constraints,
      ...(key === undefined || target === undefined ? [] : [foreignKey(label, key, target)]),
    ],
    indexes,
  };
}

function foreignKey(
  label: string,
  { target: _target, ...options }: DrawnReference,
  target: Pick<Table, "name" | "schema">,
): Constraint {
  const table = target.schema === undefined ? String(target.name) : `${target.schema}.${String(target.name)}`;
  return { kind: "foreignKey", name: `fk_${label}_ref`, columns: ["ref_1"], refs: [`${table}.id`], ...options };
}

const drawnSide = fc.record({
  present: fc.tuple(...TABLES.map((_table, place) => (place === 0 ? fc.constant(true) : fc.boolean()))),
  tables: fc.tuple(...TABLES.map((_table, place) => drawnTable(place))),
});

/** Pairs of models of up to five tables in two schemas. */
export const modelPairs: fc.Arbitrary<ModelPair> = fc.tuple(drawnSide, drawnSide).map(([from, to]) => {
  const isIn = (side: typeof from, place: number): boolean => side.present[place] === true;
  const build = (side: typeof from, other: typeof from): MetaData => ({
    tables: side.tables.flatMap((drawn, place) => {
      if (!isIn(side, place)) return [];
      const hasReference = (target: number): boolean =>
        isIn(side, target) && (!isIn(other, place) || isIn(other, target));
      return [toTable(place, drawn, hasReference)];
    }),
  });
  return { from: build(from, to), to: build(to, from) };
});

type Present<T> = { [K in keyof T]: Exclude<T[K], undefined> };

function withoutAbsent<T extends object>(value: T): Partial<Present<T>> & Pick<T, RequiredKeys<T>> {
  return Object.fromEntries(Object.entries(value).filter(([, item]) => item !== undefined)) as never;
}

type RequiredKeys<T> = { [K in keyof T]-?: undefined extends T[K] ? never : K }[keyof T];

function withoutDefault(column: Column | undefined): Column | undefined {
  if (column === undefined) return undefined;
  const { serverDefault: _serverDefault, ...rest } = column;
  return rest;
}
