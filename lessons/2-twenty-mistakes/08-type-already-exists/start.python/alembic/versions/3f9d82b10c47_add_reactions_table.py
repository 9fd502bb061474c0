"""add reactions table

Revision ID: 3f9d82b10c47
Revises: 043bdf6fcef1
Create Date: 2026-01-20 08:47:10.556710

"""
from alembic import op
import sqlalchemy as sa


# revision identifiers, used by Alembic.
revision = "3f9d82b10c47"
down_revision = "043bdf6fcef1"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "reactions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("post_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Enum("love", "meh", "ouch", name="reaction_kind"), nullable=False),
        sa.ForeignKeyConstraint(["post_id"], ["posts.id"]),
        sa.PrimaryKeyConstraint("id"),
    )


def downgrade() -> None:
    op.drop_table("reactions")
