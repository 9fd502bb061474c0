"""How objects are loaded: accepted, without effect. Source: sqlalchemy.orm.strategy_options."""

from typing import Any


class Load:
    """A loading option."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return lambda *_, **__: self


def _option(*_: Any, **__: Any) -> Load:
    """A loading option."""
    return Load()


contains_eager = defer = joinedload = lazyload = load_only = noload = raiseload = selectinload = subqueryload = undefer = _option
