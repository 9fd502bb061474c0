"""drop content column

Revision ID: e40c7f18d6ab
Revises: 5c0e7a91d2b4
Create Date: 2026-02-02 10:05:51.220398

"""
from alembic import op
import sqlalchemy as sa


# revision identifiers, used by Alembic.
revision = "e40c7f18d6ab"
down_revision = "5c0e7a91d2b4"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.drop_column("posts", "content")


def downgrade() -> None:
    op.add_column("posts", sa.Column("content", sa.Text(), nullable=True))
