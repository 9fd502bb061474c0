"""Where mapped classes come from. Source: sqlalchemy.orm.decl_api."""

from sqlalchemy.orm.declarative import *  # noqa: F403
from sqlalchemy.orm.declarative import DeclarativeMeta, declared_attr  # noqa: F401
