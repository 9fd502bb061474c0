"""phone numbers

Revision ID: 9e4c7730a1fd
Revises: 20d7f1c4ab98
Create Date: 2026-03-05 11:47:02.330168

"""
from alembic import op
import sqlalchemy as sa

# revision identifiers, used by Alembic.
revision = "9e4c7730a1fd"
down_revision = "20d7f1c4ab98"
branch_labels = None
depends_on = None


def upgrade():
    op.add_column("accounts", sa.Column("phone", sa.String(30), nullable=True))


def downgrade():
    op.drop_column("accounts", "phone")
