"""What env.py steers a command with: the module's functions are those of EnvironmentContext. Source: alembic.context."""

from typing import Any

from alembic.runtime.environment import current as _current


def __getattr__(name: str) -> Any:
    if name.startswith("__"):
        raise AttributeError(name)
    try:
        return getattr(_current, name)
    except AttributeError:
        import difflib

        near = difflib.get_close_matches(name, dir(type(_current)), 1)
        hint = f". Did you mean: {near[0]!r}?" if near else ""
        raise AttributeError(f"module 'alembic.context' has no attribute {name!r}{hint}") from None
