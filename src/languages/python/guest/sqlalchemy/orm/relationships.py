"""References from object to object, along the foreign keys of their tables. Source: sqlalchemy.orm.relationship."""

import typing
from typing import Any

from sqlalchemy.exc import InvalidRequestError
from sqlalchemy.orm.annotated import without_none
from sqlalchemy.orm.joins import Direction, Pairs, direction_of, foreign_key_pairs


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

    def read_annotation(self, annotation: Any) -> None:
        """``Mapped[list["Post"]]`` says the class at the other end, and whether there are several."""
        if annotation is None:
            return
        inner, _ = without_none(annotation)
        arguments = typing.get_args(inner)
        if arguments:
            inner = arguments[-1]
        if self.argument is None:
            self.argument = getattr(inner, "__forward_arg__", inner)
        if not arguments:
            self.options.setdefault("uselist", False)

    def __get__(self, instance: Any, owner: Any = None) -> Any:
        if instance is None:
            return self
        if self.key not in instance.__dict__:
            instance.__dict__[self.key] = self._loaded(instance)
        return instance.__dict__[self.key]

    def __set__(self, instance: Any, value: Any) -> None:
        instance.__dict__[self.key] = value
        instance.__dict__.setdefault("_given", set()).add(self.key)

    @property
    def direction(self) -> Direction:
        """Where the foreign keys are."""
        return self._joined[0]

    @property
    def pairs(self) -> Pairs:
        """(own column, other column) of each foreign key."""
        return self._joined[1]

    @property
    def between(self) -> tuple[Any, Pairs, Pairs]:
        """The table between two that know nothing of each other, and how it refers to either."""
        table = self.secondary
        if callable(table) and not hasattr(table, "c"):
            table = table()
        if isinstance(table, str):
            table = self.parent.metadata.tables[table]
        return table, foreign_key_pairs(table, self.parent.__table__), foreign_key_pairs(table, self.target_class.__table__)

    @property
    def uselist(self) -> bool:
        """Whether there are several at the other end."""
        return self.options.get("uselist", self.direction is not Direction.MANYTOONE)

    @property
    def _joined(self) -> tuple[Direction, Pairs]:
        if self.secondary is not None:
            return Direction.MANYTOMANY, []
        try:
            return direction_of(self.parent.__table__, self.target_class.__table__, self.options)
        except InvalidRequestError as error:
            raise InvalidRequestError(f"{self.parent.__name__}.{self.key}: {error}") from None

    def _loaded(self, instance: Any) -> Any:
        session = instance.__dict__.get("_session")
        found = [] if session is None else session.related(instance, self)
        if self.uselist:
            return found
        return found[0] if found else None

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


class Backref(RelationshipProperty):
    """The reference the other way, which ``backref`` gives to the class at the other end."""

    def __init__(self, forward: RelationshipProperty, **options: Any) -> None:
        super().__init__(forward.parent, forward.secondary, **options)
        self.forward = forward

    @property
    def _joined(self) -> tuple[Direction, Pairs]:
        direction, pairs = self.forward._joined
        turned = {Direction.MANYTOONE: Direction.ONETOMANY, Direction.ONETOMANY: Direction.MANYTOONE}
        return turned.get(direction, direction), [(other, own) for own, other in pairs]


def place_backrefs(registry: Any) -> None:
    """Gives classes that are there by now the references that others declared for them."""
    for mapper in registry.mappers:
        for one in mapper.relationships:
            given = one.options.get("backref")
            if given is None or isinstance(one.argument, str) and one.argument.rpartition(".")[2] not in registry._class_registry:
                continue
            name, options = given if isinstance(given, tuple) else (given, {})
            target = one.target_class
            if name not in target.__mapper__._others:
                made = Backref(one, **options)
                made.bind(target, name, registry)
                target.__mapper__._others[name] = made
                type.__setattr__(target, name, made)


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
