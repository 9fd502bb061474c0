"""members

Revision ID: 3a9d18e0c7b2
Revises: 
Create Date: 2026-04-01 10:00:00.101010

"""
from alembic import op
import sqlalchemy as sa

# revision identifiers, used by Alembic.
revision = "3a9d18e0c7b2"
down_revision = None
branch_labels = None
depends_on = None


def upgrade():
    members = op.create_table(
        "members",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(60), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.bulk_insert(members, [{"name": "Ada"}, {"name": "Jabir"}, {"name": "Grace"}])


def downgrade():
    op.drop_table("members")
