/** add content column
 *
 * Revision ID: 5c0e7a91d2b4
 * Revises: 043bdf6fcef1
 * Create Date: 2026-01-17 20:29:40.118203
 */
import { op } from "alembic";
import * as sa from "sqlalchemy";

// revision identifiers, used by Alembic.
export const revision = "5c0e7a91d2b4";
export const downRevision = "043bdf6fcef1";
export const branchLabels = null;
export const dependsOn = null;

export function upgrade() {
  op.addColumn("posts", sa.Column("content", sa.Text(), { nullable: true }));
}

export function downgrade() {
  op.dropColumn("posts", "content");
}
