"""The folder of revisions. Source: alembic.script."""

from typing import Any


class ScriptDirectory:
    """What env.py may ask about revisions."""

    @classmethod
    def from_config(cls, config: Any) -> "ScriptDirectory":
        """The project's own."""
        return cls()

    def get_current_head(self) -> str | None:
        """The head."""
        from alembic.runtime.environment import current

        return current.get_head_revision()

    def get_heads(self) -> list[str]:
        """The heads."""
        head = self.get_current_head()
        return [] if head is None else [head]

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        raise NotImplementedError(f"ScriptDirectory.{name}() is not here: the terminal's history, heads and show answer such questions")


__all__ = ["ScriptDirectory"]
