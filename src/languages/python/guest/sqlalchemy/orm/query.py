"""The query of the ORM. Source: sqlalchemy.orm.query."""

from sqlalchemy.orm.session import Query  # noqa: F401
