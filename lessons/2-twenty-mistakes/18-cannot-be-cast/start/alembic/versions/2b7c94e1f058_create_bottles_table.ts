/** create bottles table
 *
 * Revision ID: 2b7c94e1f058
 * Revises: 
 * Create Date: 2026-01-23 13:41:09.661027
 */
import { op } from "alembic";
import * as sa from "sqlalchemy";

// revision identifiers, used by Alembic.
export const revision = "2b7c94e1f058";
export const downRevision = null;
export const branchLabels = null;
export const dependsOn = null;

export function upgrade() {
  op.createTable(
    "bottles",
    sa.Column("id", sa.Integer(), { nullable: false }),
    sa.Column("name", sa.String(80), { nullable: false }),
    sa.Column("year", sa.String(10), { nullable: true }),
    sa.PrimaryKeyConstraint("id"),
  );
}

export function downgrade() {
  op.dropTable("bottles");
}
