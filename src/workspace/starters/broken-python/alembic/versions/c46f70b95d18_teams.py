"""teams

Two things are wrong here. alembic upgrade head shows the first one; once it is repaired,
alembic downgrade -1 and a look at the tables show the second.

Revision ID: c46f70b95d18
Revises: 3a9d18e0c7b2
Create Date: 2026-04-08 16:20:45.707070

"""
from alembic import op
import sqlalchemy as sa

# revision identifiers, used by Alembic.
revision = "c46f70b95d18"
down_revision = "3a9d18e0c7b2"
branch_labels = None
depends_on = None


def upgrade():
    op.create_table(
        "teams",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(60), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.add_column("members", sa.Column("team_id", sa.Integer(), nullable=False))
    op.create_foreign_key("members_team_id_fkey", "members", "teams", ["team_id"], ["id"])


def downgrade():
    op.drop_constraint("members_team_id_fkey", "members", type_="foreignkey")
    op.drop_column("members", "name")
    op.drop_table("teams")
