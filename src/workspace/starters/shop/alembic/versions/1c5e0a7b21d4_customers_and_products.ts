/** customers and products
 *
 * Revision ID: 1c5e0a7b21d4
 * Revises:
 * Create Date: 2026-02-02 08:30:11.402117
 */
import { op } from "alembic";
import * as sa from "sqlalchemy";

// revision identifiers, used by Alembic.
export const revision = "1c5e0a7b21d4";
export const downRevision = null;
export const branchLabels = null;
export const dependsOn = null;

export function upgrade() {
  const customers = op.createTable(
    "customers",
    sa.Column("id", sa.Integer(), { nullable: false }),
    sa.Column("name", sa.String(80), { nullable: false }),
    sa.Column("email", sa.String(120), { nullable: false }),
    sa.PrimaryKeyConstraint("id"),
    sa.UniqueConstraint("email"),
  );
  const products = op.createTable(
    "products",
    sa.Column("id", sa.Integer(), { nullable: false }),
    sa.Column("sku", sa.String(12), { nullable: false }),
    sa.Column("title", sa.String(120), { nullable: false }),
    sa.Column("price", sa.Numeric(8, 2), { nullable: false }),
    sa.PrimaryKeyConstraint("id"),
    sa.UniqueConstraint("sku"),
    sa.CheckConstraint("price >= 0", { name: "ck_products_price" }),
  );

  op.bulkInsert(customers, [
    { name: "Ada Byron", email: "ada@example.org" },
    { name: "Jabir ibn Hayyan", email: "jabir@example.org" },
    { name: "Maria Prophetissa", email: "maria@example.org" },
    { name: "Grace Hopper", email: "grace@example.org" },
  ]);
  op.bulkInsert(products, [
    { sku: "FLASK-500", title: "Round flask, 500 ml", price: "14.50" },
    { sku: "CONDENSER", title: "Coil condenser", price: "42.00" },
    { sku: "THERMO-150", title: "Thermometer to 150 °C", price: "11.90" },
    { sku: "CORK-SET", title: "Corks, twelve sizes", price: "6.25" },
    { sku: "COPPER-POT", title: "Copper pot, two litres", price: "189.00" },
  ]);
}

export function downgrade() {
  op.dropTable("products");
  op.dropTable("customers");
}
