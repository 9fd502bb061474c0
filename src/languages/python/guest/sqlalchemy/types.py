"""Column types. Each holds its arguments as the engine's data. Source: sqlalchemy.types, FORMAT of sqlType.ts."""

import enum
from collections import abc
from typing import Any, Self

from sqlalchemy.util.langhelpers import generic_repr

Data = dict[str, Any]


class TypeEngine:
    """A column's type with its arguments, such as ``String(200)``."""

    type_name: str = ""
    type_dialect: str | None = None
    python_type: type = object

    def __init__(self) -> None:
        self._arguments: Data = {}
        self._variants: dict[str, "TypeEngine"] = {}

    def __new__(cls, *_: Any, **__: Any) -> Self:
        self = super().__new__(cls)
        self._arguments = {}
        self._variants = {}
        return self

    def type_data(self) -> Data:
        """The type as the engine takes it."""
        data: Data = {"name": self.type_name or _own_home(type(self)).__name__}
        if self.type_dialect is not None:
            data["dialect"] = self.type_dialect
        data.update(self._arguments)
        data.update(_own_data(self))
        # A type that only another dialect has is nothing to PostgreSQL.
        variants = {dialect: one for dialect, one in self._variants.items() if one.type_dialect in (None, "postgresql")}
        if variants:
            data["variants"] = {dialect: variant.type_data() for dialect, variant in variants.items()}
        return data

    def with_variant(self, type_: "TypeEngine | type[TypeEngine]", *dialect_names: str) -> "TypeEngine":
        """Another type for the dialects that are named; here only ``postgresql`` has an effect."""
        copied = self.copy()
        copied._variants = {**self._variants, **{name: to_instance(type_) for name in dialect_names}}
        return copied

    def copy(self, **_: Any) -> "TypeEngine":
        """The same type once more."""
        copied = object.__new__(type(self))
        copied.__dict__.update(self.__dict__)
        return copied

    def dialect_impl(self, dialect: Any) -> "TypeEngine":
        """The type itself: there is one dialect."""
        return self

    def load_dialect_impl(self, dialect: Any) -> "TypeEngine":
        """The type itself: there is one dialect."""
        return self

    def adapt(self, cls: type, **_: Any) -> "TypeEngine":
        """The same as another class."""
        adapted = object.__new__(cls)
        adapted.__dict__.update(self.__dict__)
        return adapted

    def compile(self, dialect: Any = None) -> str:
        """The type as SQL."""
        from _stillroom.host import call_host

        return call_host("compileType", {"type": self.type_data()})

    def bind_value(self, value: Any) -> Any:
        """A value on its way into the database."""
        return value

    def result_value(self, value: Any) -> Any:
        """A value on its way out of the database."""
        return value

    def _set(self, **arguments: Any) -> None:
        self._arguments = {name: value for name, value in arguments.items() if value is not None}

    def __getattr__(self, name: str) -> Any:
        arguments = self.__dict__.get("_arguments", {})
        camel = _camel(name)
        if camel in arguments:
            return arguments[camel]
        if name in _ARGUMENT_NAMES:
            return None
        raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")

    def __repr__(self) -> str:
        if _own_home(type(self)) is not type(self):
            return generic_repr(self)
        from _stillroom.host import call_host

        return call_host("describeType", {"type": self.type_data()})

    def __str__(self) -> str:
        return self.compile()


_ARGUMENT_NAMES = {"length", "precision", "scale", "timezone", "collation", "schema", "name", "item_type"}


def _camel(name: str) -> str:
    first, *rest = name.split("_")
    return first + "".join(word.capitalize() for word in rest)


def _own_home(kind: type) -> type:
    """The class of SQLAlchemy's that a class of the project's derives from; SQLAlchemy's own are their own."""
    return next(base for base in kind.__mro__ if base.__module__.partition(".")[0] == "sqlalchemy")


_own_types: list[TypeEngine] = []


def _own_data(made: TypeEngine) -> Data:
    """What the engine needs to write a type of the project's own into a revision, and to ask about it; nothing for SQLAlchemy's own."""
    if _own_home(type(made)) is type(made):
        return {}
    handle = next((index for index, one in enumerate(_own_types) if one is made), None)
    if handle is None:
        handle = len(_own_types)
        _own_types.append(made)
    return {"own": {"module": type(made).__module__, "text": repr(made), "handle": handle}}


def own_type(data: Data) -> TypeEngine | None:
    """The object that the engine's data came from, where it is one of the project's own."""
    own = data.get("own")
    return None if own is None else _own_types[own["handle"]]


def to_instance(type_: Any) -> TypeEngine:
    """A type from a type or its bare class. Source: sqlalchemy.types.to_instance."""
    if type_ is None:
        return NullType()
    if isinstance(type_, type) and issubclass(type_, TypeEngine):
        return type_()
    if isinstance(type_, TypeEngine):
        return type_
    if callable(type_):
        return to_instance(type_())
    from sqlalchemy.exc import ArgumentError

    raise ArgumentError(f"expected a column type such as Integer or String(200), not {type_!r}")


class NullType(TypeEngine):
    """A type that is not known."""


NULLTYPE = NullType


class Concatenable:
    """A type whose values ``+`` joins."""


class Indexable:
    """A type whose values have parts."""


class SchemaType:
    """A type that is an object of the database of its own."""

    def create(self, bind: Any, checkfirst: bool = False) -> None:
        """CREATE TYPE. Source: sqlalchemy.sql.sqltypes.SchemaType; those of the dialect look first."""
        from sqlalchemy.schema_types import create_type

        create_type(self, bind, checkfirst)

    def drop(self, bind: Any, checkfirst: bool = False) -> None:
        """DROP TYPE."""
        from sqlalchemy.schema_types import drop_type

        drop_type(self, bind, checkfirst)


class _Number(TypeEngine):
    python_type = int

    def __init__(self) -> None:
        self._set()


class String(TypeEngine, Concatenable):
    """Text: VARCHAR, or VARCHAR(length)."""

    python_type = str

    def __init__(self, length: int | None = None, collation: str | None = None) -> None:
        self._set(length=length, collation=collation)


class DateTime(TypeEngine):
    """A point in time: TIMESTAMP."""

    def __init__(self, timezone: bool = False) -> None:
        self._set(timezone=timezone or None)


class Numeric(TypeEngine):
    """An exact number: NUMERIC(precision, scale)."""

    def __init__(self, precision: int | None = None, scale: int | None = None, decimal_return_scale: int | None = None, asdecimal: bool = True) -> None:
        self._set(precision=precision, scale=scale, asdecimal=None if asdecimal else False)

    def result_value(self, value: Any) -> Any:
        return float(value) if value is not None and self._arguments.get("asdecimal") is False else value


class Float(Numeric):
    """An approximate number: FLOAT."""

    def __init__(self, precision: int | None = None, asdecimal: bool = False, decimal_return_scale: int | None = None) -> None:
        self._set(precision=precision, asdecimal=True if asdecimal else None)

    def result_value(self, value: Any) -> Any:
        return None if value is None else float(value)


class LargeBinary(TypeEngine):
    """Bytes: BYTEA."""

    python_type = bytes

    def __init__(self, length: int | None = None) -> None:
        self._set(length=length)


class Boolean(TypeEngine):
    """True or false."""

    python_type = bool

    def __init__(self, create_constraint: bool = False, name: str | None = None, **_: Any) -> None:
        self._set(createConstraint=create_constraint or None, constraintName=name)


class Interval(TypeEngine):
    """A span of time."""

    def __init__(self, native: bool = True, second_precision: int | None = None, day_precision: int | None = None) -> None:
        self._set(native=None if native else False, secondPrecision=second_precision, dayPrecision=day_precision)


class Uuid(TypeEngine):
    """A universally unique identifier."""

    def __init__(self, as_uuid: bool = True, native_uuid: bool = True) -> None:
        self._set(asUuid=None if as_uuid else False, nativeUuid=None if native_uuid else False)

    def result_value(self, value: Any) -> Any:
        import uuid

        if value is None or self._arguments.get("asUuid") is False or isinstance(value, uuid.UUID):
            return value
        return uuid.UUID(value)


class JSON(TypeEngine, Indexable):
    """A JSON document."""

    NULL = "JSON_NULL"

    def __init__(self, none_as_null: bool = False) -> None:
        self._set(noneAsNull=none_as_null or None)

    def bind_value(self, value: Any) -> Any:
        from sqlalchemy.sql.values import JsonValue

        return None if value is None and self._arguments.get("noneAsNull") else JsonValue(value)


class Enum(TypeEngine, SchemaType):
    """One of several words. PostgreSQL makes a type of the given name."""

    python_type = str

    def __init__(
        self,
        *enums: Any,
        create_constraint: bool = False,
        metadata: Any = None,
        name: str | None = None,
        native_enum: bool = True,
        length: int | None = None,
        schema: str | None = None,
        quote: bool | None = None,
        inherit_schema: bool = False,
        validate_strings: bool = False,
        values_callable: abc.Callable[[Any], abc.Sequence[str]] | None = None,
        sort_key_function: Any = None,
        omit_aliases: bool = True,
        create_type: bool | None = None,
        _create_events: bool = True,
        **_: Any,
    ) -> None:
        self.enum_class: type[enum.Enum] | None = None
        self._by_value: dict[str, Any] = {}
        self.metadata = metadata
        if len(enums) == 1 and isinstance(enums[0], type) and issubclass(enums[0], enum.Enum):
            self.enum_class = enums[0]
            values = list(values_callable(enums[0])) if values_callable is not None else list(enums[0].__members__)
            self._by_value = dict(zip(values, enums[0].__members__.values()))
            name = name or enums[0].__name__.lower()
        elif len(enums) == 1 and isinstance(enums[0], (list, tuple)):
            values = list(enums[0])
        else:
            values = list(enums)
        self.enums = values
        self.name = name
        self._set(
            values=values,
            enumName=name,
            schema=schema if schema is not None else getattr(metadata, "schema", None),
            inheritSchema=inherit_schema or None,
            nativeEnum=None if native_enum else False,
            createConstraint=create_constraint or None,
            length=length,
            createType=None if create_type in (None, True) else False,
        )

    def bind_value(self, value: Any) -> Any:
        if isinstance(value, enum.Enum):
            for text, member in self._by_value.items():
                if member is value:
                    return text
            return value.name
        return value

    def result_value(self, value: Any) -> Any:
        return self._by_value.get(value, value) if self.enum_class is not None else value


class ARRAY(TypeEngine, SchemaType):
    """A list of values of one type."""

    python_type = list

    def __init__(self, item_type: Any, as_tuple: bool = False, dimensions: int | None = None, zero_indexes: bool = False) -> None:
        self.item_type = to_instance(item_type)
        self._set(item=self.item_type.type_data(), dimensions=dimensions, asTuple=True if as_tuple else None)

    def create(self, bind: Any, checkfirst: bool = False) -> None:
        if isinstance(self.item_type, SchemaType):
            self.item_type.create(bind, checkfirst)


class TypeDecorator(TypeEngine):
    """A type of the project's own around another one."""

    impl: Any = None
    cache_ok: bool | None = None

    def __init__(self, *args: Any, **keywords: Any) -> None:
        self.impl = self.impl if isinstance(self.impl, TypeEngine) else self.impl(*args, **keywords)

    @property
    def impl_instance(self) -> TypeEngine:
        """The type that it is around."""
        return to_instance(self.impl)

    @property
    def _database_type(self) -> TypeEngine:
        """The type that the database gets."""
        from sqlalchemy.dialects import postgresql

        return to_instance(self.load_dialect_impl(postgresql.dialect()))

    def load_dialect_impl(self, dialect: Any) -> TypeEngine:
        return self.impl_instance

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return getattr(self.impl_instance, name)

    def __repr__(self) -> str:
        return generic_repr(self, self.impl_instance)

    def type_data(self) -> Data:
        data = {**self._database_type.type_data(), **_own_data(self)}
        if self._variants:
            data["variants"] = {dialect: variant.type_data() for dialect, variant in self._variants.items()}
        return data

    def bind_value(self, value: Any) -> Any:
        process = getattr(self, "process_bind_param", None)
        if process is not None:
            from sqlalchemy.dialects import postgresql

            value = process(value, postgresql.dialect())
        return self._database_type.bind_value(value)

    def result_value(self, value: Any) -> Any:
        value = self._database_type.result_value(value)
        process = getattr(self, "process_result_value", None)
        if process is None:
            return value
        from sqlalchemy.dialects import postgresql

        return process(value, postgresql.dialect())


class UserDefinedType(TypeEngine):
    """A type of the project's own, which says its SQL by ``get_col_spec()``."""

    cache_ok: bool | None = None

    def __init__(self, *_: Any, **__: Any) -> None:
        self._set()

    def type_data(self) -> Data:
        return {"name": self.get_col_spec(), **_own_data(self)}

    def get_col_spec(self, **_: Any) -> str:
        """The type as SQL."""
        raise NotImplementedError(f"{type(self).__name__} needs get_col_spec(), which says its SQL")


class PickleType(TypeEngine):
    """A pickled Python object: BYTEA."""

    def __init__(self, *_: Any, **__: Any) -> None:
        self._set()

    def bind_value(self, value: Any) -> Any:
        import pickle

        return None if value is None else pickle.dumps(value)


class MatchType(Boolean):
    """Whether a text search matches."""


class Integer(_Number):
    """A 32-bit whole number."""


class BigInteger(Integer):
    """A 64-bit whole number."""


class SmallInteger(Integer):
    """A 16-bit whole number."""


class Text(String):
    """Text without a length."""


class Unicode(String):
    """As ``String``."""


class UnicodeText(Text):
    """As ``Text``."""


class Double(Float):
    """DOUBLE PRECISION."""


class Date(_Number):
    """A calendar day."""


class Time(DateTime):
    """A time of day."""


class VARCHAR(String):
    """VARCHAR(length)."""


class NVARCHAR(Unicode):
    """NVARCHAR(length)."""


class CHAR(String):
    """CHAR(length)."""


class NCHAR(Unicode):
    """NCHAR(length)."""


class TEXT(Text):
    """TEXT."""


class CLOB(Text):
    """CLOB."""


class BLOB(LargeBinary):
    """BLOB."""


class BINARY(LargeBinary):
    """BINARY."""


class VARBINARY(LargeBinary):
    """VARBINARY."""


class INTEGER(Integer):
    """INTEGER."""


class BIGINT(BigInteger):
    """BIGINT."""


class SMALLINT(SmallInteger):
    """SMALLINT."""


class NUMERIC(Numeric):
    """NUMERIC(precision, scale)."""


class DECIMAL(Numeric):
    """DECIMAL(precision, scale)."""


class FLOAT(Float):
    """FLOAT(precision)."""


class REAL(Float):
    """REAL."""


class DOUBLE(Double):
    """DOUBLE."""


class DOUBLE_PRECISION(Double):
    """DOUBLE PRECISION."""


class BOOLEAN(Boolean):
    """BOOLEAN."""


class DATE(Date):
    """DATE."""


class DATETIME(DateTime):
    """DATETIME; PostgreSQL has TIMESTAMP instead."""


class TIME(Time):
    """TIME."""


class TIMESTAMP(DateTime):
    """TIMESTAMP."""


class UUID(Uuid):
    """UUID."""


INT = INTEGER


def type_of_value(value: Any) -> TypeEngine:
    """The type that SQLAlchemy takes for a value that came without one. Source: sqlalchemy.sql.sqltypes._type_map."""
    import datetime
    import decimal
    import uuid

    for kind, made in (
        (bool, Boolean),
        (int, Integer),
        (float, Float),
        (str, String),
        (bytes, LargeBinary),
        (decimal.Decimal, Numeric),
        (datetime.datetime, DateTime),
        (datetime.date, Date),
        (datetime.time, Time),
        (datetime.timedelta, Interval),
        (uuid.UUID, Uuid),
    ):
        if isinstance(value, kind):
            return made()
    return NullType()


__all__ = [
    name
    for name, value in list(globals().items())
    if isinstance(value, type) and issubclass(value, (TypeEngine, SchemaType)) and not name.startswith("_")
]
