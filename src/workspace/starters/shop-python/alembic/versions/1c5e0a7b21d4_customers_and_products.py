"""customers and products

Revision ID: 1c5e0a7b21d4
Revises: 
Create Date: 2026-02-02 08:30:11.402117

"""
from alembic import op
import sqlalchemy as sa

# revision identifiers, used by Alembic.
revision = "1c5e0a7b21d4"
down_revision = None
branch_labels = None
depends_on = None


def upgrade():
    customers = op.create_table(
        "customers",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(80), nullable=False),
        sa.Column("email", sa.String(120), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("email"),
    )
    products = op.create_table(
        "products",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("sku", sa.String(12), nullable=False),
        sa.Column("title", sa.String(120), nullable=False),
        sa.Column("price", sa.Numeric(8, 2), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("sku"),
        sa.CheckConstraint("price >= 0", name="ck_products_price"),
    )

    op.bulk_insert(
        customers,
        [
            {"name": "Ada Byron", "email": "ada@example.org"},
            {"name": "Jabir ibn Hayyan", "email": "jabir@example.org"},
            {"name": "Maria Prophetissa", "email": "maria@example.org"},
            {"name": "Grace Hopper", "email": "grace@example.org"},
        ],
    )
    op.bulk_insert(
        products,
        [
            {"sku": "FLASK-500", "title": "Round flask, 500 ml", "price": "14.50"},
            {"sku": "CONDENSER", "title": "Coil condenser", "price": "42.00"},
            {"sku": "THERMO-150", "title": "Thermometer to 150 °C", "price": "11.90"},
            {"sku": "CORK-SET", "title": "Corks, twelve sizes", "price": "6.25"},
            {"sku": "COPPER-POT", "title": "Copper pot, two litres", "price": "189.00"},
        ],
    )


def downgrade():
    op.drop_table("products")
    op.drop_table("customers")
