"""The operations of a migration: the module's functions are those of Operations. Source: alembic.op."""

import difflib
from typing import Any

from alembic.operations.base import Operations as _Operations
from alembic.operations.base import _registered
from alembic.operations.base import operations as _operations


def __getattr__(name: str) -> Any:
    if name.startswith("__"):
        raise AttributeError(name)
    try:
        return getattr(_operations, name)
    except AttributeError:
        near = difflib.get_close_matches(name, [*(one for one in dir(_Operations) if not one.startswith("_")), *_registered], 1)
        hint = f". Did you mean: {near[0]!r}?" if near else ""
        raise AttributeError(f"module 'alembic.op' has no attribute {name!r}{hint}") from None


def __dir__() -> list[str]:
    return [name for name in dir(_Operations) if not name.startswith("_")]


__all__ = [name for name in dir(_Operations) if not name.startswith("_")]
