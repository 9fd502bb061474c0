"""What the database holds. Source: sqlalchemy.engine.reflection."""

from sqlalchemy.engine.inspector import Inspector  # noqa: F401
