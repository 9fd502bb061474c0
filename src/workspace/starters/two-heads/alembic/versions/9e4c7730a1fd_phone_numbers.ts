/** phone numbers
 *
 * Revision ID: 9e4c7730a1fd
 * Revises: 20d7f1c4ab98
 * Create Date: 2026-03-05 11:47:02.330168
 */
import { op } from "alembic";
import * as sa from "sqlalchemy";

// revision identifiers, used by Alembic.
export const revision = "9e4c7730a1fd";
export const downRevision = "20d7f1c4ab98";
export const branchLabels = null;
export const dependsOn = null;

export function upgrade() {
  op.addColumn("accounts", sa.Column("phone", sa.String(30), { nullable: true }));
}

export function downgrade() {
  op.dropColumn("accounts", "phone");
}
