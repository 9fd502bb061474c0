"""add users table

Revision ID: 88fb11965e20
Revises: 5c0e7a91d2b4
Create Date: 2026-01-17 20:37:16.951993

"""
from alembic import op
import sqlalchemy as sa


# revision identifiers, used by Alembic.
revision = "88fb11965e20"
down_revision = "5c0e7a91d2b4"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "users",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("email", sa.String(), nullable=False),
        sa.Column("password", sa.String(), nullable=False),
        sa.Column(
            "created_at",
            sa.TIMESTAMP(timezone=True),
            nullable=False,
            server_default=sa.text("now()"),
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("email"),
    )


def downgrade() -> None:
    op.drop_table("users")
