/** add state column
 *
 * Revision ID: 61e0d7a3b95c
 * Revises: 043bdf6fcef1
 * Create Date: 2026-01-21 15:20:37.419008
 */
import { op } from "alembic";
import * as sa from "sqlalchemy";

// revision identifiers, used by Alembic.
export const revision = "61e0d7a3b95c";
export const downRevision = "043bdf6fcef1";
export const branchLabels = null;
export const dependsOn = null;

export function upgrade() {
  op.execute("CREATE TYPE post_state AS ENUM ('draft', 'public', 'hidden')");
  op.addColumn("posts", sa.Column("state", sa.Enum("draft", "public", "hidden", { name: "post_state" })));
}

export function downgrade() {
  op.dropColumn("posts", "state");
  op.execute("DROP TYPE post_state");
}
