"""Tables and what they are made of. Source: sqlalchemy.schema."""

from sqlalchemy.schema.column import Column, ColumnDefault, Computed, DefaultClause, FetchedValue, Identity, Sequence
from sqlalchemy.schema.constraint import (
    CheckConstraint,
    Constraint,
    ForeignKey,
    ForeignKeyConstraint,
    PrimaryKeyConstraint,
    UniqueConstraint,
)
from sqlalchemy.schema.ddl import DDL, CreateIndex, CreateSchema, CreateSequence, CreateTable, DropSchema, DropSequence, DropTable
from sqlalchemy.schema.index import Index
from sqlalchemy.schema.metadata import MetaData
from sqlalchemy.schema.table import Table
from sqlalchemy.sql.naming import conv

SchemaItem = object

__all__ = [
    "DDL",
    "CheckConstraint",
    "Column",
    "ColumnDefault",
    "Computed",
    "Constraint",
    "CreateIndex",
    "CreateSchema",
    "CreateSequence",
    "CreateTable",
    "DefaultClause",
    "DropSchema",
    "DropSequence",
    "DropTable",
    "FetchedValue",
    "ForeignKey",
    "ForeignKeyConstraint",
    "Identity",
    "Index",
    "MetaData",
    "PrimaryKeyConstraint",
    "SchemaItem",
    "Sequence",
    "Table",
    "UniqueConstraint",
    "conv",
]
