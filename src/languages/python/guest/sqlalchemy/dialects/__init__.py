"""Dialects; the in-browser database is PostgreSQL. Source: sqlalchemy.dialects."""

from typing import Any


class _Registry:
    def register(self, *_: Any) -> None:
        """Other dialects cannot be served."""


registry = _Registry()
