"""Source: sqlmodel.sql.sqltypes."""

from sqlalchemy.types import UUID, String


class AutoString(String):
    """Text: VARCHAR."""

    type_name = "String"


class GUID(UUID):
    """The UUID of SQLModel before 0.0.14, which older revisions name."""

    type_name = "UUID"
