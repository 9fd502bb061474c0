"""add posts.owner_id

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


def upgrade():
    # The table has rows: add the column empty, fill it, and only then forbid NULL.
    op.add_column("posts", sa.Column("owner_id", sa.Integer(), nullable=True))
    op.execute("UPDATE posts SET owner_id = (SELECT min(id) FROM users)")
    op.alter_column("posts", "owner_id", nullable=False)
    op.create_foreign_key("posts_owner_id_fkey", "posts", "users", ["owner_id"], ["id"], ondelete="CASCADE")


def downgrade():
    op.drop_constraint("posts_owner_id_fkey", "posts", type_="foreignkey")
    op.drop_column("posts", "owner_id")
