"""SQL functions. Source: sqlalchemy.sql.functions."""

from typing import Any

from sqlalchemy.sql.elements import Function, FunctionGenerator, func  # noqa: F401

FunctionElement = GenericFunction = Function


def __getattr__(name: str) -> Any:
    if name.startswith("__"):
        raise AttributeError(name)
    return getattr(func, name)
