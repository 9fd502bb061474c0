"""SQLAlchemy's objects from the engine's data. Source: alembic.operations.schemaobj."""

from typing import Any

from sqlalchemy.schema import CheckConstraint, Column, Computed, ForeignKey, ForeignKeyConstraint, Identity, Index, MetaData, PrimaryKeyConstraint, Table, UniqueConstraint
from sqlalchemy.schema.reflect import type_from_data
from sqlalchemy.sql.elements import column as column_clause
from sqlalchemy.sql.elements import literal_column, text as text_clause
from sqlalchemy.sql.naming import conv


def text(name: Any) -> Any:
    """A name as text."""
    return name["name"] if isinstance(name, dict) else name


def name_of(name: Any) -> Any:
    """A name as an operation has it."""
    return conv(name["name"]) if isinstance(name, dict) and name.get("kind") == "f" else text(name)


def default(data: Any) -> Any:
    """A server default."""
    if data is None or isinstance(data, (str, bool)):
        return data
    if data["kind"] == "identity":
        return identity(data["identity"])
    if data["kind"] == "computed":
        return Computed(data["computed"]["sqltext"], data["computed"].get("persisted"))
    return text_clause(data.get("text", ""))


def identity(data: dict[str, Any]) -> Identity:
    """An identity."""
    made = Identity(always=data.get("always", False))
    made._data = data
    return made


def column(data: dict[str, Any]) -> Column:
    """A column."""
    options: dict[str, Any] = {}
    for key, name in (("nullable", "nullable"), ("primaryKey", "primary_key"), ("unique", "unique"), ("index", "index"), ("comment", "comment"), ("autoincrement", "autoincrement")):
        if key in data:
            options[name] = data[key]
    if "serverDefault" in data:
        options["server_default"] = default(data["serverDefault"])
    parts: list[Any] = [
        ForeignKey(one["target"], name=name_of(one.get("name")), ondelete=one.get("onDelete"), onupdate=one.get("onUpdate"), deferrable=one.get("deferrable"), initially=one.get("initially"), match=one.get("match"), use_alter=one.get("useAlter", False))
        for one in data.get("foreignKeys", [])
    ]
    if "identity" in data:
        parts.append(identity(data["identity"]))
    if "computed" in data:
        parts.append(Computed(data["computed"]["sqltext"], data["computed"].get("persisted")))
    parts += [constraint(one) for one in data.get("checks", [])]
    return Column(name_of(data["name"]), type_from_data(data["type"]), *parts, **options)


def constraint(data: dict[str, Any]) -> Any:
    """A constraint."""
    common = {"name": name_of(data.get("name")), "deferrable": data.get("deferrable"), "initially": data.get("initially")}
    if data["kind"] == "primaryKey":
        made: Any = PrimaryKeyConstraint(*data["columns"], **common)
    elif data["kind"] == "unique":
        made = UniqueConstraint(*data["columns"], **common)
    elif data["kind"] == "check":
        sql = data["sqltext"]
        made = CheckConstraint(sql if isinstance(sql, str) else text_clause(sql["text"]), **common)
    elif data["kind"] == "foreignKey":
        made = ForeignKeyConstraint(data["columns"], data["refs"], ondelete=data.get("onDelete"), onupdate=data.get("onUpdate"), match=data.get("match"), use_alter=data.get("useAlter", False), **common)
    else:
        from sqlalchemy.dialects.postgresql import ExcludeConstraint

        made = ExcludeConstraint(*((expression(one), operator) for one, operator in data["elements"]), using=data.get("using"), **common)
    made._dialect_options = {key: data[key] for key in ("nullsNotDistinct", "include", "notValid") if key in data}
    return made


def expression(data: Any) -> Any:
    """A part of an index."""
    if isinstance(data, str):
        return data
    if data["kind"] == "text":
        return text_clause(data["text"])
    if data["kind"] == "literalColumn":
        return literal_column(data["text"])
    made: Any = column_clause(data["name"])
    made = made.desc() if data.get("order") == "desc" else made.asc() if data.get("order") == "asc" else made
    return made.nulls_first() if data.get("nulls") == "first" else made.nulls_last() if data.get("nulls") == "last" else made


_INDEX_OPTIONS = {"using": "using", "where": "where", "include": "include", "ops": "ops", "with": "with", "tablespace": "tablespace", "concurrently": "concurrently", "nullsNotDistinct": "nulls_not_distinct"}


def index(data: dict[str, Any]) -> Index:
    """An index."""
    options = {f"postgresql_{name}": data[key] for key, name in _INDEX_OPTIONS.items() if key in data}
    where = options.get("postgresql_where")
    if isinstance(where, dict):
        options["postgresql_where"] = text_clause(where["text"])
    return Index(name_of(data["name"]), *(expression(one) for one in data["columns"]), unique=data.get("unique", False), **options)


def table(data: dict[str, Any]) -> Table:
    """A table in a MetaData of its own."""
    items = [*(column(one) for one in data["columns"]), *(constraint(one) for one in data["constraints"]), *(index(one) for one in data["indexes"])]
    return Table(name_of(data["name"]), MetaData(), *items, schema=data.get("schema"), comment=data.get("comment"))


def item(kind: str, data: Any) -> Any:
    """What ``render_item`` is asked about."""
    if kind == "column":
        return column(data)
    if kind == "server_default":
        return default(data)
    return constraint(data)
