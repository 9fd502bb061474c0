"""SQLModel as far as env.py and revisions name it: its metadata and its type of text."""

from typing import Any

from sqlalchemy import *  # noqa: F403
from sqlalchemy import MetaData, create_engine, func, select, text  # noqa: F401
from sqlalchemy.orm import Session, registry  # noqa: F401

from sqlmodel import sql  # noqa: F401
from sqlmodel.model import Field, Relationship, SQLModel  # noqa: F401

default_registry = SQLModel._sa_registry


def col(column: Any) -> Any:
    """The column itself."""
    return column
