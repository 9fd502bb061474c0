"""Asynchronous engines over the same connection: everything has happened before it is awaited. Source: sqlalchemy.ext.asyncio."""

from typing import Any

from sqlalchemy.engine import Connection, Engine, create_engine, engine_from_config
from sqlalchemy.orm.session import Session, sessionmaker


class AsyncConnection:
    """A connection whose methods are awaited."""

    def __init__(self, connection: Connection) -> None:
        self.sync_connection = connection

    async def run_sync(self, function: Any, *args: Any, **options: Any) -> Any:
        """Calls a function with the plain connection."""
        return function(self.sync_connection, *args, **options)

    async def execute(self, statement: Any, parameters: Any = None, **_: Any) -> Any:
        """Runs a statement."""
        return self.sync_connection.execute(statement, parameters)

    async def exec_driver_sql(self, statement: str, parameters: Any = None, **_: Any) -> Any:
        """Runs SQL as it stands."""
        return self.sync_connection.exec_driver_sql(statement, parameters)

    async def scalar(self, statement: Any, parameters: Any = None, **_: Any) -> Any:
        """The first value of the first row."""
        return self.sync_connection.scalar(statement, parameters)

    async def commit(self) -> None:
        """Commits."""
        self.sync_connection.commit()

    async def rollback(self) -> None:
        """Rolls back."""
        self.sync_connection.rollback()

    async def close(self) -> None:
        """Ends the connection."""
        self.sync_connection.close()

    async def execution_options(self, **options: Any) -> "AsyncConnection":
        """Without effect."""
        return self

    def begin(self) -> "_Block":
        """A transaction as a block."""
        return _Block(self, self.sync_connection.begin)


class _Block:
    """``async with``, or awaited."""

    def __init__(self, value: Any, enter: Any = None) -> None:
        self._value, self._enter = value, enter
        self._entered: Any = None

    def __await__(self) -> Any:
        return self.__aenter__().__await__()

    async def __aenter__(self) -> Any:
        if self._enter is not None:
            self._entered = self._enter()
        return self._value

    async def __aexit__(self, kind: Any, *_: Any) -> None:
        if self._entered is not None and hasattr(self._entered, "commit"):
            (self._entered.commit if kind is None else self._entered.rollback)()


class AsyncEngine:
    """An engine whose connections are awaited."""

    def __init__(self, engine: Engine) -> None:
        self.sync_engine = engine
        self.url = engine.url
        self.dialect = engine.dialect

    def connect(self) -> _Block:
        """The one connection."""
        return _Block(AsyncConnection(self.sync_engine.connect()))

    def begin(self) -> _Block:
        """A connection in a transaction."""
        connection = self.sync_engine.connect()
        return _Block(AsyncConnection(connection), connection.begin)

    async def dispose(self, close: bool = True) -> None:
        """There is no pool."""


class AsyncSession:
    """A session whose methods are awaited."""

    def __init__(self, bind: Any = None, **options: Any) -> None:
        self.sync_session = Session(getattr(bind, "sync_engine", getattr(bind, "sync_connection", bind)), **options)

    def __getattr__(self, name: str) -> Any:
        method = getattr(self.sync_session, name)

        async def call(*args: Any, **options: Any) -> Any:
            return method(*args, **options)

        return method if name in ("add", "add_all", "expunge", "expunge_all") else call

    async def __aenter__(self) -> "AsyncSession":
        return self

    async def __aexit__(self, *_: Any) -> None:
        self.sync_session.close()


class async_sessionmaker(sessionmaker):
    """Makes sessions whose methods are awaited."""

    def __init__(self, bind: Any = None, class_: Any = AsyncSession, **options: Any) -> None:
        super().__init__(bind, class_, **options)


class AsyncAttrs:
    """A mixin: ``await object.awaitable_attrs.name``."""


def create_async_engine(url: Any, **options: Any) -> AsyncEngine:
    """An asynchronous engine for a URL."""
    return AsyncEngine(create_engine(url, **options))


def async_engine_from_config(configuration: dict[str, Any], prefix: str = "sqlalchemy.", **options: Any) -> AsyncEngine:
    """An asynchronous engine from a section of alembic.ini."""
    return AsyncEngine(engine_from_config(configuration, prefix, **options))


def async_scoped_session(session_factory: Any, scopefunc: Any = None) -> Any:
    """One session for all."""
    return session_factory
