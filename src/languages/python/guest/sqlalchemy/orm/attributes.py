"""Attributes of mapped classes. Source: sqlalchemy.orm.attributes."""

from sqlalchemy.orm.annotated import InstrumentedAttribute  # noqa: F401


def flag_modified(instance: object, key: str) -> None:
    """Marks an attribute as changed."""
    setattr(instance, key, getattr(instance, key))
