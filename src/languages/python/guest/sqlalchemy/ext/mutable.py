"""Values that tell when they change: the types alone. Source: sqlalchemy.ext.mutable."""

from typing import Any


class Mutable:
    """A value that tells when it changes."""

    @classmethod
    def as_mutable(cls, sqltype: Any) -> Any:
        """The type itself."""
        from sqlalchemy.types import to_instance

        return to_instance(sqltype)

    @classmethod
    def associate_with(cls, sqltype: Any) -> None:
        """Accepted."""

    def changed(self) -> None:
        """Accepted."""


class MutableDict(Mutable, dict):
    """A dict."""


class MutableList(Mutable, list):
    """A list."""


class MutableSet(Mutable, set):
    """A set."""


class MutableComposite(Mutable):
    """A value of several columns."""
