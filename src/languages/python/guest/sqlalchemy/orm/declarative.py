"""Mapped classes. Source: sqlalchemy.orm.decl_api."""

import sys
import typing
import warnings
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from _stillroom.host import PROJECT
from sqlalchemy.exc import ArgumentError, InvalidRequestError, SAWarning
from sqlalchemy.orm.annotated import (
    TYPES,
    DynamicMapped,
    ExpressionProperty,
    InstrumentedAttribute,
    Mapped,
    MappedColumn,
    WriteOnlyMapped,
    _type_for,
    without_none,
)
from sqlalchemy.orm.mapper import Mapper
from sqlalchemy.orm.relationships import RelationshipProperty, Synonym, place_backrefs
from sqlalchemy.schema import CheckConstraint, Column, Constraint, Index, MetaData, Table


class declared_attr:
    """An attribute of a mixin that is made anew for every class."""

    def __init__(self, function: Any, cascading: bool = False) -> None:
        self.fget = function.__func__ if isinstance(function, (classmethod, staticmethod)) else function

    def __get__(self, instance: Any, owner: Any) -> Any:
        return self.fget(owner)

    @classmethod
    def directive(cls, function: Any) -> "declared_attr":
        """For ``__tablename__``, ``__table_args__`` and ``__mapper_args__``."""
        return cls(function)

    class cascading:
        """For subclasses as well."""

        def __new__(cls, function: Any) -> "declared_attr":
            return declared_attr(function)


class registry:
    """Holds a MetaData and the mapped classes of a base."""

    def __init__(self, *, metadata: MetaData | None = None, class_registry: Any = None, type_annotation_map: Any = None, constructor: Any = None) -> None:
        self.metadata = metadata if metadata is not None else MetaData()
        self._class_registry: dict[str, Any] = class_registry if class_registry is not None else {}
        self.type_annotation_map: dict[Any, Any] = {**TYPES, **(type_annotation_map or {})}
        self.mappers: list[Mapper] = []

    def update_type_annotation_map(self, type_annotation_map: Any) -> None:
        """More types for annotations."""
        self.type_annotation_map.update(type_annotation_map)

    def generate_base(self, mapper: Any = None, cls: Any = object, name: str = "Base", metaclass: Any = None) -> Any:
        """A base for classes."""
        return declarative_base(metadata=self.metadata, cls=cls, name=name, registry_=self)

    def mapped(self, cls: Any) -> Any:
        """Maps a class: a decorator."""
        map_class(cls, self)
        return cls

    def mapped_as_dataclass(self, cls: Any = None, **_: Any) -> Any:
        """Maps a class: a decorator."""
        return self.mapped(cls) if cls is not None else self.mapped

    def map_imperatively(self, class_: Any, local_table: Table, properties: Any = None, **_: Any) -> Mapper:
        """Maps a class to a table that is there already."""
        class_.__table__ = local_table
        return instrument(class_, self, local_table, {column.key: column for column in local_table.c}, properties or {})

    def as_declarative_base(self, **_: Any) -> Any:
        """Makes a class a base: a decorator."""
        return lambda cls: declarative_base(cls=cls, registry_=self)

    def configure(self, cascade: bool = False) -> None:
        """Nothing is left to do."""

    def dispose(self, cascade: bool = False) -> None:
        """Forgets the classes."""
        self._class_registry.clear()


class DeclarativeMeta(type):
    """The type of mapped classes of ``declarative_base()``."""

    def __init__(cls, name: str, bases: tuple[Any, ...], namespace: dict[str, Any], **keywords: Any) -> None:
        super().__init__(name, bases, namespace)
        reg = getattr(cls, "registry", None) or getattr(cls, "_sa_registry", None)
        if isinstance(reg, registry) and "_is_base" not in namespace and not namespace.get("__abstract__", False):
            map_class(cls, reg)

    def __setattr__(cls, key: str, value: Any) -> None:
        table = cls.__dict__.get("__table__")
        if isinstance(value, (Column, MappedColumn)) and table is not None:
            column = value.column(key, None, {}) if isinstance(value, MappedColumn) else value.named(key)
            table.append_column(column, replace_existing=True)
            value = InstrumentedAttribute(cls, key, column)
        super().__setattr__(key, value)

    def __clause_element__(cls) -> Any:
        return cls.__table__


def _constructor(self: Any, **values: Any) -> None:
    for name, value in values.items():
        if not hasattr(type(self), name):
            raise TypeError(f"{name!r} is an invalid keyword argument for {type(self).__name__}")
        setattr(self, name, value)


def declarative_base(bind: Any = None, metadata: MetaData | None = None, mapper: Any = None, cls: Any = object, name: str = "Base", class_registry: Any = None, constructor: Any = _constructor, metaclass: Any = DeclarativeMeta, type_annotation_map: Any = None, registry_: registry | None = None) -> Any:
    """The base of the models; ``Base.metadata`` holds their tables."""
    reg = registry_ or registry(metadata=metadata, class_registry=class_registry, type_annotation_map=type_annotation_map)
    own = cls.__dict__.get("metadata")
    if metadata is None and registry_ is None and isinstance(own, MetaData):
        reg.metadata = own
    namespace: dict[str, Any] = {"registry": reg, "metadata": reg.metadata, "_sa_registry": reg, "_is_base": True, "__abstract__": True}
    if constructor is not None:
        namespace["__init__"] = constructor
    bases = cls if isinstance(cls, tuple) else (cls,)
    namespace["__module__"] = getattr(bases[0], "__module__", __name__) if bases[0] is not object else __name__
    return metaclass(name, bases, namespace)


def as_declarative(**options: Any) -> Callable[[Any], Any]:
    """Makes a class the base of the models: a decorator."""
    return lambda cls: declarative_base(cls=cls, name=cls.__name__, **options)


class _DeclarativeBaseMeta(DeclarativeMeta):
    def __init__(cls, name: str, bases: tuple[Any, ...], namespace: dict[str, Any], **keywords: Any) -> None:
        if any("_is_declarative_root" in base.__dict__ for base in bases):
            if "metadata" not in namespace and isinstance(namespace.get("registry"), registry):
                cls.metadata = namespace["registry"].metadata
            reg = namespace.get("registry") or registry(
                metadata=getattr(cls, "metadata", None),
                type_annotation_map=getattr(cls, "type_annotation_map", None),
            )
            type.__setattr__(cls, "registry", reg)
            type.__setattr__(cls, "_sa_registry", reg)
            type.__setattr__(cls, "metadata", reg.metadata)
            type.__setattr__(cls, "_is_base", True)
            if "__init__" not in namespace:
                type.__setattr__(cls, "__init__", _constructor)
            type.__init__(cls, name, bases, namespace)
            return
        if "_is_declarative_root" in namespace:
            type.__init__(cls, name, bases, namespace)
            return
        super().__init__(name, bases, namespace, **keywords)

    def __new__(mcs, name: str, bases: tuple[Any, ...], namespace: dict[str, Any], **keywords: Any) -> Any:
        return super().__new__(mcs, name, bases, namespace)


class DeclarativeBase(metaclass=_DeclarativeBaseMeta):
    """The base of a base: ``class Base(DeclarativeBase): pass``."""

    _is_declarative_root = True
    __abstract__ = True

    if TYPE_CHECKING:

        def __init__(self, **values: Any) -> None: ...


class DeclarativeBaseNoMeta(metaclass=_DeclarativeBaseMeta):
    """As ``DeclarativeBase``."""

    _is_declarative_root = True
    __abstract__ = True

    if TYPE_CHECKING:

        def __init__(self, **values: Any) -> None: ...


class MappedAsDataclass(metaclass=DeclarativeMeta):
    """A mixin: the class gets a constructor with keywords."""

    _is_base = True
    __abstract__ = True

    if TYPE_CHECKING:

        def __init__(self, *values: Any, **named: Any) -> None: ...

    def __init_subclass__(cls, **_: Any) -> None:
        super().__init_subclass__()


def declarative_mixin(cls: Any) -> Any:
    """Marks a mixin: a decorator without effect."""
    return cls


def has_inherited_table(cls: Any) -> bool:
    """Whether a class above has a table."""
    return any("__table__" in base.__dict__ for base in cls.__mro__[1:])


def map_class(cls: Any, reg: registry) -> None:
    """Makes the table of a class and its attributes. Source: sqlalchemy.orm.decl_base."""
    annotations = _annotations(cls)
    attributes = _collect(cls, annotations, reg)
    columns: dict[str, Column] = {}
    others: dict[str, Any] = {}
    inherited_table = next((base.__dict__["__table__"] for base in cls.__mro__[1:] if "__table__" in base.__dict__), None)
    for key, (value, owner) in attributes.items():
        if isinstance(value, declared_attr):
            if key.startswith("__"):
                continue
            value = value.fget(cls)
            value_owner = None
        else:
            value_owner = owner
        if isinstance(value, Column):
            columns[key] = (value if value_owner is cls or value_owner is None else value._copy()).named(key)
        elif isinstance(value, MappedColumn):
            columns[key] = value.column(key, _inner(annotations.get(key)), reg.type_annotation_map)
        elif isinstance(value, (RelationshipProperty, Synonym, ExpressionProperty)):
            others[key] = value
            if isinstance(value, RelationshipProperty):
                value.read_annotation(_inner(annotations.get(key)))
    table = cls.__dict__.get("__table__")
    tablename = _special(cls, "__tablename__")
    if table is None and tablename is not None and not (inherited_table is not None and "__tablename__" not in cls.__dict__ and not _declares(cls, "__tablename__")):
        table = _make_table(cls, reg, tablename, columns)
        type.__setattr__(cls, "__table__", table)
    elif table is None and inherited_table is not None:
        table = inherited_table
        for key, column in columns.items():
            if key not in table.c:
                table.append_column(column)
    elif table is None:
        if not columns and not others and "__tablename__" not in cls.__dict__:
            if any(base.__dict__.get("_is_base") for base in cls.__mro__[1:]):
                raise InvalidRequestError(
                    f"Class {cls!r} does not have a __table__ or __tablename__ specified and does not inherit from an existing table-mapped class."
                )
            return
        raise InvalidRequestError(
            f"Class {cls!r} does not have a __table__ or __tablename__ specified and does not inherit from an existing table-mapped class."
        )
    else:
        for column in table.c:
            columns.setdefault(column.key, column)
    if inherited_table is not None and table is not inherited_table:
        for base in cls.__mro__[1:]:
            if "__mapper__" in base.__dict__:
                for key, attribute in base.__dict__["__mapper__"].columns_by_key.items():
                    columns.setdefault(key, attribute)
    if not len(table.primary_key) and inherited_table is None:
        raise ArgumentError(
            f"Mapper Mapper[{cls.__name__}({table.name})] could not assemble any primary key columns for mapped table '{table.name}'"
        )
    instrument(cls, reg, table, columns, others)


def instrument(cls: Any, reg: registry, table: Table, columns: dict[str, Column], others: dict[str, Any]) -> Mapper:
    """Puts the attributes on a class."""
    for key, column in columns.items():
        type.__setattr__(cls, key, InstrumentedAttribute(cls, key, column))
    for key, value in others.items():
        if isinstance(value, RelationshipProperty):
            value.bind(cls, key, reg)
        type.__setattr__(cls, key, value)
    mapper = Mapper(cls, table, columns, others)
    type.__setattr__(cls, "__mapper__", mapper)
    reg._class_registry[cls.__name__] = cls
    reg.mappers.append(mapper)
    place_backrefs(reg)
    return mapper


def _make_table(cls: Any, reg: registry, name: str, columns: dict[str, Column]) -> Table:
    args = _special(cls, "__table_args__") or ()
    options: dict[str, Any] = {}
    if isinstance(args, dict):
        args, options = (), dict(args)
    elif args and isinstance(args[-1], dict):
        options = dict(args[-1])
        args = args[:-1]
    ordered = sorted(columns.values(), key=lambda column: column._options.get("sort_order", 0))
    copied = [item._copy() if isinstance(item, Constraint) and item.table is not None else item for item in args]
    metadata = _special(cls, "metadata") or reg.metadata
    return Table(name, metadata, *ordered, *(item for item in copied if isinstance(item, (Constraint, Index, CheckConstraint, Column))), **options)


def _special(cls: Any, name: str) -> Any:
    for base in cls.__mro__:
        if name in base.__dict__:
            value = base.__dict__[name]
            return value.fget(cls) if isinstance(value, declared_attr) else getattr(cls, name) if isinstance(value, (classmethod, property)) else value
    return None


def _declares(cls: Any, name: str) -> bool:
    for base in cls.__mro__[1:]:
        if "__table__" in base.__dict__:
            return False
        if isinstance(base.__dict__.get(name), declared_attr):
            return True
    return False


def _collect(cls: Any, annotations: dict[str, Any], reg: registry) -> dict[str, tuple[Any, Any]]:
    """What the class and its mixins declare: the class's own first, then the mixins', then what is made for every class."""
    own: dict[str, tuple[Any, Any]] = {}
    mixed: dict[str, tuple[Any, Any]] = {}
    declared: dict[str, tuple[Any, Any]] = {}
    for base in cls.__mro__:
        if base is object or base is not cls and "__mapper__" in base.__dict__:
            continue
        for key in _merged(list(base.__dict__), list(_raw_annotations(base))):
            if key in own or key in mixed or key in declared:
                continue
            value = base.__dict__.get(key)
            if value is None and _is_mapped(annotations.get(key)):
                value = RelationshipProperty() if _is_relationship(annotations[key], reg) else MappedColumn()
            if isinstance(value, declared_attr):
                declared[key] = (value, base)
            elif isinstance(value, (Column, MappedColumn, RelationshipProperty, Synonym, ExpressionProperty)):
                (own if base is cls else mixed)[key] = (value, base)
            elif isinstance(value, tuple) and len(value) == 1 and isinstance(value[0], (Column, MappedColumn)):
                warnings.warn(
                    f"Ignoring declarative-like tuple value of attribute '{key}': possibly a copy-and-paste error "
                    "with a comma accidentally placed at the end of the line?",
                    SAWarning,
                    stacklevel=_outside(),
                )
    return {**own, **mixed, **declared}


def _outside() -> int:
    """How many calls lie between a warning and the file that declares the class."""
    frame = sys._getframe(1)
    level = 1
    while frame.f_back is not None and not frame.f_code.co_filename.startswith(PROJECT):
        frame = frame.f_back
        level += 1
    return level


def _merged(names: list[str], others: list[str]) -> list[str]:
    """Both orders in one. Source: sqlalchemy.util.merge_lists_w_ordering."""
    shared = set(names) & set(others)
    current, waiting = iter(names), iter(others)
    merged: list[str] = []
    while True:
        for name in current:
            if name in shared:
                shared.discard(name)
                current, waiting = waiting, current
                break
            merged.append(name)
        else:
            return [*merged, *waiting]


def _raw_annotations(cls: Any) -> dict[str, Any]:
    import annotationlib

    try:
        return dict(annotationlib.get_annotations(cls, format=annotationlib.Format.FORWARDREF))
    except Exception:
        return dict(cls.__dict__.get("__annotations__", {}))


def _annotations(cls: Any) -> dict[str, Any]:
    """Annotations of the class and its mixins, as far as they can be evaluated."""
    found: dict[str, Any] = {}
    for base in reversed(cls.__mro__):
        if base is object or base is not cls and "__mapper__" in base.__dict__:
            continue
        names = {**vars(typing), **vars(sys.modules.get(base.__module__, typing)), base.__name__: base}
        names.setdefault("Mapped", Mapped)
        for key, annotation in _raw_annotations(base).items():
            found[key] = _evaluated(annotation, names)
    return found


class _Unknown(dict):
    """Names for annotations; one that is not there stands for a class that comes later."""

    def __missing__(self, key: str) -> Any:
        import builtins

        if hasattr(builtins, key):
            return getattr(builtins, key)
        return typing.ForwardRef(key) if key.isidentifier() else key


def _evaluated(annotation: Any, names: dict[str, Any]) -> Any:
    import annotationlib

    text = annotation if isinstance(annotation, str) else getattr(annotation, "__forward_arg__", None)
    if text is None:
        return annotation
    try:
        return eval(text, {}, _Unknown(names))
    except Exception:
        return annotationlib.ForwardRef(text) if text.isidentifier() else text


def _is_mapped(annotation: Any) -> bool:
    return typing.get_origin(annotation) in (Mapped, DynamicMapped, WriteOnlyMapped)


def _is_relationship(annotation: Any, reg: registry) -> bool:
    """Whether a bare annotation can only be a reference from object to object."""
    if typing.get_origin(annotation) is not Mapped:
        return True
    inner, _ = without_none(_inner(annotation))
    return _type_for(inner, inner, reg.type_annotation_map) is None and typing.get_origin(inner) is not typing.Annotated


def _inner(annotation: Any) -> Any:
    if not _is_mapped(annotation):
        return None
    inner = typing.get_args(annotation)[0]
    text = inner if isinstance(inner, str) else getattr(inner, "__forward_arg__", None)
    return _evaluated(text, vars(typing)) if text is not None else inner
