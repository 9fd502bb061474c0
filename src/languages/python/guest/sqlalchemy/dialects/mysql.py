"""Types of another database, for revisions that name them beside PostgreSQL's."""

from sqlalchemy.dialects.others import types_of

__getattr__ = types_of("mysql")
