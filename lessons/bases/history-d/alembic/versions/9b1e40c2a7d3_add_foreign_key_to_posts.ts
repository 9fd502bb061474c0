/** add foreign key to posts
 *
 * Revision ID: 9b1e40c2a7d3
 * Revises: 88fb11965e20
 * Create Date: 2026-01-18 09:12:48.027455
 */
import { op } from "alembic";
import * as sa from "sqlalchemy";

// revision identifiers, used by Alembic.
export const revision = "9b1e40c2a7d3";
export const downRevision = "88fb11965e20";
export const branchLabels = null;
export const dependsOn = null;

export function upgrade() {
  op.addColumn("posts", sa.Column("owner_id", sa.Integer(), { nullable: false }));
  op.createForeignKey("posts_owner_id_fkey", "posts", "users", ["owner_id"], ["id"], {
    onDelete: "CASCADE",
  });
}

export function downgrade() {
  op.dropConstraint("posts_owner_id_fkey", "posts", { type: "foreignkey" });
  op.dropColumn("posts", "owner_id");
}
