"""add state column

Revision ID: 61e0d7a3b95c
Revises: 043bdf6fcef1
Create Date: 2026-01-21 15:20:37.419008

"""
from alembic import op
import sqlalchemy as sa


# revision identifiers, used by Alembic.
revision = "61e0d7a3b95c"
down_revision = "043bdf6fcef1"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("CREATE TYPE post_state AS ENUM ('draft', 'public', 'hidden')")
    op.add_column("posts", sa.Column("state", sa.Enum("draft", "public", "hidden", name="post_state")))


def downgrade() -> None:
    op.drop_column("posts", "state")
    op.execute("DROP TYPE post_state")
