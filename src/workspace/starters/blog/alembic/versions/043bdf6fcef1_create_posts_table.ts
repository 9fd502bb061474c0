/** create posts table
 *
 * Revision ID: 043bdf6fcef1
 * Revises:
 * Create Date: 2026-01-17 20:21:04.310921
 */
import { op } from "alembic";
import { Column, Integer, PrimaryKeyConstraint, String, Text } from "sqlalchemy";

// revision identifiers, used by Alembic.
export const revision = "043bdf6fcef1";
export const downRevision = null;
export const branchLabels = null;
export const dependsOn = null;

export function upgrade() {
  const posts = op.createTable(
    "posts",
    Column("id", Integer, { nullable: false }),
    Column("title", String(200), { nullable: false }),
    Column("content", Text),
    PrimaryKeyConstraint("id"),
  );

  // A few rows, so that later steps have something to carry along.
  op.bulkInsert(posts, [
    { title: "Why a still?", content: "It takes what you have and keeps the part you want." },
    { title: "First run", content: "Cut the heads, keep the heart." },
    { title: "Notes on copper", content: null },
  ]);
}

export function downgrade() {
  op.dropTable("posts");
}
