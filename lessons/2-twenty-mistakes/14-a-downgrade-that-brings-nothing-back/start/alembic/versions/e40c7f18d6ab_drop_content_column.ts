/** drop content column
 *
 * Revision ID: e40c7f18d6ab
 * Revises: 5c0e7a91d2b4
 * Create Date: 2026-02-02 10:05:51.220398
 */
import { op } from "alembic";
import * as sa from "sqlalchemy";

// revision identifiers, used by Alembic.
export const revision = "e40c7f18d6ab";
export const downRevision = "5c0e7a91d2b4";
export const branchLabels = null;
export const dependsOn = null;

export function upgrade() {
  op.dropColumn("posts", "content");
}

export function downgrade() {
  op.addColumn("posts", sa.Column("content", sa.Text(), { nullable: true }));
}
