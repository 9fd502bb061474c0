"""add audit events

Revision ID: a5208c6fe7d1
Revises: 043bdf6fcef1
Create Date: 2026-01-27 16:12:28.045519

"""
from alembic import op
import sqlalchemy as sa


# revision identifiers, used by Alembic.
revision = "a5208c6fe7d1"
down_revision = "043bdf6fcef1"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("CREATE SCHEMA audit")
    op.create_table(
        "events",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        schema="audit",
    )


def downgrade() -> None:
    op.drop_table("events", schema="audit")
    op.execute("DROP SCHEMA audit")
