"""Kinds of texts. Source: pydantic.types, pydantic.networks."""

from typing import Any


class SecretStr:
    """A text that is not printed."""

    def __init__(self, value: str) -> None:
        self._value = value

    def get_secret_value(self) -> str:
        """The text."""
        return self._value

    def __str__(self) -> str:
        return "**********"

    def __repr__(self) -> str:
        return "SecretStr('**********')"


class AnyUrl(str):
    """A URL."""

    @classmethod
    def build(cls, *, scheme: str, host: Any = None, username: Any = None, user: Any = None, password: Any = None, port: Any = None, path: Any = None, **_: Any) -> "AnyUrl":
        """A URL of its parts."""
        name = username or user
        login = f"{name}:{password}@" if password is not None else f"{name}@" if name else ""
        return cls(f"{scheme}://{login}{host or ''}{f':{port}' if port else ''}/{(path or '').lstrip('/')}")

    def unicode_string(self) -> str:
        """The text."""
        return str(self)


class PostgresDsn(AnyUrl):
    """The URL of a PostgreSQL."""


class HttpUrl(AnyUrl):
    """The URL of a page."""


EmailStr = str
