/** add users table
 *
 * Revision ID: 88fb11965e20
 * Revises: 5c0e7a91d2b4
 * Create Date: 2026-01-17 20:37:16.951993
 */
import { op } from "alembic";
import * as sa from "sqlalchemy";

// revision identifiers, used by Alembic.
export const revision = "88fb11965e20";
export const downRevision = "5c0e7a91d2b4";
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
