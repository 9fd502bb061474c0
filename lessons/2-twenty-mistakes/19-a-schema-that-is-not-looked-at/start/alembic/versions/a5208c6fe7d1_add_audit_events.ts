/** add audit events
 *
 * Revision ID: a5208c6fe7d1
 * Revises: 043bdf6fcef1
 * Create Date: 2026-01-27 16:12:28.045519
 */
import { op } from "alembic";
import * as sa from "sqlalchemy";

// revision identifiers, used by Alembic.
export const revision = "a5208c6fe7d1";
export const downRevision = "043bdf6fcef1";
export const branchLabels = null;
export const dependsOn = null;

export function upgrade() {
  op.execute("CREATE SCHEMA audit");
  op.createTable(
    "events",
    sa.Column("id", sa.Integer(), { nullable: false }),
    sa.Column("what", sa.Text(), { nullable: false }),
    sa.PrimaryKeyConstraint("id"),
    { schema: "audit" },
  );
}

export function downgrade() {
  op.dropTable("events", { schema: "audit" });
  op.execute("DROP SCHEMA audit");
}
