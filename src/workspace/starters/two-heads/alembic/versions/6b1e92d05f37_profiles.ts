/** profiles
 *
 * Written on one branch of the repository, while somebody else wrote 9e4c7730a1fd on another.
 *
 * Revision ID: 6b1e92d05f37
 * Revises: 20d7f1c4ab98
 * Create Date: 2026-03-05 11:12:40.009713
 */
import { op } from "alembic";
import * as sa from "sqlalchemy";

// revision identifiers, used by Alembic.
export const revision = "6b1e92d05f37";
export const downRevision = "20d7f1c4ab98";
export const branchLabels = null;
export const dependsOn = null;

export function upgrade() {
  op.createTable(
    "profiles",
    sa.Column("account_id", sa.Integer(), { nullable: false }),
    sa.Column("about", sa.Text(), { nullable: true }),
    sa.ForeignKeyConstraint(["account_id"], ["accounts.id"]),
    sa.PrimaryKeyConstraint("account_id"),
  );
}

export function downgrade() {
  op.dropTable("profiles");
}
