"""SQLAlchemy's exceptions. Source: sqlalchemy.exc."""

from typing import Any


class SQLAlchemyError(Exception):
    """What all of SQLAlchemy's exceptions are."""

    code: str | None = None


class ArgumentError(SQLAlchemyError):
    """An argument that makes no sense."""


class NoSuchModuleError(ArgumentError):
    """A dialect that is not there."""


class ObjectNotExecutableError(ArgumentError):
    """Something that is no statement was to be executed."""

    def __init__(self, target: Any) -> None:
        super().__init__(f"Not an executable object: {target!r}")
        self.target = target


class CompileError(SQLAlchemyError):
    """A construct that cannot become SQL."""


class UnsupportedCompilationError(CompileError):
    """A construct that PostgreSQL has no SQL for."""


class IdentifierError(SQLAlchemyError):
    """A name that is too long."""


class InvalidRequestError(SQLAlchemyError):
    """Something was asked that cannot be done in this state."""


class NoInspectionAvailable(InvalidRequestError):
    """``inspect()`` was given something it knows nothing about."""


class PendingRollbackError(InvalidRequestError):
    """A transaction failed and was not rolled back."""


class ResourceClosedError(InvalidRequestError):
    """A connection or result was used after it was closed."""


class NoResultFound(InvalidRequestError):
    """A row was required and there is none."""


class MultipleResultsFound(InvalidRequestError):
    """One row was required and there are several."""


class NoReferenceError(InvalidRequestError):
    """A foreign key that leads nowhere."""


class NoReferencedTableError(NoReferenceError):
    """A foreign key to a table that is not there."""


class NoReferencedColumnError(NoReferenceError):
    """A foreign key to a column that is not there."""


class NoSuchTableError(InvalidRequestError):
    """A table that the database does not have."""


class NoSuchColumnError(InvalidRequestError, KeyError):
    """A column that a row does not have."""


class UnboundExecutionError(InvalidRequestError):
    """Something was to be executed without a connection."""


class CircularDependencyError(SQLAlchemyError):
    """Things that depend on each other in a circle."""


class DuplicateColumnError(ArgumentError):
    """Two columns of one name."""


class ConstraintColumnNotFoundError(ArgumentError):
    """A constraint on a column that the table does not have."""


class StatementError(SQLAlchemyError):
    """A statement that could not be executed."""

    def __init__(self, message: str, statement: str | None = None, params: Any = None, orig: BaseException | None = None) -> None:
        super().__init__(message)
        self.statement = statement
        self.params = params
        self.orig = orig


class DBAPIError(StatementError):
    """What PostgreSQL answered to a statement."""

    connection_invalidated = False


class InterfaceError(DBAPIError):
    """The driver was used wrongly."""


class DatabaseError(DBAPIError):
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


class SADeprecationWarning(DeprecationWarning):
    """Something will go away."""


class SAWarning(RuntimeWarning):
    """Something is probably not meant."""


class MovedIn20Warning(SADeprecationWarning):
    """Something lies elsewhere since 2.0."""


def database_error(failure: dict[str, Any]) -> DBAPIError:
    """The exception for what PostgreSQL answered; its text is the engine's, which knows psycopg2's classes."""
    import psycopg2.errors

    fields = failure["database"]
    kind = globals().get(failure["dbapi"], DatabaseError)
    original = psycopg2.errors.make(failure["psycopg"], failure["dbapi"], fields)
    return kind(failure["text"], failure.get("sql"), {}, original)


class NoForeignKeysError(ArgumentError):
    """Two tables that do not refer to each other."""


class AmbiguousForeignKeysError(ArgumentError):
    """Two tables that refer to each other in several ways."""


class InvalidateDatabaseError(DatabaseError):
    """The connection is gone."""


TimeoutError = type("TimeoutError", (SQLAlchemyError,), {"__doc__": "No connection was free in time."})
DisconnectionError = type("DisconnectionError", (SQLAlchemyError,), {"__doc__": "The connection is gone."})
DontWrapMixin = type("DontWrapMixin", (), {"__doc__": "An exception that is not wrapped."})
