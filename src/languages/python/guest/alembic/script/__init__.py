"""The folder of revisions. Source: alembic.script."""

from alembic.script.base import Script, ScriptDirectory

__all__ = ["Script", "ScriptDirectory"]
