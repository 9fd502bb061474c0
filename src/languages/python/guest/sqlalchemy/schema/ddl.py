"""DDL as statements. Source: sqlalchemy.schema."""

from typing import Any

from _stillroom.host import call_host
from sqlalchemy.sql.elements import ClauseElement, Data, Executable


class DdlElement(Executable, ClauseElement):
    """A statement of DDL as text."""

    sql = ""

    def ast(self) -> Data:
        return {"kind": "literalColumn", "text": self.sql}

    def execute_if(self, **_: Any) -> "DdlElement":
        """The one dialect here is PostgreSQL."""
        return self

    def __call__(self, target: Any, bind: Any, **_: Any) -> None:
        bind.exec_driver_sql(self.sql)


class DDL(DdlElement):
    """SQL as it stands; ``%`` is written twice."""

    def __init__(self, statement: str, context: Any = None) -> None:
        self.sql = statement % (context or {}) if "%" in statement else statement


class CreateSchema(DdlElement):
    """CREATE SCHEMA"""

    def __init__(self, name: str, if_not_exists: bool = False, **_: Any) -> None:
        self.sql = f"CREATE SCHEMA {'IF NOT EXISTS ' if if_not_exists else ''}{_quoted(name)}"


class DropSchema(DdlElement):
    """DROP SCHEMA"""

    def __init__(self, name: str, cascade: bool = False, if_exists: bool = False, **_: Any) -> None:
        self.sql = f"DROP SCHEMA {'IF EXISTS ' if if_exists else ''}{_quoted(name)}{' CASCADE' if cascade else ''}"


class CreateSequence(DdlElement):
    """CREATE SEQUENCE"""

    def __init__(self, element: Any, if_not_exists: bool = False, **_: Any) -> None:
        sql = element.create_sql()
        self.sql = sql.replace("SEQUENCE", "SEQUENCE IF NOT EXISTS", 1) if if_not_exists else sql


class DropSequence(DdlElement):
    """DROP SEQUENCE"""

    def __init__(self, element: Any, if_exists: bool = False, **_: Any) -> None:
        self.sql = f"DROP SEQUENCE {'IF EXISTS ' if if_exists else ''}{element.fullname}"


class CreateTable(DdlElement):
    """CREATE TABLE"""

    def __init__(self, element: Any, **_: Any) -> None:
        self.element = element

    @property
    def sql(self) -> str:  # type: ignore[override]
        """The statement."""
        metadata = self.element.metadata
        data = {**metadata.metadata_data(), "tables": [self.element.table_data(metadata._resolve)]}
        return call_host("compileMetaData", {"metadata": data})[0]


class DropTable(DdlElement):
    """DROP TABLE"""

    def __init__(self, element: Any, if_exists: bool = False, **_: Any) -> None:
        self.sql = f"DROP TABLE {'IF EXISTS ' if if_exists else ''}{element.fullname}"


class CreateIndex(DdlElement):
    """CREATE INDEX"""

    def __init__(self, element: Any, **_: Any) -> None:
        self.element = element

    def __call__(self, target: Any, bind: Any, **_: Any) -> None:
        self.element.create(bind)


def _quoted(name: str) -> str:
    return call_host("quoteName", {"name": str(name)})
