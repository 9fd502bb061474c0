"""Dialects that the in-browser database does not speak: their types can be named, and PostgreSQL takes those whose names it knows."""

import inspect
from collections.abc import Callable
from typing import Any

from sqlalchemy import types
from sqlalchemy.exc import UnsupportedCompilationError
from sqlalchemy.types import Data, TypeEngine


def types_of(dialect: str) -> Callable[[str], Any]:
    """The ``__getattr__`` of a dialect's module: names in capitals are its types."""
    made: dict[str, type[TypeEngine]] = {}

    def find(name: str) -> Any:
        if not name.isupper() or name.startswith("_"):
            raise AttributeError(f"module 'sqlalchemy.dialects.{dialect}' has no attribute {name!r}: this database is a PostgreSQL")
        if name not in made:
            standard = getattr(types, name, None)
            made[name] = type(name, (OtherType,), {"type_dialect": dialect}) if standard is None else type(name, (SharedType, standard), {})
        return made[name]

    return find


class SharedType(TypeEngine):
    """A type that SQLAlchemy has under the same name: PostgreSQL gets that one, without what only the other database says of it."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        known = inspect.signature(super().__init__).parameters
        super().__init__(*arguments[: len(known)], **{name: value for name, value in options.items() if name in known})


class OtherType(TypeEngine):
    """A type of another dialect; PostgreSQL has no such type."""

    def __init__(self, *_: Any, **__: Any) -> None:
        super().__init__()

    def type_data(self) -> Data:
        """There is none: a statement that needs it is refused. Source: sqlalchemy.sql.compiler.TypeCompiler."""
        raise UnsupportedCompilationError(f"Compiler PGTypeCompiler can't render element of type {type(self).__name__}")
