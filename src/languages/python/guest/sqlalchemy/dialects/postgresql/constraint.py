"""EXCLUDE. Source: sqlalchemy.dialects.postgresql.ExcludeConstraint."""

from typing import Any

from sqlalchemy.schema.constraint import Constraint
from sqlalchemy.schema.sqltext import expression_data, present, sql_data
from sqlalchemy.sql.elements import Data


class ExcludeConstraint(Constraint):
    """No two rows for which every comparison holds: ``ExcludeConstraint(("during", "&&"), using="gist")``."""

    kind = "exclude"

    def __init__(self, *elements: Any, using: str | None = None, where: Any = None, ops: Any = None, name: Any = None, deferrable: Any = None, initially: Any = None, info: Any = None, **_: Any) -> None:
        super().__init__(name=name, deferrable=bool(deferrable) if deferrable is not None else None, initially=initially, info=info)
        self._elements = list(elements)
        self.using, self.where, self.ops = using, where, ops

    def constraint_data(self) -> Data:
        return {
            **super().constraint_data(),
            "elements": [[expression_data(expression), operator] for expression, operator in self._elements],
            **present(using=self.using, where=None if self.where is None else sql_data(self.where), ops=self.ops),
        }
