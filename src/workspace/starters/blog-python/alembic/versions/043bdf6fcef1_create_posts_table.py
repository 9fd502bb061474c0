"""create posts table

Revision ID: 043bdf6fcef1
Revises:
Create Date: 2026-01-17 20:21:04.310921

"""
from alembic import op
from sqlalchemy import Column, Integer, PrimaryKeyConstraint, String, Text

# revision identifiers, used by Alembic.
revision = "043bdf6fcef1"
down_revision = None
branch_labels = None
depends_on = None


def upgrade():
    posts = op.create_table(
        "posts",
        Column("id", Integer, nullable=False),
        Column("title", String(200), nullable=False),
        Column("content", Text),
        PrimaryKeyConstraint("id"),
    )

    # A few rows, so that later steps have something to carry along.
    op.bulk_insert(
        posts,
        [
            {"title": "Why a still?", "content": "It takes what you have and keeps the part you want."},
            {"title": "First run", "content": "Cut the heads, keep the heart."},
            {"title": "Notes on copper", "content": None},
        ],
    )


def downgrade():
    op.drop_table("posts")
