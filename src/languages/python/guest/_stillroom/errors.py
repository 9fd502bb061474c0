"""An exception that escaped from a project's code, as data for the engine."""

import re
import traceback
from typing import Any

from _stillroom.host import PROJECT

_LIBRARY_PATH = re.compile(r" \(/lib/[^)]*\)")


def describe_exception(error: BaseException) -> dict[str, Any]:
    """Type, message, the project's frames (innermost first) and the traceback as Python prints it."""
    frames = [
        [entry.filename[len(PROJECT) :], entry.lineno, (entry.colno or 0) + 1]
        for entry in reversed(_frames(error))
        if entry.filename.startswith(PROJECT)
    ]
    if isinstance(error, SyntaxError) and (error.filename or "").startswith(PROJECT):
        frames.insert(0, [(error.filename or "")[len(PROJECT) :], error.lineno or 1, error.offset or 1])
    return {
        "type": type_name(type(error)),
        "message": _message(error),
        "frames": frames,
        "traceback": _traceback(error),
        "hostFailure": getattr(error, "host_failure", None),
    }


def type_name(kind: type[BaseException]) -> str:
    """As the last line of a traceback names it."""
    return kind.__qualname__ if kind.__module__ in ("builtins", "__main__") else f"{kind.__module__}.{kind.__qualname__}"


def _message(error: BaseException) -> str:
    if isinstance(error, SyntaxError):
        return error.msg or "invalid syntax"
    if isinstance(error, RecursionError):
        return "maximum recursion depth exceeded; does a function call itself without an end?"
    if isinstance(error, (ImportError, NameError)):
        return _suggestion(error)
    try:
        return str(error)
    except Exception:
        return "<exception str() failed>"


def _suggestion(error: BaseException) -> str:
    """With the name that Python would suggest instead, and without where the library lies."""
    text = traceback.format_exception_only(error)[-1].rstrip("\n")
    text = text.removeprefix(f"{type_name(type(error))}: ")
    return _LIBRARY_PATH.sub("", text)


def _frames(error: BaseException) -> list[traceback.FrameSummary]:
    return list(traceback.extract_tb(error.__traceback__))


def _traceback(error: BaseException) -> str:
    """The project's own frames as Python prints them, without the line of the exception itself."""
    own = [entry for entry in _frames(error) if entry.filename.startswith(PROJECT)]
    if not own and not isinstance(error, SyntaxError):
        return ""
    lines = ["Traceback (most recent call last):\n", *traceback.StackSummary.from_list(own).format()]
    if isinstance(error, SyntaxError):
        lines += traceback.format_exception_only(error)[:-1]
    return "".join(lines)[:20000]
