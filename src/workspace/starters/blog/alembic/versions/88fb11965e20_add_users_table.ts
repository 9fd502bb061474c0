/** add users table
 *
 * Revision ID: 88fb11965e20
 * Revises: 043bdf6fcef1
 * Create Date: 2026-01-17 20:37:16.951993
 */
import { op } from "alembic";
import { Column, Integer, PrimaryKeyConstraint, String, TIMESTAMP, UniqueConstraint, text } from "sqlalchemy";

// revision identifiers, used by Alembic.
export const revision = "88fb11965e20";
export const downRevision = "043bdf6fcef1";
export const branchLabels = null;
export const dependsOn = null;

export function upgrade() {
  const users = op.createTable(
    "users",
    Column("id", Integer, { nullable: false }),
    Column("email", String, { nullable: false }),
    Column("password", String, { nullable: false }),
    Column("created_at", TIMESTAMP({ timezone: true }), { nullable: false, serverDefault: text("now()") }),
    PrimaryKeyConstraint("id"),
    UniqueConstraint("email"),
  );

  op.bulkInsert(users, [
    { email: "ada@example.org", password: "not-a-real-hash" },
    { email: "jabir@example.org", password: "not-a-real-hash" },
  ]);
}

export function downgrade() {
  op.dropTable("users");
}
