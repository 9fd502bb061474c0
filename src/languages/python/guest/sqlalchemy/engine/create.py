"""Engines from URLs and settings. Source: sqlalchemy.engine.create."""

from typing import Any

from sqlalchemy.engine.engine import Engine


def create_engine(url: Any, **options: Any) -> Engine:
    """An engine for a URL; options of pools and drivers have no effect here."""
    return Engine(url, **options)


def engine_from_config(configuration: dict[str, Any], prefix: str = "sqlalchemy.", **options: Any) -> Engine:
    """An engine from a section of alembic.ini: the keys that begin with ``prefix``."""
    settings = {key[len(prefix) :]: value for key, value in configuration.items() if key.startswith(prefix)}
    settings.update(options)
    return create_engine(settings.pop("url"), **settings)


def create_mock_engine(url: Any, executor: Any, **options: Any) -> Any:
    """An engine that hands every statement to a function."""
    raise NotImplementedError("create_mock_engine() is not here; `alembic upgrade --sql` prints statements")
