"""profiles

Written on one branch of the repository, while somebody else wrote 9e4c7730a1fd on another.

Revision ID: 6b1e92d05f37
Revises: 20d7f1c4ab98
Create Date: 2026-03-05 11:12:40.009713

"""
from alembic import op
import sqlalchemy as sa

# revision identifiers, used by Alembic.
revision = "6b1e92d05f37"
down_revision = "20d7f1c4ab98"
branch_labels = None
depends_on = None


def upgrade():
    op.create_table(
        "profiles",
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("about", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["account_id"], ["accounts.id"]),
        sa.PrimaryKeyConstraint("account_id"),
    )


def downgrade():
    op.drop_table("profiles")
