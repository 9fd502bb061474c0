"""Values of ranges. Source: sqlalchemy.dialects.postgresql.Range."""

from typing import Any


class Range:
    """From a lower to an upper bound."""

    def __init__(self, lower: Any = None, upper: Any = None, *, bounds: str = "[)", empty: bool = False) -> None:
        self.lower, self.upper, self.bounds, self.empty = lower, upper, bounds, empty

    def literal_data(self) -> str:
        """As PostgreSQL reads it."""
        if self.empty:
            return "empty"
        lower = "" if self.lower is None else str(self.lower)
        upper = "" if self.upper is None else str(self.upper)
        return f"{self.bounds[0]}{lower},{upper}{self.bounds[1]}"

    def __eq__(self, other: Any) -> bool:
        return isinstance(other, Range) and self.__dict__ == other.__dict__

    def __hash__(self) -> int:
        return hash(self.literal_data())

    def __repr__(self) -> str:
        return f"Range({self.lower!r}, {self.upper!r}, bounds={self.bounds!r})"
