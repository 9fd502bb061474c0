"""Where older projects import the base of their models from. Source: sqlalchemy.ext.declarative."""

from sqlalchemy.orm.declarative import DeclarativeMeta, as_declarative, declarative_base, declared_attr, has_inherited_table


class AbstractConcreteBase:
    """Not here: a base whose tables are joined by UNION."""


class ConcreteBase(AbstractConcreteBase):
    """Not here: a base whose tables are joined by UNION."""


class DeferredReflection:
    """Not here: classes whose tables are read from the database."""


__all__ = ["AbstractConcreteBase", "ConcreteBase", "DeclarativeMeta", "DeferredReflection", "as_declarative", "declarative_base", "declared_attr", "has_inherited_table"]
