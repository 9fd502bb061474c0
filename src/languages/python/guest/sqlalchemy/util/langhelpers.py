"""Source: sqlalchemy.util.langhelpers."""

import inspect
from typing import Any

_MISSING: Any = object()


def generic_repr(obj: Any, to_inspect: Any = None) -> str:
    """``Name(value, argument=value)``: what an ``__init__`` takes, read from attributes of the same names; defaults are left out."""
    specification = inspect.getfullargspec((obj if to_inspect is None else to_inspect).__init__)
    defaults = specification.defaults or ()
    names = specification.args[1:]
    positional, optional = names[: len(names) - len(defaults)], names[len(names) - len(defaults) :]
    shown = [repr(getattr(obj, name, None)) for name in positional]
    if specification.varargs is not None and hasattr(obj, specification.varargs):
        shown += [repr(value) for value in getattr(obj, specification.varargs)]
    for name, default in zip(optional, defaults):
        value = getattr(obj, name, _MISSING)
        if value is not _MISSING and value != default:
            shown.append(f"{name}={value!r}")
    return f"{type(obj).__name__}({', '.join(shown)})"
