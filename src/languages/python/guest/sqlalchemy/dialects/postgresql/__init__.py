"""PostgreSQL's own types and constructs. Source: sqlalchemy.dialects.postgresql."""

from typing import Any

from sqlalchemy import types as _types
from sqlalchemy.dialects.postgresql.dialect import PGDialect
from sqlalchemy.dialects.postgresql.constraint import ExcludeConstraint
from sqlalchemy.dialects.postgresql.dialect import PGDialect as dialect
from sqlalchemy.dialects.postgresql.ranges import Range
from sqlalchemy.sql.dml import Insert, insert
from sqlalchemy.sql.elements import ArrayLiteral as array
from sqlalchemy.sql.elements import Function, coerce
from sqlalchemy.types import (
    BIGINT,
    BOOLEAN,
    CHAR,
    DATE,
    DOUBLE_PRECISION,
    FLOAT,
    INTEGER,
    NUMERIC,
    REAL,
    SMALLINT,
    TEXT,
    UUID as _UUID,
    VARCHAR,
)


class _Plain(_types.TypeEngine):
    type_dialect = "postgresql"

    def __init__(self, *_: Any, **__: Any) -> None:
        self._set()


class UUID(_UUID):
    """UUID."""

    type_name = "UUID"


class JSON(_types.JSON):
    """JSON as text."""

    type_dialect = "postgresql"

    def __init__(self, none_as_null: bool = False, astext_type: Any = None) -> None:
        self._set(noneAsNull=none_as_null or None, astextType=None if astext_type is None else _types.to_instance(astext_type).type_data())


class JSONB(JSON):
    """Binary JSON, which can be indexed."""


class BYTEA(_types.LargeBinary):
    """Bytes."""

    type_dialect = "postgresql"


class HSTORE(_types.TypeEngine):
    """Keys and values; needs the extension hstore."""

    type_dialect = "postgresql"

    def __init__(self, text_type: Any = None) -> None:
        self._set(textType=None if text_type is None else _types.to_instance(text_type).type_data())


class BIT(_types.TypeEngine):
    """A string of bits."""

    type_dialect = "postgresql"

    def __init__(self, length: int | None = None, varying: bool = False) -> None:
        self._set(length=length, varying=varying or None)


class INTERVAL(_types.Interval):
    """A span of time."""

    type_dialect = "postgresql"

    def __init__(self, precision: int | None = None, fields: str | None = None) -> None:
        self._set(precision=precision, fields=fields)


class TIMESTAMP(_types.TIMESTAMP):
    """A point in time with a precision in digits of a second."""

    type_dialect = "postgresql"

    def __init__(self, timezone: bool = False, precision: int | None = None) -> None:
        self._set(timezone=timezone or None, precision=precision)


class TIME(_types.TIME):
    """A time of day with a precision in digits of a second."""

    type_dialect = "postgresql"

    def __init__(self, timezone: bool = False, precision: int | None = None) -> None:
        self._set(timezone=timezone or None, precision=precision)


class ARRAY(_types.ARRAY):
    """A list of values of one type."""

    type_dialect = "postgresql"


class NamedType(_types.TypeEngine, _types.SchemaType):
    """A type that is looked for before it is made or dropped. Source: sqlalchemy.dialects.postgresql.named_types."""

    def create(self, bind: Any, checkfirst: bool = True) -> None:
        super().create(bind, checkfirst)

    def drop(self, bind: Any, checkfirst: bool = True) -> None:
        super().drop(bind, checkfirst)


class ENUM(NamedType, _types.Enum):
    """An enumerated type; ``create_type=False`` uses one that is there."""

    type_dialect = "postgresql"

    def __init__(self, *enums: Any, name: str | None = None, create_type: bool = True, **options: Any) -> None:
        super().__init__(*enums, name=name, create_type=create_type, **options)
        self.create_type = create_type


class DOMAIN(NamedType):
    """A type with a condition."""

    type_dialect = "postgresql"

    def __init__(self, name: str, data_type: Any, *, collation: str | None = None, default: Any = None, constraint_name: str | None = None, not_null: bool | None = None, check: Any = None, create_type: bool = True, schema: str | None = None, **_: Any) -> None:
        from sqlalchemy.schema.sqltext import sql_data

        self.name = name
        self.data_type = _types.to_instance(data_type)
        checked = None if check is None else sql_data(check)
        self._set(
            domainName=name,
            dataType=self.data_type.type_data(),
            collation=collation,
            default=default if default is None or isinstance(default, str) else sql_data(default),
            constraintName=constraint_name,
            notNull=not_null,
            check=checked,
            createType=None if create_type else False,
            schema=schema,
        )


class JSONPATH(_Plain):
    """A path into a JSON document."""


class INET(_Plain):
    """An IP address."""


class CIDR(_Plain):
    """An IP network."""


class MACADDR(_Plain):
    """A hardware address."""


class MACADDR8(_Plain):
    """A hardware address of eight bytes."""


class MONEY(_Plain):
    """An amount of money."""


class TSVECTOR(_Plain):
    """A document prepared for text search."""


class TSQUERY(_Plain):
    """A text search query."""


class OID(_Plain):
    """An object identifier."""


class REGCLASS(_Plain):
    """A relation by name."""


class REGCONFIG(_Plain):
    """A text search configuration by name."""


class CITEXT(_types.TEXT):
    """Text without regard to case; needs the extension citext."""

    type_dialect = "postgresql"

    def __init__(self, *_: Any, **__: Any) -> None:
        self._set()


class INT4RANGE(_Plain):
    """A range of INTEGER."""


class INT4MULTIRANGE(_Plain):
    """Several ranges of INTEGER."""


class INT8RANGE(_Plain):
    """A range of BIGINT."""


class INT8MULTIRANGE(_Plain):
    """Several ranges of BIGINT."""


class NUMRANGE(_Plain):
    """A range of NUMERIC."""


class NUMMULTIRANGE(_Plain):
    """Several ranges of NUMERIC."""


class DATERANGE(_Plain):
    """A range of days."""


class DATEMULTIRANGE(_Plain):
    """Several ranges of days."""


class TSRANGE(_Plain):
    """A range of timestamps."""


class TSMULTIRANGE(_Plain):
    """Several ranges of timestamps."""


class TSTZRANGE(_Plain):
    """A range of timestamps with time zone."""


class TSTZMULTIRANGE(_Plain):
    """Several ranges of timestamps with time zone."""


PGUuid = UUID
PG_UUID = UUID


def to_tsvector(*clauses: Any) -> Function:
    """``to_tsvector(...)``"""
    return Function("to_tsvector", clauses, TSVECTOR())


def to_tsquery(*clauses: Any) -> Function:
    """``to_tsquery(...)``"""
    return Function("to_tsquery", clauses, TSQUERY())


def plainto_tsquery(*clauses: Any) -> Function:
    """``plainto_tsquery(...)``"""
    return Function("plainto_tsquery", clauses, TSQUERY())


def Any_(other: Any, arrexpr: Any) -> Any:
    """``other = ANY (array)``"""
    return coerce(arrexpr).any(other)


def array_agg(*clauses: Any) -> Function:
    """``array_agg(...)``"""
    return Function("array_agg", clauses)


def aggregate_order_by(target: Any, *order_by: Any) -> Any:
    """``target ORDER BY ...`` inside an aggregate"""
    from sqlalchemy.sql.elements import LiteralColumn
    from sqlalchemy.schema.sqltext import compiled

    return LiteralColumn(f"{compiled(coerce(target))} ORDER BY {', '.join(compiled(coerce(one)) for one in order_by)}")


__all__ = [name for name in dir() if not name.startswith("_") and name not in ("Any_", "Function", "coerce")]
