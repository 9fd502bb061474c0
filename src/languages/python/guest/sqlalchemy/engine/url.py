"""Database URLs. Source: sqlalchemy.engine.url."""

import re
from typing import Any
from urllib.parse import parse_qsl, quote, unquote

from sqlalchemy.exc import ArgumentError

_PATTERN = re.compile(
    r"(?P<name>[\w\+]+)://(?:(?P<username>[^:/]*)(?::(?P<password>[^@]*))?@)?"
    r"(?:(?:\[(?P<ipv6host>[^/\?]+)\]|(?P<ipv4host>[^/:\?]+))?(?::(?P<port>[^/\?]*))?)?"
    r"(?:/(?P<database>[^\?]*))?(?:\?(?P<query>.*))?",
    re.X,
)


class URL:
    """``dialect+driver://user:password@host:port/database``"""

    def __init__(self, drivername: str, username: str | None = None, password: Any = None, host: str | None = None, port: int | None = None, database: str | None = None, query: Any = None) -> None:
        self.drivername, self.username, self.password = drivername, username, password
        self.host, self.port, self.database = host, port, database
        self.query: dict[str, Any] = dict(query or {})

    @classmethod
    def create(cls, drivername: str, username: str | None = None, password: Any = None, host: str | None = None, port: int | None = None, database: str | None = None, query: Any = None) -> "URL":
        """A URL of its parts."""
        return cls(drivername, username, password, host, port, database, query)

    def set(self, **changes: Any) -> "URL":
        """The same with other parts."""
        return URL(**{**self.__dict__, **changes})

    _replace = set

    def update_query_dict(self, parameters: dict[str, Any], append: bool = False) -> "URL":
        """The same with more in its query."""
        return self.set(query={**self.query, **parameters})

    def get_backend_name(self) -> str:
        """``postgresql``"""
        return self.drivername.split("+")[0]

    def get_driver_name(self) -> str:
        """``psycopg2``"""
        return self.drivername.split("+")[1] if "+" in self.drivername else "psycopg2"

    def get_dialect(self, *_: Any) -> Any:
        """The dialect's class."""
        from sqlalchemy.dialects.postgresql.dialect import PGDialect

        return PGDialect

    def render_as_string(self, hide_password: bool = True) -> str:
        """The URL as text."""
        text = f"{self.drivername}://"
        if self.username is not None:
            text += quote(self.username, safe=" +")
            if self.password is not None:
                text += ":" + ("***" if hide_password else quote(str(self.password), safe=" +"))
            text += "@"
        if self.host is not None:
            text += f"[{self.host}]" if ":" in self.host else self.host
        if self.port is not None:
            text += f":{self.port}"
        if self.database is not None:
            text += f"/{self.database}"
        if self.query:
            text += "?" + "&".join(f"{quote(key)}={quote(str(value))}" for key, value in sorted(self.query.items()))
        return text

    def __str__(self) -> str:
        return self.render_as_string()

    __repr__ = __str__

    def __to_string__(self, hide_password: bool = True) -> str:
        return self.render_as_string(hide_password)

    def __eq__(self, other: Any) -> bool:
        return isinstance(other, URL) and self.__dict__ == other.__dict__

    def __hash__(self) -> int:
        return hash(self.render_as_string(False))


def make_url(name_or_url: Any) -> URL:
    """A URL from text."""
    if isinstance(name_or_url, URL):
        return name_or_url
    match = _PATTERN.match(str(name_or_url)) if isinstance(name_or_url, str) else None
    if match is None:
        if not isinstance(name_or_url, str):
            raise ArgumentError(f"Expected string or URL object, got {name_or_url!r}")
        raise ArgumentError("Could not parse SQLAlchemy URL from given URL string")
    parts = match.groupdict()
    port = parts["port"]
    username, password = parts["username"], parts["password"]
    return URL(
        parts["name"],
        None if username is None else unquote(username),
        None if password is None else unquote(password),
        parts["ipv4host"] or parts["ipv6host"],
        int(port) if port else None,
        parts["database"],
        dict(parse_qsl(parts["query"] or "")),
    )
