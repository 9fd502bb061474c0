"""Relationships: accepted; objects are not loaded through them here. Source: sqlalchemy.orm.relationship."""

from typing import Any

from sqlalchemy.exc import InvalidRequestError


class RelationshipProperty:
    """A reference from object to object."""

    def __init__(self, argument: Any = None, secondary: Any = None, *_: Any, **options: Any) -> None:
        self.argument = argument
        self.secondary = secondary
        self.options = options
        self.key = ""
        self.parent: Any = None
        self._registry: Any = None

    def bind(self, owner: Any, key: str, registry: Any) -> None:
        """Tells the relationship where it stands."""
        self.parent, self.key, self._registry = owner, key, registry

    def __get__(self, instance: Any, owner: Any = None) -> Any:
        if instance is None:
            return self
        if self.key in instance.__dict__:
            return instance.__dict__[self.key]
        raise InvalidRequestError(
            f"{type(instance).__name__}.{self.key}: objects are not loaded through relationships here; select() what you need"
        )

    def __set__(self, instance: Any, value: Any) -> None:
        instance.__dict__[self.key] = value

    @property
    def target_class(self) -> Any:
        """The class at the other end."""
        argument = self.argument() if callable(self.argument) and not isinstance(self.argument, type) else self.argument
        return self._registry._class_registry[argument.rpartition(".")[2]] if isinstance(argument, str) else argument

    def _relationship_target(self) -> tuple[Any, Any]:
        return self.target_class, None

    def any(self, *criterion: Any, **_: Any) -> Any:
        """Whether there is one at the other end."""
        raise NotImplementedError("relationship.any() is not here; use exists().where(...)")

    has = any


class Synonym:
    """Another name of an attribute."""

    def __init__(self, name: str, *_: Any, **__: Any) -> None:
        self.name = name

    def __get__(self, instance: Any, owner: Any = None) -> Any:
        return getattr(owner if instance is None else instance, self.name)


def relationship(argument: Any = None, secondary: Any = None, *args: Any, **options: Any) -> Any:
    """A reference from object to object."""
    return RelationshipProperty(argument, secondary, *args, **options)


relation = dynamic_loader = relationship


def backref(name: str, **options: Any) -> tuple[str, dict[str, Any]]:
    """The reference the other way."""
    return name, options


def synonym(name: str, *args: Any, **options: Any) -> Any:
    """Another name of an attribute."""
    return Synonym(name, *args, **options)


def composite(*_: Any, **__: Any) -> Any:
    """A value of several columns."""
    return RelationshipProperty()


def foreign(expr: Any) -> Any:
    """Marks the column that refers."""
    return expr


def remote(expr: Any) -> Any:
    """Marks the column that is referred to."""
    return expr


def validates(*_: str, **__: Any) -> Any:
    """Marks a method that checks values; nothing calls it here."""
    return lambda method: method
