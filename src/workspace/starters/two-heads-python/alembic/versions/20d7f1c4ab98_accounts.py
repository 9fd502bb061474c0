"""accounts

Revision ID: 20d7f1c4ab98
Revises: 
Create Date: 2026-03-02 09:00:03.551290

"""
from alembic import op
import sqlalchemy as sa

# revision identifiers, used by Alembic.
revision = "20d7f1c4ab98"
down_revision = None
branch_labels = None
depends_on = None


def upgrade():
    accounts = op.create_table(
        "accounts",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("email", sa.String(120), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("email"),
    )
    op.bulk_insert(accounts, [{"email": "ada@example.org"}, {"email": "grace@example.org"}])


def downgrade():
    op.drop_table("accounts")
