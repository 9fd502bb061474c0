"""The folder of revisions. Source: alembic.script.base."""

from collections.abc import Iterator
from types import ModuleType
from typing import Any

from _stillroom.host import PROJECT, call_host
from alembic.util import CommandError


class Script:
    """A revision file."""

    def __init__(self, data: dict[str, Any]) -> None:
        self.revision: str = data["revision"]
        self.path: str = data["path"]
        self.doc: str = data["doc"]
        self.longdoc: str = data["longDoc"]
        self.branch_labels: set[str] = set(data["branchLabels"])
        self.nextrev: frozenset[str] = frozenset(data["nextRevisions"])
        self.is_head: bool = data["isHead"]
        self.is_base: bool = data["isBase"]
        self.is_branch_point: bool = data["isBranchPoint"]
        self.is_merge_point: bool = data["isMergePoint"]
        self._down_revisions = tuple(data["downRevisions"])
        self._dependencies = tuple(data["dependencies"])

    @property
    def module(self) -> ModuleType:
        """The file, evaluated."""
        from _stillroom.runtime import load_module

        return load_module(self.path.removeprefix(PROJECT))

    @property
    def down_revision(self) -> str | tuple[str, ...] | None:
        """What it follows."""
        return _one_or_several(self._down_revisions)

    @property
    def dependencies(self) -> str | tuple[str, ...] | None:
        """What it depends on."""
        return _one_or_several(self._dependencies)

    def __str__(self) -> str:
        flags = (("head", self.is_head), ("branchpoint", self.is_branch_point), ("mergepoint", self.is_merge_point))
        down = ", ".join(self._down_revisions) or "<base>"
        return f"{down} -> {self.revision}{''.join(f' ({name})' for name, given in flags if given)}, {self.doc}"


class ScriptDirectory:
    """What env.py may ask about revisions."""

    @classmethod
    def from_config(cls, config: Any) -> "ScriptDirectory":
        """The project's own."""
        return cls()

    def walk_revisions(self, base: str = "base", head: str = "heads") -> Iterator[Script]:
        """All of the history, the newest first."""
        if (base, head) != ("base", "heads"):
            raise NotImplementedError("ScriptDirectory.walk_revisions() gives the whole history here, from heads to base")
        return iter([Script(data) for data in call_host("getRevisions", {})])

    def get_current_head(self) -> str | None:
        """The head. Raises CommandError where there are several."""
        return call_host("getHeadRevision", {})

    def get_heads(self) -> list[str]:
        """The heads."""
        return sorted(one.revision for one in self.walk_revisions() if one.is_head)

    def get_bases(self) -> list[str]:
        """The first revisions."""
        return [one.revision for one in self.walk_revisions() if one.is_base]

    def get_base(self) -> str | None:
        """The first revision. Raises CommandError where there are several."""
        bases = self.get_bases()
        if len(bases) > 1:
            raise CommandError("The script directory has multiple bases. Please use get_bases().")
        return bases[0] if bases else None

    def get_revision(self, id_: str) -> Script | None:
        """A revision by its id or the beginning of it; ``head`` is the newest. Raises CommandError where there is none."""
        if id_ == "base":
            return None
        wanted = self.get_current_head() if id_ == "head" else id_
        found = [one for one in self.walk_revisions() if wanted is not None and one.revision.startswith(wanted)]
        exact = [one for one in found if one.revision == wanted]
        if len(exact or found) != 1:
            raise CommandError(f"Can't locate revision identified by '{id_}'")
        return (exact or found)[0]

    def get_revisions(self, id_: Any) -> tuple[Script | None, ...]:
        """Several revisions."""
        if id_ == "heads":
            return tuple(self.get_revision(one) for one in self.get_heads())
        return tuple(self.get_revision(one) for one in ((id_,) if isinstance(id_, str) else id_ or ()))

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        raise NotImplementedError(f"ScriptDirectory.{name}() is not here: the terminal's history, heads and show answer such questions")


def _one_or_several(names: tuple[str, ...]) -> str | tuple[str, ...] | None:
    return names if len(names) > 1 else names[0] if names else None


__all__ = ["Script", "ScriptDirectory"]
