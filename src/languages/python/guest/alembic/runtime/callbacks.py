"""Functions of env.py as the engine calls them: data in and out. Source: alembic.runtime.environment, engine/userFunctions.ts."""

from collections.abc import Callable
from typing import Any

target_metadata: Any = None

Function = Callable[..., Any]


class FunctionContext:
    """What a function gets as its context."""

    def __init__(self) -> None:
        from alembic.config import config
        from alembic.runtime.migration import MigrationContext

        self.config = config
        self.migration_context = MigrationContext.current
        self.opts = getattr(self.migration_context, "opts", {})
        self.imports: set[str] = set()
        self.metadata = target_metadata

    @property
    def dialect(self) -> Any:
        """PostgreSQL."""
        from sqlalchemy.dialects.postgresql.dialect import PGDialect

        return PGDialect()

    @property
    def connection(self) -> Any:
        """The connection."""
        return self.migration_context.bind

    bind = connection


def _table(name: str, schema: str | None) -> Any:
    metadatas = target_metadata if isinstance(target_metadata, (list, tuple)) else [target_metadata]
    for metadata in metadatas:
        if metadata is not None:
            found = metadata.find(name if schema is None else f"{schema}.{name}")
            if found is not None:
                return found
    return None


def object_from_data(data: Any, kind: str, reflected: bool) -> Any:
    """SQLAlchemy's object for the engine's data: the model's own where there is one."""
    from alembic.operations import schemaobj

    if data is None:
        return None
    place = data.get("table", data)
    own = None if reflected else _table(schemaobj.text(place["name"]), place.get("schema"))
    if kind == "table":
        return own if own is not None else schemaobj.table(data)
    if kind == "column" and own is not None:
        found = own.column_named(schemaobj.text(data["name"]))
        if found is not None:
            return found
    made = schemaobj.column(data) if kind == "column" else schemaobj.index(data) if kind == "index" else schemaobj.constraint(data)
    made.table = own if own is not None else schemaobj.table({"name": place["name"], "schema": place.get("schema"), "columns": [], "constraints": [], "indexes": []})
    if kind == "column":
        made.key = made.name
    return made


def _include_name(function: Function) -> Function:
    def call(name: Any, kind: str, parents: dict[str, Any]) -> bool:
        names = {"schemaName": "schema_name", "tableName": "table_name", "schemaQualifiedTableName": "schema_qualified_table_name"}
        return bool(function(name, kind, {names[key]: value for key, value in parents.items()}))

    return call


def _include_object(function: Function) -> Function:
    def call(data: Any, name: Any, kind: str, reflected: bool, other: Any) -> bool:
        return bool(function(object_from_data(data, kind, reflected), name, kind, reflected, object_from_data(other, kind, True)))

    return call


def _compare_type(function: Function) -> Function:
    def call(_: Any, inspected: Any, metadata: Any, inspected_type: Any, metadata_type: Any) -> Any:
        from sqlalchemy.schema.reflect import type_from_data

        column = object_from_data(metadata, "column", False)
        own_type = column.type if column is not None else type_from_data(metadata_type)
        answer = function(FunctionContext(), object_from_data(inspected, "column", True), column, type_from_data(inspected_type), own_type)
        return None if answer is None else bool(answer)

    return call


def _compare_server_default(function: Function) -> Function:
    def call(_: Any, inspected: Any, metadata: Any, inspected_default: Any, metadata_default: Any, rendered: Any) -> Any:
        column = object_from_data(metadata, "column", False)
        answer = function(FunctionContext(), object_from_data(inspected, "column", True), column, inspected_default, getattr(column, "server_default", None), rendered)
        return None if answer is None else bool(answer)

    return call


def _on_version_apply(function: Function) -> Function:
    def call(happening: dict[str, Any]) -> None:
        from alembic.runtime.environment import migration_arguments
        from alembic.runtime.migration import MigrationInfo

        function(ctx=FunctionContext().migration_context, step=MigrationInfo(happening["step"]), heads=set(happening["heads"]), run_args=dict(migration_arguments))

    return call


def _process_revision_directives(function: Function) -> Function:
    def call(_: Any, revision: list[str], given: list[dict[str, Any]]) -> list[dict[str, Any]]:
        from alembic.operations.ops import MigrationScript

        directives = [MigrationScript.from_data(one) for one in given]
        function(FunctionContext(), tuple(revision), directives)
        return [one.script_data() for one in directives]

    return call


def _render_item(function: Function) -> Function:
    def call(kind: str, data: Any) -> Any:
        from alembic.operations import schemaobj
        from sqlalchemy.schema.reflect import type_from_data

        context = FunctionContext()
        made = type_from_data(data) if kind == "type" else schemaobj.item(kind, data)
        answer = function(kind, made, context)
        if answer is False or answer is None:
            return answer
        return {"text": str(answer), "imports": sorted(context.imports)}

    return call


FUNCTIONS: dict[str, tuple[str, Callable[[Function], Function]]] = {
    "include_name": ("includeName", _include_name),
    "include_object": ("includeObject", _include_object),
    "compare_type": ("compareType", _compare_type),
    "compare_server_default": ("compareServerDefault", _compare_server_default),
    "on_version_apply": ("onVersionApply", _on_version_apply),
    "process_revision_directives": ("processRevisionDirectives", _process_revision_directives),
    "render_item": ("renderItem", _render_item),
}
