"""Changes of what autogenerate found, one function a kind of operation. Source: alembic.autogenerate.rewriter.Rewriter."""

from typing import Any

from alembic.operations.ops import MigrateOperation, MigrationScript, ModifyTableOps, OpContainer


class Rewriter:
    """Pass it as ``process_revision_directives``."""

    def __init__(self) -> None:
        self._functions: dict[Any, Any] = {}
        self._chained: list[Any] = []

    def rewrites(self, operator: Any) -> Any:
        """A decorator: the function gets an operation and gives one, or a list."""

        def register(function: Any) -> Any:
            for kind in operator if isinstance(operator, tuple) else (operator,):
                self._functions[kind] = function
            return function

        return register

    def chain(self, other: Any) -> "Rewriter":
        """One after the other."""
        made = Rewriter()
        made._functions = dict(self._functions)
        made._chained = [*self._chained, other]
        return made

    def __call__(self, context: Any, revision: Any, directives: list[MigrationScript]) -> None:
        self.process_revision_directives(context, revision, directives)

    def process_revision_directives(self, context: Any, revision: Any, directives: list[MigrationScript]) -> None:
        """What the engine calls."""
        directives[:] = [one for given in directives for one in self._rewritten(context, revision, given)]
        for other in self._chained:
            (other.process_revision_directives if isinstance(other, Rewriter) else other)(context, revision, directives)

    def _rewritten(self, context: Any, revision: Any, directive: Any) -> list[Any]:
        found = []
        for one in self._applied(context, revision, directive):
            if isinstance(one, MigrationScript):
                for ops in (*one.upgrade_ops_list, *one.downgrade_ops_list):
                    self._inside(context, revision, ops)
            elif isinstance(one, OpContainer):
                self._inside(context, revision, one)
            found.append(one)
        return found

    def _inside(self, context: Any, revision: Any, container: OpContainer) -> None:
        container.ops[:] = [one for given in container.ops for one in self._rewritten(context, revision, given)]

    def _applied(self, context: Any, revision: Any, directive: MigrateOperation) -> list[Any]:
        function = next((self._functions[kind] for kind in type(directive).__mro__ if kind in self._functions), None)
        if function is None or id(function) in directive.__dict__.setdefault("_mutations", set()):
            return [directive]
        answer = function(context, revision, directive)
        if answer is None:
            return []
        given = list(answer) if isinstance(answer, (list, tuple)) else [answer]
        for one in given:
            one.__dict__.setdefault("_mutations", set()).add(id(function))
        return given


__all__ = ["ModifyTableOps", "Rewriter"]
