"""add foreign key to posts

Revision ID: 9b1e40c2a7d3
Revises: 88fb11965e20
Create Date: 2026-01-18 09:12:48.027455

"""
from alembic import op
import sqlalchemy as sa


# revision identifiers, used by Alembic.
revision = "9b1e40c2a7d3"
down_revision = "88fb11965e20"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("posts", sa.Column("owner_id", sa.Integer(), nullable=False))
    op.create_foreign_key(
        "posts_owner_id_fkey", "posts", "users", ["owner_id"], ["id"], ondelete="CASCADE"
    )


def downgrade() -> None:
    op.drop_constraint("posts_owner_id_fkey", "posts", type_="foreignkey")
    op.drop_column("posts", "owner_id")
