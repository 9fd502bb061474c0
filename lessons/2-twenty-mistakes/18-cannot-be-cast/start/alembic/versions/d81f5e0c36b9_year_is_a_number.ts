/** year is a number
 *
 * Revision ID: d81f5e0c36b9
 * Revises: 2b7c94e1f058
 * Create Date: 2026-01-26 09:30:55.104462
 */
import { op } from "alembic";
import * as sa from "sqlalchemy";

// revision identifiers, used by Alembic.
export const revision = "d81f5e0c36b9";
export const downRevision = "2b7c94e1f058";
export const branchLabels = null;
export const dependsOn = null;

export function upgrade() {
  op.alterColumn("bottles", "year", { type: sa.Integer() });
}

export function downgrade() {
  op.alterColumn("bottles", "year", { type: sa.String(10) });
}
