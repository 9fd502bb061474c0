import { beforeEach, describe, expect, it } from "vitest";
import { compareMetadata } from "../../../src/engine/autogenerate/compareMetadata.ts";
import { formatDiffTuples } from "../../../src/engine/autogenerate/toDiffTuples.ts";
import type { Table } from "../../../src/engine/schema/table.ts";
import { openTestDatabase } from "../../database/openTestDatabase.ts";

const { connection, reset } = await openTestDatabase();

/** The texts are Alembic's own for the same tables, without the addresses of Python's objects. */
describe("formatDiffTuples", () => {
  beforeEach(() => {
    reset();
    connection.execute("CREATE TABLE o (id integer PRIMARY KEY)");
    connection.execute("CREATE TABLE t (a integer, b varchar(20))");
  });

  const o: Table = {
    name: "o",
    columns: [{ name: "id", type: { name: "Integer" }, primaryKey: true }],
    constraints: [],
    indexes: [],
  };
  const t: Table = {
    name: "t",
    columns: [
      { name: "a", type: { name: "Integer" } },
      { name: "b", type: { name: "String", length: 20 } },
    ],
    constraints: [],
    indexes: [],
  };

  function diffsOf(changed: Partial<Table>): string {
    const { upgradeOps, tables } = compareMetadata(
      connection,
      { tables: [o, { ...t, ...changed }] },
      { compareServerDefault: true },
    );
    return formatDiffTuples(upgradeOps, tables);
  }

  it("shows the column of an index with its type", () => {
    expect(diffsOf({ indexes: [{ name: "ix", columns: ["a"], unique: true }] })).toBe(
      "[('add_index', Index('ix', Column('a', Integer(), table=<t>), unique=True))]",
    );
  });

  it("shows a new column with its foreign key, and the key with a table made up around it", () => {
    const columns = [...t.columns, { name: "o_id", type: { name: "Integer" } }];
    const constraints = [{ kind: "foreignKey", columns: ["o_id"], refs: ["o.id"], onDelete: "CASCADE" } as const];
    expect(diffsOf({ columns, constraints })).toBe(
      "[('add_column', None, 't', Column('o_id', Integer(), ForeignKey('o.id'), table=<t>)), " +
        "('add_fk', ForeignKeyConstraint(<sqlalchemy.sql.base.ReadOnlyColumnCollection object>, None, ondelete='CASCADE', " +
        "table=Table('t', MetaData(), Column('o_id', NullType(), ForeignKey('o.id'), table=<t>), schema=None)))]",
    );
  });

  it("shows a unique constraint without its name and a check on a column x", () => {
    const constraints = [
      { kind: "unique", name: "uq", columns: ["a"] },
      { kind: "check", name: "ck", sqltext: "a > 0" },
    ] as const;
    expect(diffsOf({ constraints })).toBe(
      "[('add_constraint', UniqueConstraint(Column('a', NullType(), table=<t>))), " +
        "('add_constraint', CheckConstraint(<sqlalchemy.sql.elements.TextClause object>, name='ck', " +
        "table=Table('t', MetaData(), Column('x', Integer(), table=<t>), schema=None)))]",
    );
  });

  it("lists what else is known of an altered column", () => {
    const [a] = t.columns;
    const columns = [a, { name: "b", type: { name: "String", length: 30 }, serverDefault: "x" }].filter(
      (column) => column !== undefined,
    );
    expect(diffsOf({ columns })).toBe(
      "[[('modify_type', None, 't', 'b', {'existing_nullable': True, 'existing_server_default': None, 'existing_comment': None}, " +
        "VARCHAR(length=20), String(length=30)), " +
        "('modify_default', None, 't', 'b', {'existing_nullable': True, 'existing_type': VARCHAR(length=20), 'existing_comment': None}, " +
        "None, DefaultClause('x', for_update=False))]]",
    );
  });

  it("shows the table of a comment without it", () => {
    expect(diffsOf({ comment: "news" })).toBe("[('add_table_comment', Table('t', MetaData(), schema=None), None)]");
  });
});
