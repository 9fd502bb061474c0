"""create posts table

Revision ID: 043bdf6fcef1
Revises: 
Create Date: 2026-01-17 20:21:04.310921

"""
from alembic import op
import sqlalchemy as sa


# revision identifiers, used by Alembic.
revision = "043bdf6fcef1"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "posts",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(200), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )


def downgrade() -> None:
    op.drop_table("posts")
