"""Alembic as far as env.py and revisions see it; the engine does the rest."""

from alembic import context, op

__version__ = "1.19.2"

__all__ = ["context", "op"]
