"""Commands are typed in the terminal. Source: alembic.command."""

from typing import Any


def __getattr__(name: str) -> Any:
    if name.startswith("__"):
        raise AttributeError(name)
    raise NotImplementedError(f"alembic.command.{name}() cannot be called from a project file here: type `alembic {name}` in the terminal")
