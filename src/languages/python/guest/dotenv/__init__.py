"""Variables from a ``.env`` file of the project. Source: the documentation of python-dotenv."""

import os
import re
from typing import Any

_LINE = re.compile(r"""^\s*(?:export\s+)?([A-Za-z_][\w.]*)\s*=\s*("(?:[^"\\]|\\.)*"|'[^']*'|[^#\n]*?)\s*(?:#.*)?$""")


def dotenv_values(dotenv_path: Any = None, *_: Any, **__: Any) -> dict[str, str | None]:
    """The variables of a file."""
    path = dotenv_path or find_dotenv()
    if not path or not os.path.exists(path):
        return {}
    found: dict[str, str | None] = {}
    with open(path, encoding="utf-8") as file:
        for line in file:
            match = _LINE.match(line)
            if match is not None:
                value = match.group(2)
                found[match.group(1)] = value[1:-1] if value[:1] in "\"'" and value else value
    return found


def load_dotenv(dotenv_path: Any = None, stream: Any = None, verbose: bool = False, override: bool = False, **_: Any) -> bool:
    """Puts the variables of a file into ``os.environ``."""
    values = dotenv_values(dotenv_path)
    for name, value in values.items():
        if value is not None and (override or name not in os.environ):
            os.environ[name] = value
    return bool(values)


def find_dotenv(filename: str = ".env", raise_error_if_not_found: bool = False, usecwd: bool = False) -> str:
    """The path of the project's file."""
    if os.path.exists(filename):
        return os.path.abspath(filename)
    if raise_error_if_not_found:
        raise OSError("File not found")
    return ""


def get_key(dotenv_path: Any, key_to_get: str, **_: Any) -> str | None:
    """One variable of a file."""
    return dotenv_values(dotenv_path).get(key_to_get)
