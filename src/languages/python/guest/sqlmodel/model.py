"""Models whose annotations are both fields and columns. Source: sqlmodel.main."""

from typing import Any

from sqlalchemy import types
from sqlalchemy.orm.annotated import TYPES, _type_for, without_none
from sqlalchemy.orm.declarative import _annotations, instrument, registry
from sqlalchemy.schema import Column, ForeignKey, MetaData, Table
from sqlmodel.sql.sqltypes import AutoString


class FieldInfo:
    """What ``Field()`` says."""

    def __init__(self, default: Any = ..., **options: Any) -> None:
        self.default = default
        self.options = options


def Field(default: Any = ..., **options: Any) -> Any:
    """A field, with what its column needs."""
    return FieldInfo(default, **options)


def Relationship(**options: Any) -> Any:
    """A reference from object to object; nothing loads it here."""
    return None


_registry = registry(metadata=MetaData(), type_annotation_map={str: AutoString})


class _Meta(type):
    def __new__(mcs, name: str, bases: Any, namespace: dict[str, Any], table: bool = False, **_: Any) -> Any:
        return super().__new__(mcs, name, bases, namespace)

    def __init__(cls, name: str, bases: Any, namespace: dict[str, Any], table: bool = False, **_: Any) -> None:
        super().__init__(name, bases, namespace)
        if table:
            _map(cls)


class SQLModel(metaclass=_Meta):
    """The base of models; with ``table=True`` a class has a table."""

    metadata = _registry.metadata
    _sa_registry = _registry
    model_config: Any = {}


def _map(cls: Any) -> None:
    fields: dict[str, tuple[Any, Any]] = {}
    for base in reversed(cls.__mro__):
        for key, annotation in _annotations(base).items() if base is not object else ():
            if not key.startswith("_") and key not in ("metadata", "model_config"):
                fields[key] = (annotation, next((one.__dict__[key] for one in base.__mro__ if key in one.__dict__), ...))
    columns = {}
    for key, (annotation, default) in fields.items():
        column = _column(key, annotation, default)
        if column is not None:
            columns[key] = column
    name = cls.__dict__.get("__tablename__") or cls.__name__.lower()
    args = getattr(cls, "__table_args__", ())
    options = args if isinstance(args, dict) else args[-1] if args and isinstance(args[-1], dict) else {}
    items = () if isinstance(args, dict) else tuple(one for one in args if not isinstance(one, dict))
    table = Table(name, cls.metadata, *columns.values(), *items, **options)
    type.__setattr__(cls, "__table__", table)
    instrument(cls, _registry, table, columns, {})


def _column(key: str, annotation: Any, default: Any) -> Column | None:
    info = default if isinstance(default, FieldInfo) else FieldInfo(default)
    options = info.options
    given = options.get("sa_column")
    if given is not None:
        return given.named(key)
    inner, optional = without_none(annotation)
    kind = options.get("sa_type") or _type_for(inner, inner, {**TYPES, str: AutoString})
    if kind is None:
        return None
    made = types.to_instance(kind)
    if isinstance(made, AutoString) and options.get("max_length"):
        made = AutoString(length=options["max_length"])
    parts = [ForeignKey(options["foreign_key"], ondelete=options.get("ondelete"))] if options.get("foreign_key") else []
    key_column = bool(options.get("primary_key"))
    nullable = options.get("nullable", optional and not key_column)
    extra = dict(options.get("sa_column_kwargs") or {})
    if options.get("index"):
        extra["index"] = True
    if options.get("unique"):
        extra["unique"] = True
    if key_column:
        extra["primary_key"] = True
    return Column(key, made, *parts, *options.get("sa_column_args", ()), nullable=nullable, **extra)
