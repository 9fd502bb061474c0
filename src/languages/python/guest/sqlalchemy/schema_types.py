"""CREATE TYPE and DROP TYPE of enumerated types and domains."""

from typing import Any

from _stillroom.host import call_host


def create_type(type_: Any, bind: Any, checkfirst: bool) -> None:
    """Creates it; with ``checkfirst`` only if it is not there."""
    _change("create", type_, bind, checkfirst)


def drop_type(type_: Any, bind: Any, checkfirst: bool) -> None:
    """Drops it; with ``checkfirst`` only if it is there."""
    _change("drop", type_, bind, checkfirst)


def _change(change: str, type_: Any, bind: Any, checkfirst: bool) -> None:
    for sql in call_host("namedTypeSql", {"type": type_.type_data(), "change": change, "checkfirst": bool(checkfirst)}):
        bind.exec_driver_sql(sql)
