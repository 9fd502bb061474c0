"""Names of the expression language. Source: sqlalchemy.sql.expression."""

from sqlalchemy.sql.dml import Delete, Insert, Update, delete, insert, update  # noqa: F401
from sqlalchemy.sql.elements import *  # noqa: F403
from sqlalchemy.sql.elements import ClauseElement, Executable, FunctionGenerator, func  # noqa: F401
from sqlalchemy.sql.naming import quoted_name  # noqa: F401
from sqlalchemy.sql.selectable import *  # noqa: F403
