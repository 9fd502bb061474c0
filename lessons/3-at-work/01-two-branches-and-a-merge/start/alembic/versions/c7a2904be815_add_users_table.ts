/** add users table
 *
 * Revision ID: c7a2904be815
 * Revises: 043bdf6fcef1
 * Create Date: 2026-01-17 20:33:02.470116
 */
import { op } from "alembic";
import * as sa from "sqlalchemy";

// revision identifiers, used by Alembic.
export const revision = "c7a2904be815";
export const downRevision = "043bdf6fcef1";
export const branchLabels = null;
export const dependsOn = null;

export function upgrade() {
  op.createTable(
    "users",
    sa.Column("id", sa.Integer(), { nullable: false }),
    sa.Column("email", sa.String(), { nullable: false }),
    sa.Column("password", sa.String(), { nullable: false }),
    sa.Column("created_at", sa.TIMESTAMP({ timezone: true }), {
      nullable: false,
      serverDefault: sa.text("now()"),
    }),
    sa.PrimaryKeyConstraint("id"),
    sa.UniqueConstraint("email"),
  );
}

export function downgrade() {
  op.dropTable("users");
}
