/** members
 *
 * Revision ID: 3a9d18e0c7b2
 * Revises:
 * Create Date: 2026-04-01 10:00:00.101010
 */
import { op } from "alembic";
import * as sa from "sqlalchemy";

// revision identifiers, used by Alembic.
export const revision = "3a9d18e0c7b2";
export const downRevision = null;
export const branchLabels = null;
export const dependsOn = null;

export function upgrade() {
  const members = op.createTable(
    "members",
    sa.Column("id", sa.Integer(), { nullable: false }),
    sa.Column("name", sa.String(60), { nullable: false }),
    sa.PrimaryKeyConstraint("id"),
  );
  op.bulkInsert(members, [{ name: "Ada" }, { name: "Jabir" }, { name: "Grace" }]);
}

export function downgrade() {
  op.dropTable("members");
}
