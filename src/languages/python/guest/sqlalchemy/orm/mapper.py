"""What is known of a mapped class. Source: sqlalchemy.orm.Mapper."""

from typing import Any

from sqlalchemy.sql.selectable import ColumnCollection


class Mapper:
    """A class and its table."""

    def __init__(self, class_: Any, table: Any, columns: dict[str, Any], others: dict[str, Any]) -> None:
        self.class_ = class_
        self.local_table = self.persist_selectable = self.mapped_table = table
        self.tables = [table]
        self.columns_by_key = columns
        self._others = others

    @property
    def mapper(self) -> "Mapper":
        """Itself."""
        return self

    @property
    def columns(self) -> ColumnCollection:
        """The columns."""
        return self.local_table.c

    c = columns

    @property
    def column_attrs(self) -> list[Any]:
        """The attributes that are columns."""
        return [getattr(self.class_, key) for key in self.columns_by_key]

    @property
    def relationships(self) -> list[Any]:
        """The attributes that are relationships."""
        return [value for value in self._others.values() if hasattr(value, "bind")]

    @property
    def attrs(self) -> list[Any]:
        """All attributes."""
        return [*self.column_attrs, *self._others.values()]

    @property
    def primary_key(self) -> tuple[Any, ...]:
        """The columns of the primary key."""
        return tuple(self.local_table.primary_key)


def class_mapper(class_: Any, configure: bool = True) -> Mapper:
    """The mapper of a class."""
    return class_.__mapper__


def configure_mappers() -> None:
    """Nothing is left to do."""
