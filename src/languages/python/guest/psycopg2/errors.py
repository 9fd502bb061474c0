"""The driver's errors, one class a SQLSTATE, made on demand. Source: psycopg2.errors."""

from typing import Any


class Warning(Exception):
    """A warning of the database."""


class Error(Exception):
    """What all errors of the driver are."""

    pgcode: str | None = None
    pgerror: str | None = None
    diag: Any = None


class InterfaceError(Error):
    """The driver was used wrongly."""


class DatabaseError(Error):
    """An error of the database."""


class DataError(DatabaseError):
    """A value that does not fit."""


class OperationalError(DatabaseError):
    """Something outside of the statement."""


class IntegrityError(DatabaseError):
    """A constraint that was violated."""


class InternalError(DatabaseError):
    """A transaction that is not valid any more, and the like."""


class ProgrammingError(DatabaseError):
    """A statement that is wrong."""


class NotSupportedError(DatabaseError):
    """Something that PostgreSQL cannot do."""


class Diagnostics:
    """What PostgreSQL said beside the message."""

    def __init__(self, fields: dict[str, Any]) -> None:
        self._fields = fields

    def __getattr__(self, name: str) -> Any:
        names = {
            "sqlstate": "code",
            "message_primary": "message",
            "message_detail": "detail",
            "message_hint": "hint",
            "constraint_name": "constraint",
            "table_name": "table",
            "schema_name": "schema",
            "column_name": "column",
        }
        return self._fields.get(names.get(name, name))


_made: dict[str, type[Error]] = {}

_DBAPI = {
    "UniqueViolation": IntegrityError,
    "ForeignKeyViolation": IntegrityError,
    "NotNullViolation": IntegrityError,
    "CheckViolation": IntegrityError,
    "ExclusionViolation": IntegrityError,
    "LockNotAvailable": OperationalError,
    "QueryCanceled": OperationalError,
    "InvalidTextRepresentation": DataError,
    "FeatureNotSupported": NotSupportedError,
    "InFailedSqlTransaction": InternalError,
    "DependentObjectsStillExist": InternalError,
    "ActiveSqlTransaction": InternalError,
}


def _class(name: str, base: type[Error]) -> type[Error]:
    if name not in _made:
        _made[name] = type(name, (base,), {"__module__": "psycopg2.errors"})
    return _made[name]


def make(name: str, dbapi: str, fields: dict[str, Any]) -> Error:
    """The error for what PostgreSQL answered."""
    base = globals().get(dbapi, DatabaseError)
    error = (base if name == dbapi else _class(name, base))(fields["message"] + "\n")
    error.pgcode = fields.get("code")
    error.pgerror = f"{fields.get('severity', 'ERROR')}:  {fields['message']}\n"
    error.diag = Diagnostics(fields)
    return error


def lookup(code: str) -> type[Error]:
    """A class by its SQLSTATE."""
    raise KeyError(code)


def __getattr__(name: str) -> Any:
    if name.startswith("_") or not name[:1].isupper():
        raise AttributeError(name)
    return _class(name, _DBAPI.get(name, ProgrammingError))
