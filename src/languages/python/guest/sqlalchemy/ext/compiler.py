"""How constructs of the project's own become SQL. Source: sqlalchemy.ext.compiler."""

from collections.abc import Callable
from typing import Any


def compiles(class_: Any, *dialects: str) -> Callable[[Any], Any]:
    """Registers a function that writes a construct; used where the construct is a statement or an expression."""

    def register(function: Any) -> Any:
        if not dialects or "postgresql" in dialects:
            class_.ast = lambda self: {"kind": "literalColumn", "text": function(self, _Compiler())}
        return function

    return register


def deregister(class_: Any) -> None:
    """Forgets the function."""


class _Compiler:
    """What such a function gets: it writes what stands inside."""

    def __init__(self) -> None:
        from sqlalchemy.dialects.postgresql.dialect import PGDialect

        self.dialect = PGDialect()
        self.preparer = self.dialect.identifier_preparer
        self.sql_compiler = self

    def process(self, element: Any, **_: Any) -> str:
        """A part as SQL."""
        from sqlalchemy.schema.sqltext import compiled

        return compiled(element)
