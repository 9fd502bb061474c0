/** add reactions table
 *
 * Revision ID: 3f9d82b10c47
 * Revises: 043bdf6fcef1
 * Create Date: 2026-01-20 08:47:10.556710
 */
import { op } from "alembic";
import * as sa from "sqlalchemy";

// revision identifiers, used by Alembic.
export const revision = "3f9d82b10c47";
export const downRevision = "043bdf6fcef1";
export const branchLabels = null;
export const dependsOn = null;

export function upgrade() {
  op.createTable(
    "reactions",
    sa.Column("id", sa.Integer(), { nullable: false }),
    sa.Column("post_id", sa.Integer(), { nullable: false }),
    sa.Column("kind", sa.Enum("love", "meh", "ouch", { name: "reaction_kind" }), { nullable: false }),
    sa.ForeignKeyConstraint(["post_id"], ["posts.id"]),
    sa.PrimaryKeyConstraint("id"),
  );
}

export function downgrade() {
  op.dropTable("reactions");
}
