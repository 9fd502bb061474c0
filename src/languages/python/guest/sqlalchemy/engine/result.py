"""Answers to statements. Source: sqlalchemy.engine.Result."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from sqlalchemy.exc import InvalidRequestError, MultipleResultsFound, NoResultFound, NoSuchColumnError, ResourceClosedError


class Row(tuple):
    """One row: by position, and by name as attributes and in ``_mapping``."""

    _names: Sequence[str]

    def __new__(cls, values: Sequence[Any], names: Sequence[str]) -> "Row":
        self = super().__new__(cls, values)
        self._names = names
        return self

    @property
    def _mapping(self) -> "RowMapping":
        return RowMapping(zip(self._names, self))

    @property
    def _fields(self) -> tuple[str, ...]:
        return tuple(self._names)

    def _asdict(self) -> dict[str, Any]:
        return dict(zip(self._names, self))

    def _tuple(self) -> "Row":
        return self

    @property
    def _t(self) -> "Row":
        return self

    def keys(self) -> list[str]:
        """The names; SQLAlchemy 1.4 had them here."""
        return list(self._names)

    def __getattr__(self, name: str) -> Any:
        names = self.__dict__.get("_names", ())
        if name in names:
            return self[list(names).index(name)]
        raise AttributeError(f"Could not locate column in row for column '{name}'")

    def __getitem__(self, key: Any) -> Any:
        if isinstance(key, (int, slice)):
            return super().__getitem__(key)
        if isinstance(key, str):
            raise TypeError("tuple indices must be integers or slices, not str; by name: row.name or row._mapping['name']")
        return self._mapping[key]

    __hash__ = tuple.__hash__


class RowMapping(dict):
    """One row by names."""

    def __getitem__(self, key: Any) -> Any:
        name = key if isinstance(key, str) else getattr(key, "name", key)
        try:
            return super().__getitem__(name)
        except KeyError:
            raise NoSuchColumnError(f"Could not locate column in row for column '{name}'") from None

    __hash__ = object.__hash__  # type: ignore[assignment]


class Result:
    """The answer to a statement, all of it."""

    def __init__(self, names: Sequence[str], rows: Sequence[Any], rowcount: int, returns_rows: bool = True) -> None:
        self._names = list(names)
        self._rows = list(rows)
        self._next = 0
        self.rowcount = rowcount
        self.returns_rows = returns_rows
        self.closed = False
        self.inserted_primary_key: Any = None
        self.lastrowid: Any = None

    def _require_rows(self) -> None:
        if not self.returns_rows:
            raise ResourceClosedError("This result object does not return rows. It has been closed automatically.")

    def _take(self, count: int | None = None) -> list[Any]:
        self._require_rows()
        end = len(self._rows) if count is None else self._next + count
        taken = self._rows[self._next : end]
        self._next += len(taken)
        return taken

    def keys(self) -> list[str]:
        """The names of the columns."""
        return self._names

    def fetchall(self) -> list[Any]:
        """The rows that have not been read yet."""
        return self._take()

    all = fetchall

    def fetchone(self) -> Any:
        """The next row, or None."""
        return next(iter(self._take(1)), None)

    def fetchmany(self, size: int | None = None) -> list[Any]:
        """The next rows."""
        return self._take(size or 1)

    def first(self) -> Any:
        """The first row, or None."""
        rows = self._take()
        return rows[0] if rows else None

    def one(self) -> Any:
        """The only row."""
        row = self.one_or_none()
        if row is None:
            raise NoResultFound("No row was found when one was required")
        return row

    def one_or_none(self) -> Any:
        """The only row, or None."""
        rows = self._take()
        if len(rows) > 1:
            raise MultipleResultsFound("Multiple rows were found when one or none was required")
        return rows[0] if rows else None

    def scalar(self) -> Any:
        """The first value of the first row, or None."""
        row = self.first()
        return None if row is None else row[0]

    def scalar_one(self) -> Any:
        """The only value."""
        return self.one()[0]

    def scalar_one_or_none(self) -> Any:
        """The only value, or None."""
        row = self.one_or_none()
        return None if row is None else row[0]

    def scalars(self, index: Any = 0) -> "ScalarResult":
        """One value of every row."""
        position = index if isinstance(index, int) else self._names.index(getattr(index, "name", index))
        return ScalarResult(self._names, [row[position] for row in self._take()], self.rowcount)

    def mappings(self) -> "MappingResult":
        """The rows by names."""
        return MappingResult(self._names, [row._mapping for row in self._take()], self.rowcount)

    def tuples(self) -> "Result":
        """Itself."""
        return self

    def columns(self, *names: Any) -> "Result":
        """Some of the columns."""
        places = [name if isinstance(name, int) else self._names.index(getattr(name, "name", name)) for name in names]
        chosen = [self._names[place] for place in places]
        return Result(chosen, [Row([row[place] for place in places], chosen) for row in self._take()], self.rowcount)

    def unique(self, strategy: Callable[[Any], Any] | None = None) -> "Result":
        """Without doubles."""
        seen: list[Any] = []
        kept = []
        for row in self._rows[self._next :]:
            key = row if strategy is None else strategy(row)
            if key not in seen:
                seen.append(key)
                kept.append(row)
        self._rows, self._next = kept, 0
        return self

    def partitions(self, size: int | None = None) -> Iterator[list[Any]]:
        """The rows in parts."""
        while rows := self._take(size or 100):
            yield rows

    def yield_per(self, num: int) -> "Result":
        """Itself: all rows are there."""
        return self

    def execution_options(self, **_: Any) -> "Result":
        """Itself."""
        return self

    def close(self) -> None:
        """Reads no more."""
        self._next = len(self._rows)
        self.closed = True

    def freeze(self) -> Any:
        """A function that gives the result again."""
        rows = self._take()
        return lambda: Result(self._names, rows, self.rowcount)

    def __iter__(self) -> Iterator[Any]:
        while True:
            rows = self._take(1)
            if not rows:
                return
            yield rows[0]

    def __next__(self) -> Any:
        rows = self._take(1)
        if not rows:
            raise StopIteration
        return rows[0]

    def __enter__(self) -> "Result":
        return self

    def __exit__(self, *_: Any) -> None:
        self.close()


class ScalarResult(Result):
    """One value of every row."""

    def scalars(self, index: Any = 0) -> "ScalarResult":
        return self

    def mappings(self) -> Any:
        raise InvalidRequestError("values have no names")


class MappingResult(Result):
    """The rows by names."""


class CursorResult(Result):
    """The answer of a connection."""

    @property
    def is_insert(self) -> bool:
        """Whether rows were inserted; not known here."""
        return not self.returns_rows
