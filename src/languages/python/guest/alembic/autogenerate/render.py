"""How operations of the project's own are written. Source: alembic.autogenerate.render."""

from alembic.util import Dispatcher

renderers = Dispatcher()
