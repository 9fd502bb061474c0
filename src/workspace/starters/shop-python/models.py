from sqlalchemy import CheckConstraint, Column, Date, Enum, ForeignKey, Index, Integer, Numeric, String, Text, text

# env.py imports Base from here, so that the tables below are registered.
from database import Base


class Customer(Base):
    __tablename__ = "customers"

    id = Column(Integer, primary_key=True)
    name = Column(String(80), nullable=False)
    email = Column(String(120), nullable=False, unique=True)
    city = Column(String(60))


class Product(Base):
    __tablename__ = "products"
    __table_args__ = (CheckConstraint("price >= 0", name="ck_products_price"),)

    id = Column(Integer, primary_key=True)
    sku = Column(String(12), nullable=False, unique=True)
    title = Column(String(120), nullable=False)
    price = Column(Numeric(8, 2), nullable=False)
    stock = Column(Integer, nullable=False, server_default=text("0"))
    notes = Column(Text)


class Order(Base):
    __tablename__ = "orders"
    __table_args__ = (Index("ix_orders_customer_id", "customer_id"),)

    id = Column(Integer, primary_key=True)
    customer_id = Column(Integer, ForeignKey("customers.id"), nullable=False)
    placed_on = Column(Date, nullable=False)
    status = Column(Enum("open", "paid", "sent", name="order_status"), nullable=False)


class OrderLine(Base):
    __tablename__ = "order_lines"

    order_id = Column(Integer, ForeignKey("orders.id", ondelete="CASCADE"), primary_key=True)
    product_id = Column(Integer, ForeignKey("products.id"), primary_key=True)
    quantity = Column(Integer, nullable=False)
