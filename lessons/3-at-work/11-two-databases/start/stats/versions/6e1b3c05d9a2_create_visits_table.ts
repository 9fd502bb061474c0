/** create visits table
 *
 * Revision ID: 6e1b3c05d9a2
 * Revises: 
 * Create Date: 2026-02-16 08:15:29.943306
 */
import { op } from "alembic";
import * as sa from "sqlalchemy";

// revision identifiers, used by Alembic.
export const revision = "6e1b3c05d9a2";
export const downRevision = null;
export const branchLabels = null;
export const dependsOn = null;

export function upgrade() {
  op.createTable(
    "visits",
    sa.Column("id", sa.Integer(), { nullable: false }),
    sa.Column("page", sa.String(200), { nullable: false }),
    sa.PrimaryKeyConstraint("id"),
  );
}

export function downgrade() {
  op.dropTable("visits");
}
