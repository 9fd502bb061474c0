"""add content column

Revision ID: 5c0e7a91d2b4
Revises: 043bdf6fcef1
Create Date: 2026-01-17 20:29:40.118203

"""
from alembic import op
import sqlalchemy as sa


# revision identifiers, used by Alembic.
revision = "5c0e7a91d2b4"
down_revision = "043bdf6fcef1"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("posts", sa.Column("content", sa.Text(), nullable=True))


def downgrade() -> None:
    op.drop_column("posts", "content")
