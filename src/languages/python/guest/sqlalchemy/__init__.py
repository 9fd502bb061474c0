"""SQLAlchemy as far as models, env.py and revisions need it; the in-browser PostgreSQL does the rest."""

from typing import TYPE_CHECKING, Any

from _stillroom.missing import missing_attribute as _missing_attribute
from sqlalchemy import event, exc, pool, types
from sqlalchemy.engine import URL, Connection, CursorResult, Engine, Inspector, Result, Row, create_engine, create_mock_engine, engine_from_config, make_url
from sqlalchemy.inspection import inspect
from sqlalchemy.schema import (
    DDL,
    CheckConstraint,
    Column,
    ColumnDefault,
    Computed,
    Constraint,
    DefaultClause,
    FetchedValue,
    ForeignKey,
    ForeignKeyConstraint,
    Identity,
    Index,
    MetaData,
    PrimaryKeyConstraint,
    Sequence,
    Table,
    UniqueConstraint,
)
from sqlalchemy.sql.dml import Delete, Insert, Update, delete, insert, update
from sqlalchemy.sql.elements import (
    BinaryExpression,
    BindParameter,
    Case,
    Cast,
    ClauseElement,
    ColumnClause,
    ColumnElement,
    Executable,
    Extract,
    Function,
    Label,
    Null,
    TextClause,
    Tuple,
    UnaryExpression,
    all_,
    and_,
    any_,
    asc,
    between,
    bindparam,
    case,
    cast,
    collate,
    column,
    desc,
    distinct,
    extract,
    false,
    func,
    funcfilter,
    label,
    literal,
    literal_column,
    not_,
    null,
    nulls_first,
    nulls_last,
    nullsfirst,
    nullslast,
    or_,
    outparam,
    over,
    text,
    true,
    try_cast,
    tuple_,
    type_coerce,
    within_group,
)
from sqlalchemy.sql.naming import quoted_name
from sqlalchemy.sql.selectable import (
    Alias,
    CompoundSelect,
    Exists,
    FromClause,
    Join,
    Select,
    Subquery,
    TableClause,
    alias,
    cte,
    except_,
    exists,
    intersect,
    join,
    lateral,
    outerjoin,
    select,
    subquery,
    table,
    union,
    union_all,
)
from sqlalchemy.types import *  # noqa: F403
from sqlalchemy.types import (
    ARRAY,
    BIGINT,
    BINARY,
    BLOB,
    BOOLEAN,
    CHAR,
    CLOB,
    DATE,
    DATETIME,
    DECIMAL,
    DOUBLE,
    DOUBLE_PRECISION,
    FLOAT,
    INT,
    INTEGER,
    JSON,
    NCHAR,
    NUMERIC,
    NVARCHAR,
    REAL,
    SMALLINT,
    TEXT,
    TIME,
    TIMESTAMP,
    UUID,
    VARBINARY,
    VARCHAR,
    BigInteger,
    Boolean,
    Date,
    DateTime,
    Double,
    Enum,
    Float,
    Integer,
    Interval,
    LargeBinary,
    Numeric,
    PickleType,
    SmallInteger,
    String,
    Text,
    Time,
    TypeDecorator,
    Unicode,
    UnicodeText,
    Uuid,
)

if TYPE_CHECKING:
    # Other modules import them, which an editor does not follow.
    from sqlalchemy import dialects, engine, orm, schema, sql

__version__ = "2.0.52"

BLANK_SCHEMA = None
Binary = LargeBinary

# ``from sqlalchemy import *`` gives what SQLAlchemy itself gives by it: everything but modules and names of one underscore.
_modules = {"dialects", "engine", "event", "exc", "inspection", "orm", "pool", "schema", "schema_types", "sql", "types", "util", "TYPE_CHECKING", "Any", "Callable", "Data", "Sequence_"}
__all__ = sorted(
    name
    for name, value in list(globals().items())
    if not name.startswith("_") and name not in _modules and not type(value).__name__ == "module"
)


if not TYPE_CHECKING:
    # An editor underlines what is not there.
    def __getattr__(name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        raise _missing_attribute("sqlalchemy", name, __all__)
