/** add views column
 *
 * Revision ID: b6d3108fa27e
 * Revises: 043bdf6fcef1
 * Create Date: 2026-01-19 11:02:33.870244
 */
import { op } from "alembic";
import * as sa from "sqlalchemy";

// revision identifiers, used by Alembic.
export const revision = "b6d3108fa27e";
export const downRevision = "043bdf6fcef1";
export const branchLabels = null;
export const dependsOn = null;

export function upgrade() {
  op.addColumn("posts", sa.Column("views", sa.Integer(), { nullable: false }));
}

export function downgrade() {
  op.dropColumn("posts", "views");
}
