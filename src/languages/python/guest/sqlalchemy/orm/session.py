"""Enough of ``Session`` for data migrations. Source: sqlalchemy.orm.Session."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy.exc import InvalidRequestError, MultipleResultsFound, NoResultFound
from sqlalchemy.orm.joins import Direction
from sqlalchemy.sql.dml import delete, insert, update
from sqlalchemy.sql.elements import and_, func, refuse_text
from sqlalchemy.sql.selectable import Alias, Select, as_from, select


class Session:
    """Objects of mapped classes on a connection."""

    def __init__(self, bind: Any = None, autoflush: bool = True, future: bool = True, expire_on_commit: bool = True, autocommit: bool = False, **_: Any) -> None:
        self._bind = bind
        self._new: list[Any] = []
        self._known: dict[Any, Any] = {}
        self._deleted: list[Any] = []
        self.info: dict[Any, Any] = {}
        self.no_autoflush = _Nothing()

    @property
    def bind(self) -> Any:
        """The connection."""
        return self._bind

    def get_bind(self, *_: Any, **__: Any) -> Any:
        """The connection."""
        return self._bind

    def connection(self, *_: Any, **__: Any) -> Any:
        """The connection."""
        if self._bind is None:
            from sqlalchemy.exc import UnboundExecutionError

            raise UnboundExecutionError("Session is not bound: Session(bind=op.get_bind())")
        if not hasattr(self._bind, "exec_driver_sql"):
            self._bind = self._bind.connect()
        return self._bind

    def execute(self, statement: Any, params: Any = None, **_: Any) -> Any:
        """Runs a statement; whole classes among its columns become objects."""
        if isinstance(statement, str):
            refuse_text(statement)
        self.flush()
        entities = getattr(statement, "_entities", [])
        result = self.connection().execute(statement, params)
        if any(_is_mapped(entity) for entity in entities):
            return self._with_objects(entities, result)
        return result

    def _with_objects(self, entities: list[Any], result: Any) -> Any:
        from sqlalchemy.engine.result import Result, Row

        names = [getattr(entity, "__name__", getattr(entity, "key", None) or "anon") for entity in entities]
        rows = []
        for values in result:
            position, row = 0, []
            for entity in entities:
                width = len(entity.__table__.c) if _is_mapped(entity) else 1
                part = values[position : position + width]
                row.append(self._object(entity, part) if _is_mapped(entity) else part[0])
                position += width
            rows.append(Row(row, names))
        return Result(names, rows, len(rows))

    def _object(self, entity: Any, values: Any) -> Any:
        columns = {column: value for column, value in zip(entity.__table__.c, values)}
        by_key = {key: columns.get(column) for key, column in entity.__mapper__.columns_by_key.items()}
        identity = (entity, tuple(columns[column] for column in entity.__table__.primary_key))
        known = self._known.get(identity)
        if known is not None:
            return known
        made = object.__new__(entity)
        made.__dict__.update(by_key)
        made.__dict__["_changed"] = set()
        made.__dict__["_session"] = self
        self._known[identity] = made
        return made

    def scalar(self, statement: Any, params: Any = None, **_: Any) -> Any:
        """The first value of the first row."""
        return self.execute(statement, params).scalar()

    def scalars(self, statement: Any, params: Any = None, **_: Any) -> Any:
        """The first value of every row."""
        return self.execute(statement, params).scalars()

    def get(self, entity: Any, ident: Any, **_: Any) -> Any:
        """An object by its primary key, or None."""
        idents = ident if isinstance(ident, (tuple, list)) else (ident,)
        conditions = [column == value for column, value in zip(entity.__table__.primary_key, idents)]
        return self.execute(select(entity).where(*conditions)).scalar()

    def query(self, *entities: Any) -> "Query":
        """The older way to select."""
        return Query(entities, self)

    def add(self, instance: Any) -> None:
        """A new object, with those that it holds and refers to."""
        instance.__dict__.setdefault("_session", self)
        if "_changed" in instance.__dict__ or any(known is instance for known in self._new):
            return
        self._new.append(instance)
        for _, value in _set_relationships(instance):
            self.add_all(value if isinstance(value, list) else [] if value is None else [value])

    def add_all(self, instances: Iterable[Any]) -> None:
        """Several new objects."""
        for instance in instances:
            self.add(instance)

    def delete(self, instance: Any) -> None:
        """DELETE of one object's row."""
        self._deleted.append(instance)

    def merge(self, instance: Any, **_: Any) -> Any:
        """The object with the same key, changed; or the new one."""
        keys = [instance.__dict__.get(_key_of(type(instance), column)) for column in type(instance).__table__.primary_key]
        found = None if None in keys else self.get(type(instance), keys)
        if found is None:
            self.add(instance)
            return instance
        for key in type(instance).__mapper__.columns_by_key:
            if key in instance.__dict__:
                setattr(found, key, instance.__dict__[key])
        return found

    def related(self, instance: Any, relationship: Any) -> list[Any]:
        """The objects at the other end of a relationship."""
        target = relationship.target_class
        statement = select(target)
        value_of = lambda column: instance.__dict__.get(_key_of(type(instance), column))  # noqa: E731
        if relationship.direction is Direction.MANYTOMANY:
            table, here, there = relationship.between
            conditions = [*(column == value_of(own) for column, own in here), *(column == other for column, other in there)]
            statement = statement.where(*conditions)
        else:
            if any(value_of(own) is None for own, _ in relationship.pairs):
                return []
            statement = statement.where(*(other == value_of(own) for own, other in relationship.pairs))
        found = list(self.execute(statement).scalars())
        instance.__dict__.setdefault("_linked", {})[relationship.key] = list(found)
        return found

    def flush(self, *_: Any) -> None:
        """Writes what changed."""
        while self._new:
            self._insert(self._new[0])
        for instance in list(self._known.values()):
            self._write_references(instance)
        while self._new:
            self._insert(self._new[0])
        for instance in list(self._known.values()):
            self._write_links(instance)
        for instance in list(self._known.values()):
            changed = instance.__dict__.get("_changed") or set()
            if changed:
                self._update(instance, changed)
        deleted, self._deleted = self._deleted, []
        for instance in deleted:
            self.connection().execute(delete(type(instance)).where(_identity(instance)))
            self._known = {key: value for key, value in self._known.items() if value is not instance}

    def _insert(self, instance: Any) -> None:
        self._new = [one for one in self._new if one is not instance]
        self._take_references(instance)
        kind = type(instance)
        by_key = kind.__mapper__.columns_by_key
        values = {column.key: instance.__dict__[key] for key, column in by_key.items() if key in instance.__dict__}
        row = self.connection().execute(insert(kind.__table__).values(values).returning(*kind.__table__.c)).first()
        columns = dict(zip(kind.__table__.c, row))
        instance.__dict__.update({key: columns.get(column) for key, column in by_key.items()})
        instance.__dict__["_changed"] = set()
        instance.__dict__["_session"] = self
        self._known[(kind, tuple(columns[column] for column in kind.__table__.primary_key))] = instance
        self._write_references(instance)

    def _take_references(self, instance: Any) -> None:
        """The keys of the objects that an object was given to refer to; those that are new are written first."""
        given = instance.__dict__.pop("_given", ())
        for one, value in _set_relationships(instance):
            if one.key in given and one.direction is Direction.MANYTOONE:
                if value is not None and "_changed" not in value.__dict__:
                    self._insert(value)
                for own, other in one.pairs:
                    _set_key(instance, own, None if value is None else value.__dict__[_key_of(type(value), other)])

    def _write_references(self, instance: Any) -> None:
        """The keys of an object in those that it holds now, none in those that it held before, and the keys of those that it refers to."""
        self._take_references(instance)
        linked = instance.__dict__.setdefault("_linked", {})
        for one, value in _set_relationships(instance):
            if one.direction is Direction.ONETOMANY:
                children = value if one.uselist else [] if value is None else [value]
                before = linked.get(one.key, [])
                linked[one.key] = list(children)
                for child in children:
                    if not _holds(before, child):
                        for own, other in one.pairs:
                            _set_key(child, other, instance.__dict__[_key_of(type(instance), own)])
                            _forget_reference(child, other)
                        self.add(child)
                for child in before:
                    if not _holds(children, child):
                        for own, other in one.pairs:
                            if child.__dict__.get(_key_of(type(child), other)) == instance.__dict__[_key_of(type(instance), own)]:
                                _set_key(child, other, None)
            elif one.direction is Direction.MANYTOMANY:
                self.add_all(value)

    def _write_links(self, instance: Any) -> None:
        """The rows between an object and those that it holds."""
        for one, value in _set_relationships(instance):
            if one.direction is not Direction.MANYTOMANY:
                continue
            linked = instance.__dict__.setdefault("_linked", {})
            before = linked.get(one.key, [])
            table, here, there = one.between

            def row(other: Any) -> dict[Any, Any]:
                sides = ((here, instance), (there, other))
                return {column: side.__dict__[_key_of(type(side), referred)] for pairs, side in sides for column, referred in pairs}

            for other in value:
                if not _holds(before, other):
                    self.connection().execute(insert(table).values({column.key: given for column, given in row(other).items()}))
            for other in before:
                if not _holds(value, other):
                    self.connection().execute(delete(table).where(*(column == given for column, given in row(other).items())))
            linked[one.key] = list(value)

    def _update(self, instance: Any, changed: set[str]) -> None:
        kind = type(instance)
        by_key = kind.__mapper__.columns_by_key
        values = {by_key[key].key: instance.__dict__[key] for key in changed if key in by_key}
        instance.__dict__["_changed"] = set()
        self.connection().execute(update(kind.__table__).where(_identity(instance)).values(values))

    def bulk_insert_mappings(self, mapper: Any, mappings: Iterable[dict[str, Any]], *_: Any, **__: Any) -> None:
        """INSERT of rows."""
        rows = list(mappings)
        if rows:
            self.connection().execute(insert(getattr(mapper, "__table__", mapper)), rows)

    def bulk_update_mappings(self, mapper: Any, mappings: Iterable[dict[str, Any]]) -> None:
        """UPDATE of rows by their primary key."""
        table = mapper.__table__
        keys = [column.key for column in table.primary_key]
        for mapping in mappings:
            values = {key: value for key, value in mapping.items() if key not in keys}
            conditions = [table.c[key] == mapping[key] for key in keys]
            self.connection().execute(update(table).where(*conditions).values(values))

    def bulk_save_objects(self, objects: Iterable[Any], **_: Any) -> None:
        """Writes objects."""
        self.add_all(objects)
        self.flush()

    def refresh(self, instance: Any, *_: Any, **__: Any) -> None:
        """Reads an object's row again."""
        self.flush()
        kind = type(instance)
        row = self.connection().execute(select(kind.__table__).where(_identity(instance))).first()
        if row is None:
            raise InvalidRequestError(f"Could not refresh instance '{instance!r}'")
        columns = dict(zip(kind.__table__.c, row))
        instance.__dict__.update({key: columns.get(column) for key, column in kind.__mapper__.columns_by_key.items()})

    def expire_all(self) -> None:
        """Forgets what was loaded."""
        self._known.clear()

    def expire(self, *_: Any) -> None:
        """The next ``refresh`` reads again."""

    def expunge_all(self) -> None:
        """Forgets the objects."""
        self._known.clear()
        self._new.clear()

    def expunge(self, instance: Any) -> None:
        """Forgets an object."""
        self._known = {key: value for key, value in self._known.items() if value is not instance}

    @property
    def new(self) -> list[Any]:
        """The objects that are not written yet."""
        return self._new

    @property
    def dirty(self) -> list[Any]:
        """The objects that were changed."""
        return [instance for instance in self._known.values() if instance.__dict__.get("_changed")]

    def begin(self, *_: Any) -> "Session":
        """Itself, as a block."""
        return self

    def begin_nested(self) -> Any:
        """A savepoint."""
        return self.connection().begin_nested()

    def commit(self) -> None:
        """Writes what changed. On the connection of a migration Alembic commits."""
        self.flush()
        if not getattr(self.connection(), "is_migration", False):
            self.connection().commit()

    def rollback(self) -> None:
        """Takes back what was not committed."""
        self.expunge_all()
        self.connection().rollback()

    def close(self) -> None:
        """Forgets the objects."""
        self.expunge_all()

    def in_transaction(self) -> bool:
        """Whether a transaction is open."""
        return self.connection().in_transaction()

    def __contains__(self, instance: Any) -> bool:
        return any(known is instance for known in [*self._new, *self._known.values()])

    def __enter__(self) -> "Session":
        return self

    def __exit__(self, kind: Any, *_: Any) -> None:
        self.close()


class _Nothing:
    def __enter__(self) -> None:
        return None

    def __exit__(self, *_: Any) -> None:
        return None


class Query:
    """``session.query(User).filter(...)``"""

    def __init__(self, entities: Any, session: Session, statement: Select | None = None) -> None:
        self.session = session
        self._entities = entities
        self.statement = statement if statement is not None else select(*entities)

    def _with(self, statement: Select) -> "Query":
        return Query(self._entities, self.session, statement)

    def __getattr__(self, name: str) -> Any:
        if name in ("where", "filter", "filter_by", "order_by", "group_by", "having", "limit", "offset", "join", "outerjoin", "select_from", "distinct", "slice", "with_for_update"):
            return lambda *args, **options: self._with(getattr(self.statement, name)(*args, **options))
        raise AttributeError(f"'Query' object has no attribute {name!r}")

    def options(self, *_: Any, **__: Any) -> "Query":
        """Without effect."""
        return self

    yield_per = execution_options = enable_eagerloads = options

    def _result(self) -> Any:
        return self.session.execute(self.statement)

    def all(self) -> list[Any]:
        """All objects or rows."""
        result = self._result()
        return result.scalars().all() if len(self._entities) == 1 and _is_mapped(self._entities[0]) else result.all()

    def __iter__(self) -> Any:
        return iter(self.all())

    def first(self) -> Any:
        """The first, or None."""
        return next(iter(self._with(self.statement.limit(1)).all()), None)

    def one(self) -> Any:
        """The only one."""
        found = self.all()
        if not found:
            raise NoResultFound("No row was found when one was required")
        if len(found) > 1:
            raise MultipleResultsFound("Multiple rows were found when exactly one was required")
        return found[0]

    def one_or_none(self) -> Any:
        """The only one, or None."""
        return self.one() if self.count() else None

    def get(self, ident: Any) -> Any:
        """By the primary key."""
        return self.session.get(self._entities[0], ident)

    def scalar(self) -> Any:
        """The first value of the first row."""
        return self._result().scalar()

    def count(self) -> int:
        """How many rows there are."""
        return self.session.execute(select(func.count()).select_from(self.statement.order_by(None).subquery())).scalar()

    def exists(self) -> Any:
        """``EXISTS (SELECT ...)``"""
        return self.statement.exists()

    def subquery(self, name: str | None = None) -> Any:
        """``(SELECT ...) AS name``"""
        return self.statement.subquery(name)

    def update(self, values: Any, synchronize_session: Any = None, **_: Any) -> int:
        """UPDATE of the rows that the query finds."""
        self.session.flush()
        statement = update(as_from(self._entities[0])).values(values).where(*self.statement._where)
        self.session._known.clear()
        return self.session.connection().execute(statement).rowcount

    def delete(self, synchronize_session: Any = None, **_: Any) -> int:
        """DELETE of the rows that the query finds."""
        self.session.flush()
        self.session._known.clear()
        return self.session.connection().execute(delete(as_from(self._entities[0])).where(*self.statement._where)).rowcount


class sessionmaker:
    """Makes sessions of one kind."""

    def __init__(self, bind: Any = None, class_: Any = Session, **options: Any) -> None:
        self.class_ = class_
        self.kw = {"bind": bind, **options}

    def __class_getitem__(cls, _: Any) -> Any:
        return cls

    def __call__(self, **options: Any) -> Any:
        return self.class_(**{**self.kw, **options})

    def configure(self, **options: Any) -> None:
        """Changes what sessions are made with."""
        self.kw.update(options)

    def begin(self) -> Any:
        """A session as a block."""
        return self()


class scoped_session:
    """One session for all."""

    def __init__(self, session_factory: Any, scopefunc: Any = None) -> None:
        self.session_factory = session_factory
        self._session: Any = None

    def __call__(self, **options: Any) -> Any:
        if self._session is None:
            self._session = self.session_factory(**options)
        return self._session

    def remove(self) -> None:
        """Forgets the session."""
        self._session = None

    def query_property(self) -> Any:
        """``Model.query``"""
        return None

    def __getattr__(self, name: str) -> Any:
        return getattr(self(), name)


def _set_relationships(instance: Any) -> list[tuple[Any, Any]]:
    """The relationships that an object was given, or has loaded, with what is at their other end."""
    relationships = type(instance).__mapper__.relationships
    return [(one, instance.__dict__[one.key]) for one in relationships if one.key in instance.__dict__]


def _holds(objects: Iterable[Any], wanted: Any) -> bool:
    return any(one is wanted for one in objects)


def _forget_reference(instance: Any, column: Any) -> None:
    """What an object refers to by a column that has another value now is read again."""
    for one, _ in _set_relationships(instance):
        if one.direction is Direction.MANYTOONE and any(own is column for own, _ in one.pairs):
            instance.__dict__.pop(one.key)
            instance.__dict__.get("_given", set()).discard(one.key)


def _set_key(instance: Any, column: Any, value: Any) -> None:
    key = _key_of(type(instance), column)
    if instance.__dict__.get(key) != value:
        setattr(instance, key, value)


def _is_mapped(entity: Any) -> bool:
    return isinstance(entity, type) and hasattr(entity, "__mapper__")


def _key_of(kind: Any, column: Any) -> str:
    return next(key for key, own in kind.__mapper__.columns_by_key.items() if own is column)


def _identity(instance: Any) -> Any:
    kind = type(instance)
    return and_(*(column == instance.__dict__[_key_of(kind, column)] for column in kind.__table__.primary_key))


def aliased(element: Any, alias: Any = None, name: str | None = None, **_: Any) -> Any:
    """A class under another name."""
    made = Alias(as_from(element), name)
    return _AliasedClass(made)


class _AliasedClass:
    def __init__(self, made: Alias) -> None:
        self.__table__ = made

    def __clause_element__(self) -> Alias:
        return self.__table__

    def __getattr__(self, name: str) -> Any:
        return getattr(self.__table__.c, name)


def object_session(instance: Any) -> None:
    """Not known."""


def make_transient(instance: Any) -> None:
    """Makes an object new again."""
    instance.__dict__.pop("_changed", None)


def close_all_sessions() -> None:
    """Nothing is open."""
