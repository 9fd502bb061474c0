"""Source: sqlmodel.sql.sqltypes."""

from sqlalchemy.types import String


class AutoString(String):
    """Text: VARCHAR."""

    type_name = "String"


GUID = String
