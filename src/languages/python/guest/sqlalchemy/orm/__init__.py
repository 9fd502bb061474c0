"""Models. Source: sqlalchemy.orm."""

from sqlalchemy.orm.annotated import (
    DynamicMapped,
    Mapped,
    MappedColumn,
    WriteOnlyMapped,
    column_property,
    deferred,
    mapped_column,
    query_expression,
)
from sqlalchemy.orm.declarative import (
    DeclarativeBase,
    DeclarativeBaseNoMeta,
    DeclarativeMeta,
    MappedAsDataclass,
    as_declarative,
    declarative_base,
    declarative_mixin,
    declared_attr,
    has_inherited_table,
    registry,
)
from sqlalchemy.orm.mapper import Mapper, class_mapper, configure_mappers
from sqlalchemy.orm.options import (
    contains_eager,
    defer,
    joinedload,
    lazyload,
    load_only,
    noload,
    raiseload,
    selectinload,
    subqueryload,
    undefer,
)
from sqlalchemy.orm.relationships import backref, composite, dynamic_loader, foreign, relation, relationship, remote, synonym, validates
from sqlalchemy.orm.session import Query, Session, aliased, close_all_sessions, make_transient, object_session, scoped_session, sessionmaker
from sqlalchemy.orm.relationships import RelationshipProperty
from sqlalchemy.orm.relationships import RelationshipProperty as Relationship
from sqlalchemy.orm.annotated import InstrumentedAttribute
from sqlalchemy.exc import NoResultFound as _NoResultFound

QueryableAttribute = InstrumentedAttribute
NO_ARG = ...
exc = type("exc", (), {"NoResultFound": _NoResultFound})

__all__ = [name for name in dir() if not name.startswith("_")]
