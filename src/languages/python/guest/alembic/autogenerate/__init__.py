"""Comparing models with the database. Source: alembic.autogenerate."""

from typing import Any

from alembic.autogenerate.render import renderers
from alembic.autogenerate.rewriter import Rewriter
from alembic.util import Dispatcher

comparators = Dispatcher(uselist=True)


def compare_metadata(context: Any, metadata: Any) -> Any:
    """Comparing is a command."""
    raise NotImplementedError("compare_metadata() cannot be called from a project file here: type `alembic check` in the terminal")


produce_migrations = render_python_code = compare_metadata

__all__ = ["Rewriter", "comparators", "compare_metadata", "produce_migrations", "render_python_code", "renderers"]
