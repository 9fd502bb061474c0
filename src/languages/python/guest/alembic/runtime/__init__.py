"""Source: alembic.runtime."""
