"""What env.py steers a command with: the module's functions are those of EnvironmentContext. Source: alembic.context."""

from typing import TYPE_CHECKING, Any

from _stillroom.missing import missing_attribute as _missing_attribute
from alembic.runtime.environment import current as _current

if TYPE_CHECKING:
    # What an editor offers after `context.`; a run asks `__getattr__`.
    config = _current.config
    script = _current.script
    is_offline_mode = _current.is_offline_mode
    is_transactional_ddl = _current.is_transactional_ddl
    requires_connection = _current.requires_connection
    get_head_revision = _current.get_head_revision
    get_head_revisions = _current.get_head_revisions
    get_tag_argument = _current.get_tag_argument
    get_x_argument = _current.get_x_argument
    configure = _current.configure
    run_migrations = _current.run_migrations
    begin_transaction = _current.begin_transaction
    execute = _current.execute
    static_output = _current.static_output
    get_context = _current.get_context
    get_bind = _current.get_bind
    get_impl = _current.get_impl
    get_starting_revision_argument = _current.get_starting_revision_argument
    get_revision_argument = _current.get_revision_argument


if not TYPE_CHECKING:
    # An editor underlines what is not there.
    def __getattr__(name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        try:
            return getattr(_current, name)
        except AttributeError:
            raise _missing_attribute("alembic.context", name, dir(type(_current))) from None
