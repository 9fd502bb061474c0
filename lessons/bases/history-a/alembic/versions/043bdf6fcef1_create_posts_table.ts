/** create posts table
 *
 * Revision ID: 043bdf6fcef1
 * Revises:
 * Create Date: 2026-01-17 20:21:04.310921
 */
import { op } from "alembic";
import * as sa from "sqlalchemy";

// revision identifiers, used by Alembic.
export const revision = "043bdf6fcef1";
export const downRevision = null;
export const branchLabels = null;
export const dependsOn = null;

export function upgrade() {
  op.createTable(
    "posts",
    sa.Column("id", sa.Integer(), { nullable: false }),
    sa.Column("title", sa.String(200), { nullable: false }),
    sa.PrimaryKeyConstraint("id"),
  );
}

export function downgrade() {
  op.dropTable("posts");
}
