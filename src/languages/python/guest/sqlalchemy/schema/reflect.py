"""Tables from what the database has. Source: sqlalchemy.schema.Table, ``autoload_with``."""

import re
from typing import Any

from sqlalchemy import types
from sqlalchemy.sql.elements import text


def type_from_data(data: dict[str, Any]) -> types.TypeEngine:
    """A type from the engine's data."""
    from sqlalchemy.dialects import postgresql

    own = types.own_type(data)
    if own is not None:
        return own
    home = postgresql if data.get("dialect") == "postgresql" else types
    kind = getattr(home, data["name"], None) or getattr(types, data["name"], types.NullType)
    made: types.TypeEngine = object.__new__(kind)
    made._variants = {}
    made._arguments = {name: value for name, value in data.items() if name not in ("name", "dialect", "variants")}
    if "values" in data:
        made.enums = data["values"]
        made.name = data.get("enumName")
        made.enum_class = None
        made._by_value = {}
    if "item" in data:
        made.item_type = type_from_data(data["item"])
    return made


def reflect_table(table: Any, bind: Any) -> None:
    """Fills a table with the columns and constraints that the database has."""
    from sqlalchemy.engine.inspector import Inspector
    from sqlalchemy.schema.column import Column
    from sqlalchemy.schema.constraint import ForeignKey, UniqueConstraint
    from sqlalchemy.schema.index import Index

    inspector = Inspector(bind)
    name, schema = str(table.name), table.schema
    key = inspector.get_pk_constraint(name, schema)["constrained_columns"]
    references = {
        one["constrained_columns"][0]: one for one in inspector.get_foreign_keys(name, schema) if len(one["constrained_columns"]) == 1
    }
    for column in inspector.get_columns(name, schema):
        parts = []
        reference = references.get(column["name"])
        if reference is not None:
            target = ".".join(filter(None, [reference["referred_schema"], reference["referred_table"], reference["referred_columns"][0]]))
            parts.append(ForeignKey(target, name=reference["name"], ondelete=reference["options"].get("ondelete")))
        options: dict[str, Any] = {"nullable": column["nullable"], "primary_key": column["name"] in key}
        if column["default"] is not None:
            options["server_default"] = text(re.sub(r"(?<!:):(?!:)", r"\:", column["default"]))
        table.append_column(Column(column["name"], column["type"], *parts, **options))
    for unique in inspector.get_unique_constraints(name, schema):
        table.append_constraint(UniqueConstraint(*unique["column_names"], name=unique["name"]))
    for index in inspector.get_indexes(name, schema):
        if all(index["column_names"]):
            table.append_index(Index(index["name"], *index["column_names"], unique=index["unique"]))


def reflect_metadata(metadata: Any, bind: Any, schema: str | None, only: Any) -> None:
    """Reads all tables of a schema."""
    from sqlalchemy.engine.inspector import Inspector
    from sqlalchemy.schema.table import Table

    for name in Inspector(bind).get_table_names(schema):
        wanted = only is None or (only(name, metadata) if callable(only) else name in only)
        key = name if schema is None else f"{schema}.{name}"
        if wanted and key not in metadata.tables:
            Table(name, metadata, autoload_with=bind, **({} if schema is None else {"schema": schema}))
