import { CheckConstraint, Column, Date, Enum, ForeignKey, Index, Integer, Numeric, String, Text, text } from "sqlalchemy";
import { Base } from "./database";

// env.ts imports Base from here, so that the tables below are registered.
export { Base };

export const Customer = Base.model("customers", {
  id: Column(Integer, { primaryKey: true }),
  name: Column(String(80), { nullable: false }),
  email: Column(String(120), { nullable: false, unique: true }),
  city: Column(String(60)),
});

export const Product = Base.model(
  "products",
  {
    id: Column(Integer, { primaryKey: true }),
    sku: Column(String(12), { nullable: false, unique: true }),
    title: Column(String(120), { nullable: false }),
    price: Column(Numeric(8, 2), { nullable: false }),
    stock: Column(Integer, { nullable: false, serverDefault: text("0") }),
    notes: Column(Text),
  },
  CheckConstraint("price >= 0", { name: "ck_products_price" }),
);

export const Order = Base.model(
  "orders",
  {
    id: Column(Integer, { primaryKey: true }),
    customerId: Column("customer_id", Integer, ForeignKey("customers.id"), { nullable: false }),
    placedOn: Column("placed_on", Date, { nullable: false }),
    status: Column(Enum("open", "paid", "sent", { name: "order_status" }), { nullable: false }),
  },
  Index("ix_orders_customer_id", "customer_id"),
);

export const OrderLine = Base.model("order_lines", {
  orderId: Column("order_id", Integer, ForeignKey("orders.id", { onDelete: "CASCADE" }), { primaryKey: true }),
  productId: Column("product_id", Integer, ForeignKey("products.id"), { primaryKey: true }),
  quantity: Column(Integer, { nullable: false }),
});
