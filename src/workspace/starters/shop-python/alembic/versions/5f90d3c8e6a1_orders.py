"""orders

Revision ID: 5f90d3c8e6a1
Revises: 1c5e0a7b21d4
Create Date: 2026-02-09 14:05:57.920034

"""
from alembic import op
import sqlalchemy as sa

# revision identifiers, used by Alembic.
revision = "5f90d3c8e6a1"
down_revision = "1c5e0a7b21d4"
branch_labels = None
depends_on = None


def upgrade():
    op.create_table(
        "orders",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("customer_id", sa.Integer(), nullable=False),
        sa.Column("placed_on", sa.Date(), nullable=False),
        sa.Column("status", sa.Enum("open", "paid", "sent", name="order_status"), nullable=False),
        sa.ForeignKeyConstraint(["customer_id"], ["customers.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_orders_customer_id", "orders", ["customer_id"], unique=False)
    op.create_table(
        "order_lines",
        sa.Column("order_id", sa.Integer(), nullable=False),
        sa.Column("product_id", sa.Integer(), nullable=False),
        sa.Column("quantity", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["order_id"], ["orders.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["product_id"], ["products.id"]),
        sa.PrimaryKeyConstraint("order_id", "product_id"),
    )

    # Sixty orders over two months: enough rows for a migration to carry.
    op.execute(
        "INSERT INTO orders (customer_id, placed_on, status) "
        "SELECT 1 + n % 4, date '2026-01-01' + n, (ARRAY['open', 'paid', 'sent'])[1 + n % 3]::order_status "
        "FROM generate_series(0, 59) AS n"
    )
    op.execute(
        "INSERT INTO order_lines (order_id, product_id, quantity) "
        "SELECT o.id, p.id, 1 + (o.id + p.id) % 3 FROM orders o JOIN products p ON (o.id + p.id) % 2 = 0"
    )


def downgrade():
    op.drop_table("order_lines")
    op.drop_index("ix_orders_customer_id", table_name="orders")
    op.drop_table("orders")
    op.execute("DROP TYPE order_status")
