/** A line of TypeScript revisions, each the body of its `upgrade()`. */
export function revisionFiles(bodies: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    bodies.map((body, index) => {
      const down = index === 0 ? "null" : `"${revisionId(index - 1)}"`;
      return [
        `alembic/versions/${revisionId(index)}.ts`,
        `/** step ${index} */
import { op } from "alembic";
import * as sa from "sqlalchemy";
export const revision = "${revisionId(index)}";
export const downRevision = ${down};
export const branchLabels = null;
export const dependsOn = null;
export function upgrade() {
${body}
}
export function downgrade() {}
`,
      ];
    }),
  );
}

/** A table of five columns that refers to the one before it. */
export function createTable(index: number): string {
  const reference = index === 0 ? "" : `, sa.ForeignKey("table_${index - 1}.id")`;
  return `  op.createTable("table_${index}",
    sa.Column("id", sa.Integer(), { primaryKey: true }),
    sa.Column("name", sa.String(100), { nullable: false }),
    sa.Column("price", sa.Numeric(10, 2)),
    sa.Column("created_at", sa.DateTime({ timezone: true }), { serverDefault: sa.text("now()") }),
    sa.Column("before_id", sa.Integer()${reference}),
  );`;
}

export function addColumn(table: number, name: string): string {
  return `  op.addColumn("table_${table}", sa.Column("${name}", sa.String(50)));`;
}

function revisionId(index: number): string {
  return `bench${index.toString().padStart(7, "0")}`;
}
