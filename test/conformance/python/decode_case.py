"""A case's metadata, built by SQLAlchemy's own names. The format is that of the recorded cases."""

import json
import pathlib
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql
from sqlalchemy.sql.elements import quoted_name


def name(value: Any) -> Any:
    if isinstance(value, dict):
        return sa.schema.conv(value["f"]) if "f" in value else quoted_name(value["quoted_name"], value["quote"])
    return value


def text(value: Any) -> Any:
    if not isinstance(value, dict):
        return value
    if "fetched_value" in value:
        return sa.FetchedValue()
    made = sa.text(value["text"])
    return made.bindparams(**value["bindparams"]) if "bindparams" in value else made


def type_(value: dict[str, Any]) -> Any:
    data = dict(value)
    variants = data.pop("variants", {})
    kind = getattr(postgresql if data.pop("dialect", None) else sa, data.pop("name"))
    arguments: list[Any] = []
    if "values" in data:
        arguments = data.pop("values")
    if "enum_name" in data:
        data["name"] = data.pop("enum_name")
    if "constraint_name" in data and "domain_name" not in data:
        data["name"] = data.pop("constraint_name")
    if "item" in data:
        arguments = [type_(data.pop("item"))]
    if "domain_name" in data:
        arguments = [data.pop("domain_name"), type_(data.pop("data_type"))]
        for key in ("check", "default"):
            if key in data:
                data[key] = text(data[key])
    for key in ("astext_type", "text_type"):
        if key in data:
            data[key] = type_(data[key])
    made = kind(*arguments, **data)
    for dialect, variant in variants.items():
        made = made.with_variant(type_(variant), dialect)
    return made


def expression(value: Any) -> Any:
    if isinstance(value, str):
        return value
    if "text" in value:
        return sa.text(value["text"])
    if "literal_column" in value:
        return sa.literal_column(value["literal_column"])
    made: Any = sa.column(value["column"])
    made = made.desc() if value.get("desc") else made.asc() if value.get("asc") else made
    nulls = value.get("nulls")
    return made.nulls_first() if nulls == "first" else made.nulls_last() if nulls == "last" else made


def column(value: dict[str, Any]) -> sa.Column:
    data = dict(value)
    parts: list[Any] = [sa.ForeignKey(one["target"], **named(one, "target")) for one in data.pop("foreign_keys", [])]
    parts += [sa.CheckConstraint(text(one["sqltext"]), name=name(one.get("name"))) for one in data.pop("checks", [])]
    if "identity" in data:
        parts.append(sa.Identity(**data.pop("identity")))
    if "computed" in data:
        parts.append(sa.Computed(**data.pop("computed")))
    if "server_default" in data:
        data["server_default"] = text(data["server_default"])
    return sa.Column(name(data.pop("name")), type_(data.pop("type")), *parts, **data)


def named(value: dict[str, Any], *without: str) -> dict[str, Any]:
    return {key: name(one) if key == "name" else one for key, one in value.items() if key not in without}


def constraint(value: dict[str, Any]) -> Any:
    kind = value["kind"]
    if kind == "primary_key":
        return sa.PrimaryKeyConstraint(*value["columns"], **named(value, "kind", "columns"))
    if kind == "unique":
        return sa.UniqueConstraint(*value["columns"], **named(value, "kind", "columns"))
    if kind == "check":
        return sa.CheckConstraint(text(value["sqltext"]), **named(value, "kind", "sqltext"))
    if kind == "foreign_key":
        return sa.ForeignKeyConstraint(value["columns"], value["refs"], **named(value, "kind", "columns", "refs"))
    data = named(value, "kind", "elements")
    if "where" in data:
        data["where"] = text(data["where"])
    elements = [(expression(one) if not isinstance(one, str) else sa.text(one), operator) for one, operator in value["elements"]]
    return postgresql.ExcludeConstraint(*elements, **data)


def index(value: dict[str, Any]) -> sa.Index:
    data = named(value, "name", "columns")
    if "postgresql_where" in data:
        data["postgresql_where"] = text(data["postgresql_where"])
    return sa.Index(name(value["name"]), *(expression(one) for one in value["columns"]), **data)


def metadata(value: dict[str, Any]) -> sa.MetaData:
    made = sa.MetaData(**{key: one for key, one in value.items() if key != "tables"})
    for data in value["tables"]:
        items = [
            *map(column, data.get("columns", [])),
            *map(constraint, data.get("constraints", [])),
            *map(index, data.get("indexes", [])),
        ]
        options = {key: one for key, one in data.items() if key not in ("name", "columns", "constraints", "indexes")}
        sa.Table(name(data["name"]), made, *items, **options)
    return made


target_metadata = metadata(json.loads(pathlib.Path("/project/case.json").read_text()))
