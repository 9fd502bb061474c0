"""What can be connected to. Source: sqlalchemy.engine.Engine."""

from contextlib import contextmanager
from typing import Any

from sqlalchemy.engine.url import URL, make_url


class Engine:
    """The in-browser database that a URL names."""

    def __init__(self, url: Any, **options: Any) -> None:
        self.url: URL = make_url(url)
        self.echo = False
        self._options = options

    @property
    def dialect(self) -> Any:
        """PostgreSQL."""
        from sqlalchemy.dialects.postgresql.dialect import PGDialect

        return PGDialect()

    @property
    def name(self) -> str:
        """The dialect's name."""
        return self.dialect.name

    @property
    def driver(self) -> str:
        """The driver's name."""
        return self.url.get_driver_name()

    def connect(self, *_: Any, **__: Any) -> Any:
        """The one connection that there is."""
        from _stillroom.host import call_host

        from sqlalchemy.engine.connection import Connection

        call_host("connect", {"url": self.url.render_as_string(False)})
        return Connection(self)

    @contextmanager
    def begin(self) -> Any:
        """A connection in a transaction that ends with the block."""
        with self.connect() as connection, connection.begin():
            yield connection

    def raw_connection(self) -> Any:
        """A connection of the driver is not to be had."""
        raise NotImplementedError("raw_connection() needs the driver; use connect() and exec_driver_sql()")

    def execution_options(self, **options: Any) -> "Engine":
        """The same engine: options have no effect here."""
        return self

    def dispose(self, close: bool = True) -> None:
        """There is no pool."""

    def __repr__(self) -> str:
        return f"Engine({self.url})"
