"""The one way out of Python: a name and JSON in, JSON out."""

import json
import sys
from collections.abc import Callable
from typing import Any

from _stillroom_host import call as _call

from _stillroom.failures import failure_to_exception

_callbacks: list[Callable[..., Any]] = []


def call_host(name: str, payload: Any = None) -> Any:
    """Asks the engine. Raises what the engine or PostgreSQL answers, as SQLAlchemy and Alembic name it."""
    answer = json.loads(_call(json.dumps([name, payload])))
    if "failure" in answer:
        raise failure_to_exception(answer["failure"])
    return answer["value"]


def user_stack() -> list[list[Any]]:
    """The frames of project files that are being run, innermost first: path, line, column."""
    frames: list[list[Any]] = []
    frame = sys._getframe(1)
    while frame is not None:
        code = frame.f_code
        if code.co_filename.startswith(PROJECT):
            frames.append([code.co_filename[len(PROJECT) :], frame.f_lineno, _column(frame)])
        frame = frame.f_back
    return frames


def _column(frame: Any) -> int:
    for index, (_, _, column, _) in enumerate(frame.f_code.co_positions()):
        if index * 2 == frame.f_lasti:
            return (column or 0) + 1
    return 1


def register_callback(callback: Callable[..., Any]) -> dict[str, int]:
    """Keeps a function of the project's, so that the engine can call it by number."""
    _callbacks.append(callback)
    return {"callback": len(_callbacks) - 1}


def call_callback(number: int, arguments: list[Any]) -> Any:
    """Calls what ``register_callback`` kept."""
    return _callbacks[number](*arguments)


PROJECT = "/project/"
