"""What code asks of a dialect. Source: sqlalchemy.dialects.postgresql."""

from typing import Any


class PGDialect:
    """PostgreSQL."""

    name = "postgresql"
    driver = "psycopg2"
    paramstyle = "pyformat"
    default_schema_name = "public"
    max_identifier_length = 63
    server_version_info = (18, 6)
    supports_native_enum = True
    supports_comments = True
    supports_sequences = True

    def __init__(self, **_: Any) -> None:
        pass

    def type_descriptor(self, type_: Any) -> Any:
        """The type itself."""
        from sqlalchemy.types import to_instance

        return to_instance(type_)

    def has_table(self, connection: Any, table_name: str, schema: str | None = None, **_: Any) -> bool:
        """Whether the database has a table."""
        from sqlalchemy.engine.inspector import Inspector

        return Inspector(connection).has_table(table_name, schema)

    def has_sequence(self, connection: Any, sequence_name: str, schema: str | None = None, **_: Any) -> bool:
        """Whether the database has a sequence."""
        from sqlalchemy.engine.inspector import Inspector

        return Inspector(connection).has_sequence(sequence_name, schema)

    def has_type(self, connection: Any, type_name: str, schema: str | None = None, **_: Any) -> bool:
        """Whether the database has an enumerated type."""
        from sqlalchemy.engine.inspector import Inspector

        return any(one["name"] == type_name for one in Inspector(connection).get_enums(schema))

    @property
    def identifier_preparer(self) -> Any:
        """What quotes names."""
        return IdentifierPreparer()

    preparer = identifier_preparer


class IdentifierPreparer:
    """Quotes names as the engine does."""

    def quote(self, name: str, force: Any = None) -> str:
        """A name, quoted where it must be."""
        from _stillroom.host import call_host

        return call_host("quoteName", {"name": str(name)})

    quote_schema = quote

    def quote_identifier(self, name: str) -> str:
        """A name, quoted."""
        return '"' + name.replace('"', '""') + '"'

    def format_table(self, table: Any, use_schema: bool = True, **_: Any) -> str:
        """A table with its schema."""
        name = self.quote(table.name)
        return name if table.schema is None or not use_schema else f"{self.quote(table.schema)}.{name}"

    def format_column(self, column: Any, **_: Any) -> str:
        """A column's name."""
        return self.quote(column.name)
