/** content is required
 *
 * Revision ID: 94d7e2b0c81f
 * Revises: 5c0e7a91d2b4
 * Create Date: 2026-02-09 14:26:03.318847
 */
import { op } from "alembic";
import * as sa from "sqlalchemy";

// revision identifiers, used by Alembic.
export const revision = "94d7e2b0c81f";
export const downRevision = "5c0e7a91d2b4";
export const branchLabels = null;
export const dependsOn = null;

export function upgrade() {
  op.alterColumn("posts", "content", { nullable: false });
}

export function downgrade() {
  op.alterColumn("posts", "content", { nullable: true });
}
