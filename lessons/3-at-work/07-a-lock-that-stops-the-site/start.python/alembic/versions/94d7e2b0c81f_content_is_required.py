"""content is required

Revision ID: 94d7e2b0c81f
Revises: 5c0e7a91d2b4
Create Date: 2026-02-09 14:26:03.318847

"""
from alembic import op
import sqlalchemy as sa


# revision identifiers, used by Alembic.
revision = "94d7e2b0c81f"
down_revision = "5c0e7a91d2b4"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.alter_column("posts", "content", nullable=False)


def downgrade() -> None:
    op.alter_column("posts", "content", nullable=True)
