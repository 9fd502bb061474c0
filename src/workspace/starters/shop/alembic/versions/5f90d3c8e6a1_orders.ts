/** orders
 *
 * Revision ID: 5f90d3c8e6a1
 * Revises: 1c5e0a7b21d4
 * Create Date: 2026-02-09 14:05:57.920034
 */
import { op } from "alembic";
import * as sa from "sqlalchemy";

// revision identifiers, used by Alembic.
export const revision = "5f90d3c8e6a1";
export const downRevision = "1c5e0a7b21d4";
export const branchLabels = null;
export const dependsOn = null;

export function upgrade() {
  op.createTable(
    "orders",
    sa.Column("id", sa.Integer(), { nullable: false }),
    sa.Column("customer_id", sa.Integer(), { nullable: false }),
    sa.Column("placed_on", sa.Date(), { nullable: false }),
    sa.Column("status", sa.Enum("open", "paid", "sent", { name: "order_status" }), { nullable: false }),
    sa.ForeignKeyConstraint(["customer_id"], ["customers.id"]),
    sa.PrimaryKeyConstraint("id"),
  );
  op.createIndex("ix_orders_customer_id", "orders", ["customer_id"], { unique: false });
  op.createTable(
    "order_lines",
    sa.Column("order_id", sa.Integer(), { nullable: false }),
    sa.Column("product_id", sa.Integer(), { nullable: false }),
    sa.Column("quantity", sa.Integer(), { nullable: false }),
    sa.ForeignKeyConstraint(["order_id"], ["orders.id"], { onDelete: "CASCADE" }),
    sa.ForeignKeyConstraint(["product_id"], ["products.id"]),
    sa.PrimaryKeyConstraint("order_id", "product_id"),
  );

  // Sixty orders over two months: enough rows for a migration to carry.
  op.execute(
    "INSERT INTO orders (customer_id, placed_on, status) " +
      "SELECT 1 + n % 4, date '2026-01-01' + n, (ARRAY['open', 'paid', 'sent'])[1 + n % 3]::order_status " +
      "FROM generate_series(0, 59) AS n",
  );
  op.execute(
    "INSERT INTO order_lines (order_id, product_id, quantity) " +
      "SELECT o.id, p.id, 1 + (o.id + p.id) % 3 FROM orders o JOIN products p ON (o.id + p.id) % 2 = 0",
  );
}

export function downgrade() {
  op.dropTable("order_lines");
  op.dropIndex("ix_orders_customer_id", { tableName: "orders" });
  op.dropTable("orders");
  op.execute("DROP TYPE order_status");
}
