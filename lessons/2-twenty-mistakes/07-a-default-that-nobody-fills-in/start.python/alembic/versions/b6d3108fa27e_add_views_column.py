"""add views column

Revision ID: b6d3108fa27e
Revises: 043bdf6fcef1
Create Date: 2026-01-19 11:02:33.870244

"""
from alembic import op
import sqlalchemy as sa


# revision identifiers, used by Alembic.
revision = "b6d3108fa27e"
down_revision = "043bdf6fcef1"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("posts", sa.Column("views", sa.Integer(), nullable=False))


def downgrade() -> None:
    op.drop_column("posts", "views")
