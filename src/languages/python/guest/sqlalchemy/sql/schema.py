"""Tables and what they are made of. Source: sqlalchemy.sql.schema."""

from sqlalchemy.schema import *  # noqa: F403
from sqlalchemy.schema import conv  # noqa: F401
