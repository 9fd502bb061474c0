"""The operations of a migration: the module's functions are those of Operations. Source: alembic.op."""

from typing import TYPE_CHECKING, Any

from _stillroom.missing import missing_attribute as _missing_attribute
from alembic.operations.base import Operations as _Operations
from alembic.operations.base import _registered
from alembic.operations.base import operations as _operations

if TYPE_CHECKING:
    # What an editor offers after `op.`; a run asks `__getattr__`, which knows operations of the project too.
    create_table = _operations.create_table
    drop_table = _operations.drop_table
    rename_table = _operations.rename_table
    create_table_comment = _operations.create_table_comment
    drop_table_comment = _operations.drop_table_comment
    add_column = _operations.add_column
    drop_column = _operations.drop_column
    alter_column = _operations.alter_column
    create_primary_key = _operations.create_primary_key
    create_unique_constraint = _operations.create_unique_constraint
    create_check_constraint = _operations.create_check_constraint
    create_foreign_key = _operations.create_foreign_key
    create_exclude_constraint = _operations.create_exclude_constraint
    drop_constraint = _operations.drop_constraint
    create_index = _operations.create_index
    drop_index = _operations.drop_index
    execute = _operations.execute
    bulk_insert = _operations.bulk_insert
    batch_alter_table = _operations.batch_alter_table
    f = _operations.f
    inline_literal = _operations.inline_literal
    get_bind = _operations.get_bind
    get_context = _operations.get_context
    invoke = _operations.invoke
    run_async = _operations.run_async


if not TYPE_CHECKING:
    # An editor underlines what is not there.
    def __getattr__(name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        try:
            return getattr(_operations, name)
        except AttributeError:
            raise _missing_attribute("alembic.op", name, [*__all__, *_registered]) from None


def __dir__() -> list[str]:
    return [name for name in dir(_Operations) if not name.startswith("_")]


__all__ = [name for name in dir(_Operations) if not name.startswith("_")]
