"""The connection that statements run on. Source: sqlalchemy.engine.Connection."""

from typing import Any

from _stillroom.host import call_host, user_stack
from sqlalchemy.engine.result import CursorResult, Row
from sqlalchemy.exc import ArgumentError, InvalidRequestError, ObjectNotExecutableError
from sqlalchemy.sql.dml import Dml, Insert
from sqlalchemy.sql.elements import ClauseElement, Executable, TextClause
from sqlalchemy.sql.values import decode_value, encode_value


class Transaction:
    """A transaction, or a savepoint in one."""

    def __init__(self, connection: "Connection", savepoint: str | None = None) -> None:
        self.connection = connection
        self.is_active = True
        self._savepoint = savepoint

    def commit(self) -> None:
        """Keeps what was done."""
        if self.is_active and self._savepoint is not None:
            self.connection.exec_driver_sql(f"RELEASE SAVEPOINT {self._savepoint}")
        elif self.is_active:
            self.connection._end("COMMIT")
        self.is_active = False

    def rollback(self) -> None:
        """Takes back what was done."""
        if self.is_active and self._savepoint is not None:
            self.connection.exec_driver_sql(f"ROLLBACK TO SAVEPOINT {self._savepoint}")
        elif self.is_active:
            self.connection._end("ROLLBACK")
        self.is_active = False

    close = rollback

    def __enter__(self) -> "Transaction":
        return self

    def __exit__(self, kind: Any, *_: Any) -> None:
        if kind is None:
            self.commit()
        else:
            self.rollback()


class Connection:
    """The one connection to the in-browser database."""

    closed = False
    invalidated = False
    is_offline = False

    def __init__(self, engine: Any = None) -> None:
        self._engine = engine
        self._savepoints = 0
        self._transaction: Transaction | None = None
        self.info: dict[Any, Any] = {}

    @property
    def engine(self) -> Any:
        """The engine that it came from."""
        if self._engine is None:
            from sqlalchemy.engine.engine import Engine

            self._engine = Engine("postgresql+psycopg2://")
        return self._engine

    @property
    def dialect(self) -> Any:
        """PostgreSQL."""
        from sqlalchemy.dialects.postgresql.dialect import PGDialect

        return PGDialect()

    @property
    def connection(self) -> Any:
        """A connection of the driver is not to be had."""
        raise NotImplementedError("the driver's own connection is not here; use execute() and exec_driver_sql()")

    def connect(self) -> "Connection":
        """Itself."""
        return self

    def execute(self, statement: Any, parameters: Any = None, *, execution_options: Any = None) -> CursorResult:
        """Runs a statement at once; all its rows are there when it returns."""
        if isinstance(statement, str):
            raise ObjectNotExecutableError(statement)
        if isinstance(parameters, (list, tuple)):
            return self._execute_many(statement, list(parameters))
        if isinstance(statement, TextClause):
            data = statement.data(parameters)
            return self._run(data["text"], data.get("bindparams", {}), [])
        if isinstance(statement, Executable) and isinstance(statement, ClauseElement):
            return self._run_expression(statement, parameters or {})
        if hasattr(statement, "__clause_element__"):
            return self.execute(statement.__clause_element__(), parameters)
        if isinstance(statement, ClauseElement):
            from sqlalchemy.sql.selectable import select

            return self._run_expression(select(statement), parameters or {})
        raise ObjectNotExecutableError(statement)

    def _execute_many(self, statement: Any, rows: list[Any]) -> CursorResult:
        if isinstance(statement, Insert) and rows:
            result = self._run_expression(statement.with_parameters(rows), {})
            return result
        count = 0
        result = CursorResult([], [], 0, False)
        for row in rows:
            result = self.execute(statement, row)
            count += max(result.rowcount, 0)
        result.rowcount = count
        return result

    def _run_expression(self, statement: Any, parameters: dict[str, Any]) -> CursorResult:
        if isinstance(statement, Dml) and parameters and hasattr(statement, "with_parameters"):
            names = set(parameters)
            columns = {name for name in names if name in statement.table.c}
            if columns == names or isinstance(statement, Insert):
                statement = statement.with_parameters([parameters])
        values = {name: encode_value(value) for name, value in parameters.items()}
        sql = call_host("compileExpression", {"statement": statement.ast(), "literals": True, "parameters": values, "escaped": True})
        return self._run(sql, {}, _result_types(statement))

    def _run(self, sql: str, parameters: dict[str, Any], types: list[Any]) -> CursorResult:
        answer = call_host("execute", {"sql": sql, "parameters": parameters, "stack": user_stack()})
        names = [column["name"] for column in answer["columns"]]
        oids = [column["typeOid"] for column in answer["columns"]]
        rows = [Row([_decoded(value, oids, types, place) for place, value in enumerate(row)], names) for row in answer["rows"]]
        count = answer["rowCount"] if answer["command"] else -1
        return CursorResult(names, rows, count, bool(names))

    def exec_driver_sql(self, statement: str, parameters: Any = None, execution_options: Any = None) -> CursorResult:
        """Runs SQL as it stands; parameters are ``%(name)s`` or ``%s``."""
        sql = statement.replace("\\:", "\\\\:").replace(":", "\\:")
        if parameters is not None:
            return self._run(*_pyformat(sql, parameters), [])
        return self._run(sql, {}, [])

    def scalar(self, statement: Any, parameters: Any = None, **_: Any) -> Any:
        """The first value of the first row."""
        return self.execute(statement, parameters).scalar()

    def scalars(self, statement: Any, parameters: Any = None, **_: Any) -> Any:
        """The first value of every row."""
        return self.execute(statement, parameters).scalars()

    def begin(self) -> Transaction:
        """A transaction of the connection's own."""
        if self._transaction is not None and self._transaction.is_active:
            raise InvalidRequestError(
                "This connection has already initialized a SQLAlchemy Transaction() object via begin() or autobegin; "
                "can't call begin() here unless rollback() or commit() is called first."
            )
        call_host("connectionBegin", {})
        self._transaction = Transaction(self)
        return self._transaction

    def begin_nested(self) -> Transaction:
        """A savepoint."""
        self._savepoints += 1
        name = f"sa_savepoint_{self._savepoints}"
        self.exec_driver_sql(f"SAVEPOINT {name}")
        return Transaction(self, name)

    def commit(self) -> None:
        """Commits what the connection began by itself."""
        self._end("COMMIT")

    def rollback(self) -> None:
        """Rolls back what the connection began by itself."""
        self._end("ROLLBACK")

    def _end(self, word: str) -> None:
        call_host("connectionEnd", {"commit": word == "COMMIT"})
        if self._transaction is not None:
            self._transaction.is_active = False
        self._transaction = None

    def in_transaction(self) -> bool:
        """Whether a transaction is open."""
        return bool(call_host("connectionInTransaction", {}))

    def in_nested_transaction(self) -> bool:
        """Whether a savepoint is open."""
        return False

    def get_transaction(self) -> Transaction | None:
        """The transaction that was begun by ``begin()``."""
        return self._transaction

    def execution_options(self, **options: Any) -> "Connection":
        """``schema_translate_map`` cannot be served; other options have no effect."""
        if options.get("schema_translate_map"):
            raise ArgumentError("schema_translate_map is not supported here; set search_path instead")
        return self

    def get_execution_options(self) -> dict[str, Any]:
        """None."""
        return {}

    def get_isolation_level(self) -> str:
        """PostgreSQL's default."""
        return "READ COMMITTED"

    def run_callable(self, callable_: Any, *args: Any, **keywords: Any) -> Any:
        """Calls a function with the connection."""
        return callable_(self, *args, **keywords)

    def detach(self) -> None:
        """There is no pool."""

    def invalidate(self, exception: Any = None) -> None:
        """There is no pool."""

    def close(self) -> None:
        """Ends the connection."""
        if self._transaction is not None and self._transaction.is_active:
            self._transaction.rollback()

    def __enter__(self) -> "Connection":
        return self

    def __exit__(self, *_: Any) -> None:
        self.close()


def _decoded(value: str | None, oids: list[int], types: list[Any], place: int) -> Any:
    decoded = decode_value(value, oids[place])
    return types[place].result_value(decoded) if place < len(types) else decoded


def _result_types(statement: Any) -> list[Any]:
    if isinstance(statement, Dml):
        return [column.type for column in statement._returned]
    expanded = getattr(statement, "_expanded", None)
    return [] if expanded is None else [column.type for column in expanded]


def _pyformat(sql: str, parameters: Any) -> tuple[str, dict[str, Any]]:
    """psycopg2's placeholders as those of ``text()``."""
    import re

    values: dict[str, Any] = {}

    def replace(match: Any) -> str:
        if match.group(0) == "%%":
            return "%"
        if match.group(1) is not None:
            values[match.group(1)] = encode_value(parameters[match.group(1)])
            return f":{match.group(1)}"
        name = f"p{len(values)}"
        values[name] = encode_value(parameters[len(values)])
        return f":{name}"

    return re.sub(r"%\((\w+)\)s|%s|%%", replace, sql), values
