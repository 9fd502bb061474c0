/** accounts
 *
 * Revision ID: 20d7f1c4ab98
 * Revises:
 * Create Date: 2026-03-02 09:00:03.551290
 */
import { op } from "alembic";
import * as sa from "sqlalchemy";

// revision identifiers, used by Alembic.
export const revision = "20d7f1c4ab98";
export const downRevision = null;
export const branchLabels = null;
export const dependsOn = null;

export function upgrade() {
  const accounts = op.createTable(
    "accounts",
    sa.Column("id", sa.Integer(), { nullable: false }),
    sa.Column("email", sa.String(120), { nullable: false }),
    sa.PrimaryKeyConstraint("id"),
    sa.UniqueConstraint("email"),
  );
  op.bulkInsert(accounts, [{ email: "ada@example.org" }, { email: "grace@example.org" }]);
}

export function downgrade() {
  op.dropTable("accounts");
}
