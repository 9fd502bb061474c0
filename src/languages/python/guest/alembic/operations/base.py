"""``op``: the operations of a migration. Source: alembic.operations.base."""

import difflib
from collections.abc import Callable
from contextlib import contextmanager
from typing import Any

from _stillroom.host import call_host, user_stack
from alembic.operations.ops import MigrateOperation, _Known, camel
from sqlalchemy.engine import Connection
from sqlalchemy.exc import ObjectNotExecutableError
from sqlalchemy.schema import Column
from sqlalchemy.schema.index import index_options
from sqlalchemy.schema.sqltext import default_data, expression_data, sql_data
from sqlalchemy.schema.table import table_options
from sqlalchemy.sql.elements import ClauseElement, TextClause
from sqlalchemy.sql.naming import conv, name_data
from sqlalchemy.sql.values import encode_value
from sqlalchemy.types import NullType, to_instance

Data = dict[str, Any]


class MigrationConnection(Connection):
    """The connection that the migration runs on: Alembic commits and rolls back."""

    is_migration = True

    @property
    def is_offline(self) -> bool:  # type: ignore[override]
        """Whether statements are printed."""
        return call_host("isOfflineMode", {})


class InlineLiteral:
    """A value that is written into the SQL instead of being sent as a parameter."""

    def __init__(self, value: Any, type_: Any = None) -> None:
        self.value, self.type = value, type_

    def literal_data(self) -> Data:
        """As the engine takes it."""
        data: Data = {"kind": "inlineLiteral", "value": encode_value(self.value)}
        return data if self.type is None else {**data, "type": to_instance(self.type).type_data()}


def statement_text(sql: Any) -> str:
    """A statement as the engine's text, in which ``:name`` is a parameter."""
    if isinstance(sql, str):
        return sql
    if isinstance(sql, TextClause):
        return sql.text
    return call_host("compileExpression", {"statement": sql.ast(), "literals": True, "escaped": True})


def _given(**arguments: Any) -> Data:
    return {camel(name): value for name, value in arguments.items() if value is not ...}


def _names(columns: Any) -> list[str]:
    items = [columns] if isinstance(columns, str) else columns
    return [column if isinstance(column, str) else str(column.name) for column in items]


_PASSED = ("deferrable", "initially", "match", "use_alter", "schema", "ondelete", "onupdate")
_POSTGRESQL = {"nulls_not_distinct": "nullsNotDistinct", "include": "include", "not_valid": "notValid"}


_ALTER_COLUMN_OP = "alembic.operations.ops.AlterColumnOp"
_TAKEN = {
    "name": "alembic.ddl.postgresql.PostgresqlImpl.alter_column",
    **{f"modify_{part}": _ALTER_COLUMN_OP for part in ("name", "type", "nullable", "comment", "server_default")},
}


def _constraint_options(function: str, options: Data) -> Data:
    data: Data = {}
    for name, value in options.items():
        dialect, _, option = name.partition("_")
        if name in _PASSED:
            if value is not None or name == "schema":
                data[camel(name)] = value
        elif dialect == "postgresql" and option in _POSTGRESQL:
            data[_POSTGRESQL[option]] = list(value) if isinstance(value, tuple) else value
        elif dialect not in ("mysql", "mariadb", "sqlite", "mssql", "oracle", "info"):
            raise TypeError(f"{function}() got an unexpected keyword argument '{name}'")
    return data


class AbstractOperations:
    """The operations, each handed on as the engine's data."""

    def __init__(self, migration_context: Any = None, impl: Any = None, collect: Callable[[Data], Any] | None = None) -> None:
        self._migration_context = migration_context
        self._collect = collect

    def _run(self, kind: str, **data: Any) -> None:
        operation = {"kind": kind, **data}
        if self._collect is not None:
            self._collect(operation)
        else:
            call_host("invoke", {"operation": operation, "stack": user_stack()})

    # Tables

    def create_table(self, table_name: str, *columns: Any, if_not_exists: bool | None = ..., schema: Any = ..., comment: Any = ..., prefixes: Any = None, info: Any = None, **options: Any) -> Any:  # type: ignore[assignment]
        """CREATE TABLE. Returns the table, for ``op.bulk_insert``."""
        from sqlalchemy.schema import MetaData, Table

        options = {key: value for key, value in options.items() if key not in ("keep_existing", "extend_existing", "_constraints_included")}
        given_schema = {} if schema is ... else {"schema": schema}
        table = Table(table_name, MetaData(), *columns, prefixes=prefixes, info=info, **given_schema, **({} if comment is ... else {"comment": comment}), **options)
        data = table.table_data(_resolve_in(table))
        if info:
            data["info"] = info
        data.pop("name")
        self._run("createTable", tableName=name_data(table.name), **data, **_given(if_not_exists=if_not_exists))
        return table

    def drop_table(self, table_name: str, *, schema: Any = ..., if_exists: Any = ..., **options: Any) -> None:
        """DROP TABLE"""
        table_options(options)
        self._run("dropTable", tableName=name_data(table_name), **_given(schema=schema, if_exists=if_exists))

    def rename_table(self, old_table_name: str, new_table_name: str, *, schema: Any = ...) -> None:
        """ALTER TABLE ... RENAME TO"""
        self._run("renameTable", oldTableName=name_data(old_table_name), newTableName=name_data(new_table_name), **_given(schema=schema))

    def create_table_comment(self, table_name: str, comment: str | None, *, existing_comment: Any = ..., schema: Any = ...) -> None:
        """COMMENT ON TABLE"""
        self._run("createTableComment", tableName=name_data(table_name), comment=comment, **_given(existing_comment=existing_comment, schema=schema))

    def drop_table_comment(self, table_name: str, *, existing_comment: Any = ..., schema: Any = ...) -> None:
        """COMMENT ON TABLE ... IS NULL"""
        self._run("dropTableComment", tableName=name_data(table_name), **_given(existing_comment=existing_comment, schema=schema))

    # Columns

    def add_column(self, table_name: str, column: Column, *, schema: Any = ..., if_not_exists: Any = ..., inline_references: Any = ..., inline_primary_key: Any = ..., **_: Any) -> None:
        """ALTER TABLE ... ADD COLUMN"""
        if not isinstance(column, Column):
            raise TypeError(f"op.add_column(): the second argument must be a column such as sa.Column('name', sa.String()), not {column!r}")
        self._run(
            "addColumn",
            tableName=name_data(table_name),
            column=column.column_data(),
            **_given(schema=schema, if_not_exists=if_not_exists, inline_references=inline_references, inline_primary_key=inline_primary_key),
        )

    def drop_column(self, table_name: str, column_name: str, *, schema: Any = ..., if_exists: Any = ..., **_: Any) -> None:
        """ALTER TABLE ... DROP COLUMN"""
        self._run("dropColumn", tableName=name_data(table_name), columnName=name_data(column_name), **_given(schema=schema, if_exists=if_exists))

    def alter_column(
        self,
        table_name: str,
        column_name: str,
        *,
        nullable: Any = ...,
        comment: Any = ...,
        server_default: Any = ...,
        new_column_name: Any = ...,
        type_: Any = ...,
        existing_type: Any = ...,
        existing_server_default: Any = ...,
        existing_nullable: Any = ...,
        existing_comment: Any = ...,
        schema: Any = ...,
        autoincrement: Any = ...,
        existing_autoincrement: Any = ...,
        postgresql_using: Any = ...,
        **others: Any,
    ) -> None:
        """Changes what is given of a column: type, NOT NULL, default, comment, name. Alembic hands other arguments on to where nobody reads them."""
        for option in others:
            if option in _TAKEN:
                raise TypeError(f"{_TAKEN[option]}() got multiple values for keyword argument '{option}'")
        data = _given(
            nullable=nullable,
            comment=comment,
            new_column_name=new_column_name,
            existing_nullable=existing_nullable,
            existing_comment=existing_comment,
            schema=schema,
            autoincrement=autoincrement,
            existing_autoincrement=existing_autoincrement,
        )
        if postgresql_using is not ... and postgresql_using is not None:
            data["using"] = postgresql_using
        if type_ is not ...:
            data["type"] = None if type_ is None else to_instance(type_).type_data()
        if existing_type is not ... and existing_type is not None:
            data["existingType"] = to_instance(existing_type).type_data()
        if server_default is not ...:
            data["serverDefault"] = default_data(server_default)
        if existing_server_default is not ...:
            data["existingServerDefault"] = default_data(existing_server_default)
        self._run("alterColumn", tableName=name_data(table_name), columnName=name_data(column_name), **data)

    # Constraints

    def create_primary_key(self, constraint_name: Any, table_name: str, columns: Any, *, schema: Any = ..., **options: Any) -> None:
        """ADD PRIMARY KEY"""
        self._run("createPrimaryKey", constraintName=name_data(constraint_name), tableName=name_data(table_name), columns=_names(columns), **_given(schema=schema), **_constraint_options("create_primary_key", options))

    def create_unique_constraint(self, constraint_name: Any, table_name: str, columns: Any, *, schema: Any = ..., **options: Any) -> None:
        """ADD UNIQUE"""
        self._run("createUniqueConstraint", constraintName=name_data(constraint_name), tableName=name_data(table_name), columns=_names(columns), **_given(schema=schema), **_constraint_options("create_unique_constraint", options))

    def create_check_constraint(self, constraint_name: Any, table_name: str, condition: Any, *, schema: Any = ..., **options: Any) -> None:
        """ADD CHECK"""
        self._run("createCheckConstraint", constraintName=name_data(constraint_name), tableName=name_data(table_name), condition=sql_data(condition), **_given(schema=schema), **_constraint_options("create_check_constraint", options))

    def create_foreign_key(self, constraint_name: Any, source_table: str, referent_table: str, local_cols: Any, remote_cols: Any, *, source_schema: Any = ..., referent_schema: Any = ..., **options: Any) -> None:
        """ADD FOREIGN KEY"""
        self._run(
            "createForeignKey",
            constraintName=name_data(constraint_name),
            sourceTable=name_data(source_table),
            referentTable=name_data(referent_table),
            localCols=_names(local_cols),
            remoteCols=_names(remote_cols),
            **_given(source_schema=source_schema, referent_schema=referent_schema),
            **_constraint_options("create_foreign_key", options),
        )

    def create_exclude_constraint(self, constraint_name: Any, table_name: str, *elements: Any, where: Any = None, schema: Any = ..., using: Any = None, ops: Any = None, deferrable: Any = None, initially: Any = None, **_: Any) -> None:
        """ADD EXCLUDE"""
        data: Data = {} if where is None else {"where": sql_data(where)}
        for key, value in (("using", using), ("ops", ops), ("initially", initially)):
            if value is not None:
                data[key] = value
        if deferrable is not None:
            data["deferrable"] = bool(deferrable)
        self._run("createExcludeConstraint", constraintName=name_data(constraint_name), tableName=name_data(table_name), elements=[[expression_data(one), operator] for one, operator in elements], **_given(schema=schema), **data)

    def drop_constraint(self, constraint_name: Any, table_name: str, type_: Any = ..., *, schema: Any = ..., if_exists: Any = ...) -> None:
        """DROP CONSTRAINT"""
        self._run("dropConstraint", constraintName=name_data(constraint_name), tableName=name_data(table_name), **_given(type_=type_, schema=schema, if_exists=if_exists))

    # Indexes

    def create_index(self, index_name: Any, table_name: str, columns: Any, *, schema: Any = ..., unique: bool = False, if_not_exists: Any = ..., quote: Any = None, **options: Any) -> None:
        """CREATE INDEX"""
        columns = [columns] if isinstance(columns, (str, ClauseElement)) else columns
        self._run(
            "createIndex",
            indexName=name_data(index_name),
            tableName=name_data(table_name),
            columns=[expression_data(column) for column in columns],
            **({"unique": True} if unique else {}),
            **_given(schema=schema, if_not_exists=if_not_exists),
            **index_options(options),
        )

    def drop_index(self, index_name: Any, table_name: Any = ..., *, schema: Any = ..., if_exists: Any = ..., **options: Any) -> None:
        """DROP INDEX"""
        named = {} if table_name is ... or table_name is None else {"tableName": name_data(table_name)}
        options.pop("unique", None)
        self._run("dropIndex", indexName=name_data(index_name), **named, **_given(schema=schema, if_exists=if_exists), **index_options(options))

    # SQL and rows

    def execute(self, sqltext: Any, *, execution_options: Any = None) -> None:
        """Runs SQL or a statement of the expression language."""
        if isinstance(sqltext, str):
            self._run("executeSql", sqltext=sqltext)
        elif isinstance(sqltext, TextClause):
            self._run("executeSql", sqltext=sqltext.data())
        elif isinstance(sqltext, ClauseElement):
            self._run("executeSql", sqltext=statement_text(sqltext))
        else:
            raise ObjectNotExecutableError(sqltext)

    def bulk_insert(self, table: Any, rows: Any, *, multiinsert: bool = True) -> None:
        """INSERT of rows."""
        if not isinstance(rows, list):
            raise TypeError("List expected")
        if rows and not isinstance(rows[0], dict):
            raise TypeError("List of dictionaries expected")
        from sqlalchemy.sql.selectable import as_from

        table = as_from(table)
        types = {column.key: column.type for column in table.c}
        columns = [
            {"name": str(column.name)} if isinstance(column.type, NullType) else {"name": str(column.name), "type": column.type.type_data()}
            for column in table.c
        ]
        data: Data = {"name": name_data(table.name), "columns": columns}
        if table.schema is not None:
            data["schema"] = table.schema
        names = {column.key: str(column.name) for column in table.c}
        encoded = [{names.get(key, key): _encoded(value, types.get(key)) for key, value in _with_defaults(row, table).items()} for row in rows]
        if encoded:
            self._run("bulkInsert", table=data, rows=encoded, **({} if multiinsert else {"multiinsert": False}))

    @contextmanager
    def batch_alter_table(self, table_name: str, schema: Any = ..., recreate: str = "auto", partial_reordering: Any = None, copy_from: Any = None, table_args: Any = (), table_kwargs: Any = None, reflect_args: Any = (), reflect_kwargs: Any = None, naming_convention: Any = None) -> Any:
        """Several changes of one table. On PostgreSQL they are plain statements."""
        collected: list[Data] = []
        yield BatchOperations(table_name, None if schema is ... else schema, collected.append)
        self._run("batchAlterTable", tableName=name_data(table_name), operations=collected, **_given(schema=schema), **({} if recreate == "auto" else {"recreate": recreate}))

    # The rest

    def f(self, name: str) -> conv:
        """A final name, that a naming convention must not touch again."""
        return conv(name)

    def inline_literal(self, value: Any, type_: Any = None) -> InlineLiteral:
        """A value that is written into the SQL instead of being sent as a parameter."""
        return InlineLiteral(value, type_)

    def get_bind(self) -> Connection:
        """The connection that the migration runs on."""
        return MigrationConnection(self.get_context().engine)

    def get_context(self) -> Any:
        """The context that runs the migration."""
        from alembic.runtime.migration import MigrationContext

        return MigrationContext.current or MigrationContext()

    @property
    def migration_context(self) -> Any:
        """The context that runs the migration."""
        return self._migration_context or self.get_context()

    @property
    def impl(self) -> Any:
        """What emits DDL."""
        return self.migration_context.impl

    def invoke(self, operation: MigrateOperation) -> Any:
        """Runs an operation that is there as an object."""
        implementation = _implementation(type(operation))
        if implementation is not None:
            return implementation(self, operation)
        if isinstance(operation, _Known):
            data = operation.operation_data()
            return self._run(data.pop("kind"), **data)
        raise ValueError(f"no dispatch function for object: {operation}")

    def run_async(self, async_function: Any, *args: Any, **keywords: Any) -> Any:
        """Runs an asynchronous function with an asynchronous connection."""
        from _stillroom import loop
        from sqlalchemy.ext.asyncio import AsyncConnection

        return loop.run(async_function(AsyncConnection(self.get_bind()), *args, **keywords))

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        registered = _registered.get(name)
        if registered is not None:
            return lambda *args, **keywords: registered(self, *args, **keywords)
        near = difflib.get_close_matches(name, [*dir(type(self)), *_registered], 1)
        raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}" + (f". Did you mean: {near[0]!r}?" if near else ""))


class Operations(AbstractOperations):
    """``op``"""

    @classmethod
    @contextmanager
    def context(cls, migration_context: Any) -> Any:
        """Operations as a block."""
        yield cls(migration_context)

    @classmethod
    def register_operation(cls, name: str, sourcename: str | None = None) -> Any:
        """Adds an operation of the project's own: a class decorator."""

        def register(op_cls: Any) -> Any:
            method = getattr(op_cls, sourcename or name)
            _registered[name] = lambda operations, *args, **keywords: method(operations, *args, **keywords)
            return op_cls

        return register

    @classmethod
    def implementation_for(cls, op_cls: Any, replace: bool = False) -> Any:
        """Says how an operation of the project's own runs: a decorator."""

        def register(function: Any) -> Any:
            _implementations[op_cls] = function
            return function

        return register


class BatchOperations(AbstractOperations):
    """The operations on one table; the table's name is left out."""

    def __init__(self, table_name: str, schema: Any, collect: Callable[[Data], Any]) -> None:
        super().__init__(collect=collect)
        self.table_name = table_name
        self._schema: Data = {} if schema is None else {"schema": schema}

    def add_column(self, column: Any, *, insert_before: Any = None, insert_after: Any = None, **options: Any) -> None:  # type: ignore[override]
        return super().add_column(self.table_name, column, **{**self._schema, **options})

    def drop_column(self, column_name: str, **options: Any) -> None:  # type: ignore[override]
        return super().drop_column(self.table_name, column_name, **{**self._schema, **options})

    def alter_column(self, column_name: str, *, insert_before: Any = None, insert_after: Any = None, **options: Any) -> None:  # type: ignore[override]
        return super().alter_column(self.table_name, column_name, **{**self._schema, **options})

    def create_table_comment(self, comment: Any, **options: Any) -> None:  # type: ignore[override]
        return super().create_table_comment(self.table_name, comment, **{**self._schema, **options})

    def drop_table_comment(self, **options: Any) -> None:  # type: ignore[override]
        return super().drop_table_comment(self.table_name, **{**self._schema, **options})

    def create_primary_key(self, constraint_name: Any, columns: Any, **options: Any) -> None:  # type: ignore[override]
        return super().create_primary_key(constraint_name, self.table_name, columns, **{**self._schema, **options})

    def create_unique_constraint(self, constraint_name: Any, columns: Any, **options: Any) -> None:  # type: ignore[override]
        return super().create_unique_constraint(constraint_name, self.table_name, columns, **{**self._schema, **options})

    def create_check_constraint(self, constraint_name: Any, condition: Any, **options: Any) -> None:  # type: ignore[override]
        return super().create_check_constraint(constraint_name, self.table_name, condition, **{**self._schema, **options})

    def create_foreign_key(self, constraint_name: Any, referent_table: str, local_cols: Any, remote_cols: Any, **options: Any) -> None:  # type: ignore[override]
        schema = {} if not self._schema else {"source_schema": self._schema["schema"]}
        return super().create_foreign_key(constraint_name, self.table_name, referent_table, local_cols, remote_cols, **{**schema, **options})

    def create_exclude_constraint(self, constraint_name: Any, *elements: Any, **options: Any) -> None:  # type: ignore[override]
        return super().create_exclude_constraint(constraint_name, self.table_name, *elements, **{**self._schema, **options})

    def drop_constraint(self, constraint_name: Any, type_: Any = ..., **options: Any) -> None:  # type: ignore[override]
        return super().drop_constraint(constraint_name, self.table_name, type_, **{**self._schema, **options})

    def create_index(self, index_name: Any, columns: Any, **options: Any) -> None:  # type: ignore[override]
        return super().create_index(index_name, self.table_name, columns, **{**self._schema, **options})

    def drop_index(self, index_name: Any, **options: Any) -> None:  # type: ignore[override]
        options.setdefault("table_name", self.table_name)
        return super().drop_index(index_name, **{**self._schema, **options})


_registered: dict[str, Callable[..., Any]] = {}
_implementations: dict[Any, Callable[..., Any]] = {}


def _implementation(kind: Any) -> Any:
    for base in kind.__mro__:
        if base in _implementations:
            return _implementations[base]
    return None


def _encoded(value: Any, type_: Any) -> Any:
    if isinstance(value, ClauseElement):
        return {"kind": "text", "text": statement_text(value)}
    return encode_value(value if type_ is None else type_.bind_value(value))


def _with_defaults(row: Data, table: Any) -> Data:
    filled = dict(row)
    for column in table.c:
        default = getattr(column, "default", None)
        if default is not None and column.key not in filled and column.name not in filled:
            value = default.value()
            if value is not ...:
                filled[column.key] = value
    return filled


def _resolve_in(table: Any) -> Any:
    """A column that refers to a column of its own table takes that one's type."""

    def resolve(foreign_key: Any) -> Any:
        target, _, name = foreign_key.target_fullname.rpartition(".")
        return table.c.get(name) if target == table.fullname else None

    return resolve




for _name, _method in vars(AbstractOperations).items():
    # ``op.add_column()`` is a function of a module: a TypeError names it so.
    if not _name.startswith("_") and hasattr(_method, "__qualname__"):
        _method.__qualname__ = _name

operations = Operations()
