"""Source: alembic.autogenerate.api."""

from alembic.runtime.callbacks import FunctionContext as AutogenContext

__all__ = ["AutogenContext"]
