"""Source: sqlmodel.sql."""

from sqlmodel.sql import sqltypes

__all__ = ["sqltypes"]
