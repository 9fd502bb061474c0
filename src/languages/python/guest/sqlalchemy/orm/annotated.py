"""Columns by annotation: ``title: Mapped[str] = mapped_column(String(200))``. Source: sqlalchemy.orm."""

import datetime
import decimal
import enum
import types as python_types
import typing
import uuid
from typing import TYPE_CHECKING, Any, Generic, TypeVar, overload

from sqlalchemy import types
from sqlalchemy.exc import ArgumentError
from sqlalchemy.schema import Column, ForeignKey, Identity

if TYPE_CHECKING:
    from sqlalchemy.sql.elements import ColumnElement

T = TypeVar("T")


if TYPE_CHECKING:

    class Mapped(ColumnElement, Generic[T]):
        """The type of an attribute that is a column or a relationship."""

        @overload
        def __get__(self, instance: None, owner: Any) -> "Mapped[T]": ...
        @overload
        def __get__(self, instance: object, owner: Any) -> T: ...
        def __get__(self, instance: object | None, owner: Any) -> "Mapped[T] | T": ...
        def __set__(self, instance: object, value: T) -> None: ...

else:

    class Mapped(Generic[T]):
        """The type of an attribute that is a column or a relationship."""


class DynamicMapped(Mapped[T]):
    """A relationship that is read by a query."""


class WriteOnlyMapped(Mapped[T]):
    """A relationship that is only written."""


# Source: sqlalchemy.sql.sqltypes._type_map, sqlalchemy.orm.registry.type_annotation_map.
TYPES: dict[Any, Any] = {
    bool: types.Boolean,
    bytes: types.LargeBinary,
    datetime.date: types.Date,
    datetime.datetime: types.DateTime,
    datetime.time: types.Time,
    datetime.timedelta: types.Interval,
    decimal.Decimal: types.Numeric,
    float: types.Float,
    int: types.Integer,
    str: types.String,
    uuid.UUID: types.Uuid,
}


class MappedColumn:
    """What ``mapped_column()`` gives: a column whose type and NULL may come from the annotation."""

    def __init__(self, *args: Any, **options: Any) -> None:
        for name in ("init", "repr", "default_factory", "compare", "kw_only", "hash", "deferred", "deferred_group", "deferred_raiseload", "active_history", "use_existing_column", "dataclass_metadata"):
            options.pop(name, None)
        self._args, self._options = args, options

    def column(self, key: str, annotation: Any, type_map: dict[Any, Any]) -> Column:
        """The column of an attribute."""
        column = Column(*self._args, **self._options)
        if annotation is not None:
            _apply(column, annotation, "nullable" in self._options, type_map, key)
        return column.named(key)


def _apply(column: Column, annotation: Any, nullable_given: bool, type_map: dict[Any, Any], key: str) -> None:
    inner, optional = without_none(annotation)
    extras: tuple[Any, ...] = ()
    given_type = inner
    if typing.get_origin(inner) is typing.Annotated:
        inner, *rest = typing.get_args(inner)
        extras = tuple(rest)
        inner, inner_optional = without_none(inner)
        optional = optional or inner_optional
    for extra in extras:
        _merge(column, extra)
    if not nullable_given and not column.primary_key and column._nullable is ...:
        column.nullable = optional
    if isinstance(column.type, types.NullType) and not column.foreign_keys or isinstance(column.type, types.NullType) and _known(given_type, inner, type_map):
        found = _type_for(given_type, inner, type_map)
        if found is not None:
            column.type = types.to_instance(found)
        elif not column.foreign_keys:
            raise ArgumentError(
                f"Could not locate SQLAlchemy Core type when resolving for Python type {inner!r} for attribute {key!r}; "
                "give the type: mapped_column(String)"
            )


def _known(given: Any, inner: Any, type_map: dict[Any, Any]) -> bool:
    return _type_for(given, inner, type_map) is not None


def _type_for(given: Any, inner: Any, type_map: dict[Any, Any]) -> Any:
    for candidate in (given, inner):
        try:
            if candidate in type_map:
                return type_map[candidate]
        except TypeError:
            continue
    if isinstance(inner, type) and issubclass(inner, enum.Enum):
        return type_map.get(enum.Enum) or types.Enum(inner)
    if typing.get_origin(inner) is typing.Literal:
        return types.Enum(*typing.get_args(inner), native_enum=False)
    if isinstance(inner, typing.NewType):
        return _type_for(inner.__supertype__, inner.__supertype__, type_map)
    if isinstance(inner, typing.TypeAliasType):
        return _type_for(inner.__value__, without_none(inner.__value__)[0], type_map)
    origin = typing.get_origin(inner)
    if origin in type_map:
        return type_map[origin]
    for base in getattr(inner, "__mro__", ()):
        if base in type_map:
            return type_map[base]
        if base in TYPES:
            return TYPES[base]
    return None


def _merge(column: Column, extra: Any) -> None:
    """What ``Annotated[int, mapped_column(primary_key=True)]`` says beside the type."""
    if isinstance(extra, types.TypeEngine) or isinstance(extra, type) and issubclass(extra, types.TypeEngine):
        if isinstance(column.type, types.NullType):
            column.type = types.to_instance(extra)
    elif isinstance(extra, MappedColumn):
        template = Column(*extra._args, **extra._options)
        for name in ("unique", "index", "server_default", "default", "onupdate", "comment", "identity", "computed"):
            if getattr(column, name, None) is None and getattr(template, name) is not None:
                setattr(column, name, getattr(template, name))
        for name, value in template._options.items():
            column._options.setdefault(name, value)
        column.primary_key = column.primary_key or template.primary_key
        if column._nullable is ...:
            column._nullable = template._nullable
        if isinstance(column.type, types.NullType):
            column.type = template.type
        if not column.foreign_keys:
            for one in template.foreign_keys:
                one._copy()._attach_to(column)
    elif isinstance(extra, (ForeignKey, Identity)):
        (extra._copy() if isinstance(extra, ForeignKey) else extra)._attach_to(column)


def without_none(annotation: Any) -> tuple[Any, bool]:
    """``X`` and whether ``None`` was possible, for ``X | None`` and ``Optional[X]``."""
    if typing.get_origin(annotation) in (typing.Union, python_types.UnionType):
        args = [arg for arg in typing.get_args(annotation) if arg is not type(None)]
        optional = len(args) < len(typing.get_args(annotation))
        return (args[0] if len(args) == 1 else typing.Union[tuple(args)], optional)
    return annotation, False


def mapped_column(*args: Any, **options: Any) -> Any:
    """A column of a model."""
    return MappedColumn(*args, **options)


def column_property(column: Any, *_: Any, **__: Any) -> Any:
    """A column, or an expression that the table does not have."""
    return column if isinstance(column, Column) else ExpressionProperty(column)


def deferred(column: Any, *_: Any, **__: Any) -> Any:
    """A column that is loaded late."""
    return column


def query_expression(*_: Any, **__: Any) -> Any:
    """An expression that a query gives."""
    return ExpressionProperty(None)


class ExpressionProperty:
    """An attribute that is no column of the table."""

    def __init__(self, expression: Any) -> None:
        self.expression = expression


class InstrumentedAttribute:
    """A column as attribute of a class (an expression) and of an object (a value)."""

    def __init__(self, owner: Any, key: str, column: Column) -> None:
        self.class_ = owner
        self.key = key
        self.property = self
        self._column = column

    def __get__(self, instance: Any, owner: Any = None) -> Any:
        if instance is None:
            return self
        return instance.__dict__.get(self.key)

    def __set__(self, instance: Any, value: Any) -> None:
        instance.__dict__[self.key] = value
        changed = instance.__dict__.get("_changed")
        if changed is not None:
            changed.add(self.key)

    def __clause_element__(self) -> Column:
        return self._column

    @property
    def columns(self) -> list[Column]:
        """The column."""
        return [self._column]

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return getattr(self._column, name)

    __hash__ = object.__hash__


def _forward(name: str) -> Any:
    def call(self: InstrumentedAttribute, *args: Any) -> Any:
        return getattr(self._column, name)(*args)

    call.__name__ = name
    return call


for _name in ("eq", "ne", "lt", "le", "gt", "ge", "add", "radd", "sub", "rsub", "mul", "rmul", "truediv", "mod", "neg", "and", "or", "invert", "getitem"):
    setattr(InstrumentedAttribute, f"__{_name}__", _forward(f"__{_name}__"))
