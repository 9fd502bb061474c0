"""Dialects that the in-browser database does not speak: their types can be named, and are refused where a statement would need them."""

from collections.abc import Callable
from typing import Any

from sqlalchemy.exc import UnsupportedCompilationError
from sqlalchemy.types import Data, TypeEngine


def types_of(dialect: str) -> Callable[[str], Any]:
    """The ``__getattr__`` of a dialect's module: names in capitals are its types."""
    made: dict[str, type[TypeEngine]] = {}

    def find(name: str) -> Any:
        if not name.isupper() or name.startswith("_"):
            raise AttributeError(f"module 'sqlalchemy.dialects.{dialect}' has no attribute {name!r}: this database is a PostgreSQL")
        if name not in made:
            made[name] = type(name, (OtherType,), {"type_dialect": dialect})
        return made[name]

    return find


class OtherType(TypeEngine):
    """A type of another dialect; PostgreSQL has no such type."""

    def __init__(self, *_: Any, **__: Any) -> None:
        super().__init__()

    def type_data(self) -> Data:
        """There is none: a statement that needs it is refused. Source: sqlalchemy.sql.compiler.TypeCompiler."""
        raise UnsupportedCompilationError(f"Compiler PGTypeCompiler can't render element of type {type(self).__name__}")
