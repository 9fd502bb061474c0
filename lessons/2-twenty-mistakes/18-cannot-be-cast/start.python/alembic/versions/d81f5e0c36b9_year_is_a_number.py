"""year is a number

Revision ID: d81f5e0c36b9
Revises: 2b7c94e1f058
Create Date: 2026-01-26 09:30:55.104462

"""
from alembic import op
import sqlalchemy as sa


# revision identifiers, used by Alembic.
revision = "d81f5e0c36b9"
down_revision = "2b7c94e1f058"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.alter_column("bottles", "year", type_=sa.Integer())


def downgrade() -> None:
    op.alter_column("bottles", "year", type_=sa.String(10))
