/** teams
 *
 * Two things are wrong here. alembic upgrade head shows the first one; once it is repaired,
 * alembic downgrade -1 and a look at the tables show the second.
 *
 * Revision ID: c46f70b95d18
 * Revises: 3a9d18e0c7b2
 * Create Date: 2026-04-08 16:20:45.707070
 */
import { op } from "alembic";
import * as sa from "sqlalchemy";

// revision identifiers, used by Alembic.
export const revision = "c46f70b95d18";
export const downRevision = "3a9d18e0c7b2";
export const branchLabels = null;
export const dependsOn = null;

export function upgrade() {
  op.createTable(
    "teams",
    sa.Column("id", sa.Integer(), { nullable: false }),
    sa.Column("name", sa.String(60), { nullable: false }),
    sa.PrimaryKeyConstraint("id"),
  );
  op.addColumn("members", sa.Column("team_id", sa.Integer(), { nullable: false }));
  op.createForeignKey("members_team_id_fkey", "members", "teams", ["team_id"], ["id"]);
}

export function downgrade() {
  op.dropConstraint("members_team_id_fkey", "members", { type: "foreignkey" });
  op.dropColumn("members", "name");
  op.dropTable("teams");
}
