"""Connection pools; the in-browser database has one connection, so they are names only. Source: sqlalchemy.pool."""


class Pool:
    """A pool of connections."""


class NullPool(Pool):
    """No pool."""


class QueuePool(Pool):
    """A pool of a fixed size."""


class StaticPool(Pool):
    """One connection."""


class SingletonThreadPool(Pool):
    """One connection a thread."""


class AsyncAdaptedQueuePool(QueuePool):
    """A pool for asynchronous drivers."""


class AssertionPool(Pool):
    """One connection at a time."""
