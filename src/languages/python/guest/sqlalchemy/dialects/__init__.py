"""Dialects; the in-browser database is PostgreSQL. Source: sqlalchemy.dialects."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sqlalchemy.dialects import postgresql


class _Registry:
    def register(self, *_: Any) -> None:
        """Other dialects cannot be served."""


registry = _Registry()
