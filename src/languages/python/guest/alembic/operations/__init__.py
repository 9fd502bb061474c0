"""Source: alembic.operations."""

from alembic.operations import ops
from alembic.operations.base import AbstractOperations, BatchOperations, Operations
from alembic.operations.ops import MigrateOperation, MigrationScript

__all__ = ["AbstractOperations", "BatchOperations", "MigrateOperation", "MigrationScript", "Operations", "ops"]
