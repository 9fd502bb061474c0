"""Source: alembic.ddl."""
