"""Listeners to what happens. Source: sqlalchemy.event."""

from collections.abc import Callable
from typing import Any


def listen(target: Any, identifier: str, fn: Callable[..., Any], *_: Any, **__: Any) -> None:
    """Accepted; nothing calls a listener here."""


def listens_for(target: Any, identifier: str, *_: Any, **__: Any) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Accepted; nothing calls a listener here."""
    return lambda fn: fn


def remove(target: Any, identifier: str, fn: Callable[..., Any]) -> None:
    """Accepted."""


def contains(target: Any, identifier: str, fn: Callable[..., Any]) -> bool:
    """No listener is kept."""
    return False
