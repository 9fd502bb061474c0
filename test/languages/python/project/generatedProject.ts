import * as fc from "fast-check";

/** Calls of `op` in TypeScript that a revision may make, each on tables and columns of its own. `n` tells them apart. */
const calls: readonly ((n: number) => string)[] = [
  (n) =>
    `op.createTable("t${n}", sa.Column("id", sa.Integer, { primaryKey: true }), sa.Column("email", sa.String(120), { unique: true, index: true, nullable: false }), sa.Column("n", sa.Numeric(10, 2), { serverDefault: "0" }), { comment: "it's a table" });`,
  (n) =>
    `op.createTable("u${n}", sa.Column("a", sa.BigInteger, sa.Identity({ always: true, start: 5 }), { nullable: false }), sa.Column("b", sa.Text, { comment: "b's" }), sa.Column("c", sa.Integer, sa.Computed("a * 2", { persisted: true })), sa.UniqueConstraint("b", { name: "uq_u${n}" }), sa.CheckConstraint("a > 0", { name: "ck_u${n}" }), sa.PrimaryKeyConstraint("a", { name: "pk_u${n}" }));`,
  (n) =>
    `op.createTable("v${n}", sa.Column("id", sa.Integer), sa.Column("made", sa.TIMESTAMP({ timezone: true }), { serverDefault: sa.text("now()"), nullable: false }), sa.ForeignKeyConstraint(["id"], ["other.id"], { name: "fk_v${n}", onDelete: "SET NULL", deferrable: true, initially: "DEFERRED" }), { schema: "public" });`,
  (n) =>
    `op.createTable("w${n}", sa.Column("mood", sa.Enum("glad", "sad's", { name: "mood${n}" }), { nullable: false }), sa.Column("tags", postgresql.ARRAY(sa.String(20))), sa.Column("data", postgresql.JSONB, { serverDefault: sa.text("'{}'::jsonb") }), sa.Column("key", sa.Uuid));`,
  (n) =>
    `op.addColumn("base", sa.Column("c${n}", sa.Integer, sa.ForeignKey("other.id", { name: "fk_c${n}", onDelete: "CASCADE" }), { nullable: true }));`,
  (n) =>
    `op.addColumn("base", sa.Column("d${n}", sa.Boolean, { nullable: false, serverDefault: sa.text("false"), unique: true }), { schema: "public" });`,
  () => `op.alterColumn("base", "id", { type: sa.BigInteger, existingType: sa.Integer, using: "id::bigint" });`,
  () =>
    `op.alterColumn("base", "name", { nullable: false, serverDefault: "it's", comment: "a name", existingType: sa.String(50) });`,
  () => `op.alterColumn("base", "name", { newColumnName: "title", serverDefault: null });`,
  (n) =>
    `op.createIndex("ix${n}", "base", ["id", sa.text("lower(name) DESC")], { unique: true, where: sa.text("id > 3"), using: "btree" });`,
  (n) => `op.dropIndex("ix_old${n}", { tableName: "base", ifExists: true });`,
  (n) => `op.createUniqueConstraint("uq${n}", "base", ["id", "name"], { deferrable: true, initially: "DEFERRED" });`,
  (n) => `op.createCheckConstraint("ck${n}", "base", "id <> 7 AND name LIKE 'a%'");`,
  (n) =>
    `op.createForeignKey("fk${n}", "base", "other", ["id"], ["id"], { onUpdate: "CASCADE", sourceSchema: "public" });`,
  (n) => `op.createPrimaryKey("pk${n}", "base", ["id"]);`,
  (n) => `op.dropConstraint("c${n}", "base", { type: "foreignkey" });`,
  (n) => `op.dropColumn("base", "gone${n}");`,
  (n) => `op.renameTable("old${n}", "new${n}");`,
  () => `op.createTableComment("base", "what's \\"this\\"?", { existingComment: "old" });`,
  () => `op.dropTableComment("base", { existingComment: "old" });`,
  (n) => `op.execute("UPDATE base SET name = 'x: ${n}\\\\n' WHERE id = ${n}");`,
  (n) =>
    `op.execute(sa.text("UPDATE base SET name = :name WHERE id = :id").bindparams({ name: "O'Brien %", id: ${n} }));`,
  (n) =>
    `op.bulkInsert(sa.table("base", sa.column("id", sa.Integer), sa.column("name", sa.String), sa.column("on", sa.Boolean)), [{ id: ${n}, name: "it's é ☃", on: true }, { id: ${n + 1}, name: null, on: false }]);`,
  (n) =>
    `op.batchAlterTable("base", (batch) => { batch.addColumn(sa.Column("b${n}", sa.Text)); batch.dropColumn("old"); });`,
  (n) => `op.getContext().autocommitBlock(() => { op.execute("ALTER TYPE mood ADD VALUE 'm${n}'"); });`,
  (n) => `op.execute("CREATE FUNCTION f${n}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$");`,
  (n) => `op.dropTable("t${n}", { schema: "public", ifExists: true });`,
];

const body = fc.array(fc.tuple(fc.constantFrom(...calls), fc.nat(999)), { maxLength: 6 });

/** A project with one to four revisions, the last of them at times merging two branches. */
export const generatedProject = fc
  .record({
    bodies: fc.array(fc.tuple(body, body), { minLength: 1, maxLength: 4 }),
    branches: fc.boolean(),
    label: fc.constantFrom(null, "shop"),
    message: fc.constantFrom("add things", 'say """ and \\ and "', 'ends with a quote"', "grün ☃"),
    convention: fc.boolean(),
  })
  .map(({ bodies, branches, label, message, convention }) => {
    const files: Record<string, string> = {};
    const forked = branches && bodies.length >= 3;
    for (const [index, [up, down]] of bodies.entries()) {
      const id = `a${index}`;
      const parent =
        index === 0 ? null : forked && index === 2 ? "a0" : forked && index === 3 ? ["a1", "a2"] : `a${index - 1}`;
      files[`alembic/versions/${id}_step.ts`] = revision(id, parent, index === 0 ? label : null, message, up, down);
    }
    if (convention)
      files["database.ts"] =
        `import { MetaData, declarativeBase } from "sqlalchemy";\nexport const Base = declarativeBase({ metadata: new MetaData({ namingConvention: { ix: "ix_%(column_0_label)s", uq: "uq_%(table_name)s_%(column_0_name)s", ck: "ck_%(table_name)s_%(constraint_name)s", fk: "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s", pk: "pk_%(table_name)s" } }) });\n`;
    return files;
  });

type Body = readonly (readonly [(n: number) => string, number])[];

function revision(id: string, parent: unknown, label: string | null, message: string, up: Body, down: Body): string {
  const lines = (steps: Body): string => steps.map(([call, n]) => `  ${call(n)}`).join("\n");
  return `/** ${message}

Revision ID: ${id}
*/
import { op } from "alembic";
import * as sa from "sqlalchemy";
import * as postgresql from "sqlalchemy/dialects/postgresql";

export const revision = ${JSON.stringify(id)};
export const downRevision = ${JSON.stringify(parent)};
export const branchLabels = ${JSON.stringify(label)};
export const dependsOn = null;

export function upgrade() {
${lines(up)}
}

export function downgrade() {
${lines(down)}
}
`;
}
