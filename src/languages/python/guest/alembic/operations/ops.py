"""Operations as objects. Each holds the engine's data of it. Source: alembic.operations.ops."""

from typing import Any

from alembic.operations import schemaobj

_CAMEL: dict[str, str] = {"type_": "type", "ondelete": "onDelete", "onupdate": "onUpdate", "modify_type": "type", "modify_nullable": "nullable", "modify_server_default": "serverDefault", "modify_comment": "comment", "modify_name": "newColumnName"}


def camel(name: str) -> str:
    """The engine's name of an argument."""
    if name in _CAMEL:
        return _CAMEL[name]
    name = name.removeprefix("postgresql_")
    first, *rest = name.split("_")
    return first + "".join(word.capitalize() for word in rest)


class MigrateOperation:
    """What all operations are. An operation of the project's own derives from it."""

    kind: str | None = None

    def __init__(self) -> None:
        self.info: dict[Any, Any] = {}

    @classmethod
    def from_operation(cls, data: dict[str, Any]) -> "MigrateOperation":
        """The object for the engine's data."""
        kind = _KINDS.get(data["kind"], MigrateOperation)
        made = object.__new__(kind)
        made.__dict__["data"] = dict(data)
        made.__dict__["info"] = {}
        return made

    def operation_data(self) -> dict[str, Any]:
        """The engine's data."""
        return self.__dict__["data"]

    def reverse(self) -> "MigrateOperation":
        """The operation that takes this one back."""
        from _stillroom.host import call_host

        return MigrateOperation.from_operation(call_host("reverseOperation", {"operation": self.operation_data()}))

    def to_diff_tuple(self) -> Any:
        """What ``compare_metadata`` would say."""
        raise NotImplementedError("to_diff_tuple() is not here")


class _Known(MigrateOperation):
    """An operation of Alembic's own: its arguments are attributes over the engine's data."""

    def __init__(self, *args: Any, **keywords: Any) -> None:
        from alembic.operations.base import Operations

        collected: list[dict[str, Any]] = []
        args, keywords = self._method_arguments(*args, **keywords)
        getattr(Operations(collect=collected.append), self.method)(*args, **keywords)
        self.__dict__["data"] = collected[0]
        self.__dict__["info"] = {}

    method = ""

    @classmethod
    def _method_arguments(cls, *args: Any, **keywords: Any) -> tuple[tuple[Any, ...], dict[str, Any]]:
        """What the method of ``op`` takes for what the class takes."""
        return args, {key: value for key, value in keywords.items() if value is not None}

    def __getattr__(self, name: str) -> Any:
        data = self.__dict__.get("data", {})
        if name == "column" and "column" in data:
            return self._cached("column", lambda: schemaobj.column(data["column"]))
        if name == "columns" and self.kind == "createTable":
            return self._cached("columns", lambda: [*map(schemaobj.column, data["columns"]), *map(schemaobj.constraint, data.get("constraints", []))])
        if name in ("existing_type", "modify_type"):
            from sqlalchemy.schema.reflect import type_from_data

            given = data.get(camel(name))
            return None if given is None else type_from_data(given)
        key = {"source_table": "sourceTable", "referent_table": "referentTable"}.get(name, camel(name))
        if key in data:
            value = data[key]
            return schemaobj.name_of(value) if key in ("constraintName", "indexName", "tableName", "columnName") else value
        if name.startswith(("existing_", "modify_")):
            return False if name.endswith(("server_default", "comment")) else None
        if name in _OPTIONAL:
            return None
        if name == "kw":
            return {}
        raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")

    def _cached(self, name: str, make: Any) -> Any:
        cache = self.__dict__.setdefault("_cache", {})
        if name not in cache:
            cache[name] = make()
        return cache[name]

    def __setattr__(self, name: str, value: Any) -> None:
        data = self.__dict__["data"]
        if name in ("column", "columns"):
            self.__dict__.setdefault("_cache", {})[name] = value
        elif hasattr(value, "type_data"):
            data[camel(name)] = value.type_data()
        elif name.endswith("server_default"):
            from sqlalchemy.schema.sqltext import default_data

            data[camel(name)] = default_data(value)
        else:
            data[camel(name)] = value

    def operation_data(self) -> dict[str, Any]:
        from sqlalchemy.schema import Column

        data = dict(self.__dict__["data"])
        cache = self.__dict__.get("_cache", {})
        if "column" in cache:
            data["column"] = cache["column"].column_data()
        if "columns" in cache:
            data["columns"] = [one.column_data() for one in cache["columns"] if isinstance(one, Column)]
            data["constraints"] = [one.constraint_data() for one in cache["columns"] if hasattr(one, "constraint_data")]
        return data

    def to_table(self, migration_context: Any = None) -> Any:
        """The table that it makes or drops."""
        data = self.operation_data()
        inner = data.get("reverse", data)
        return schemaobj.table({"indexes": [], "constraints": [], "columns": [], **inner, "name": data["tableName"]})

    def to_column(self, migration_context: Any = None) -> Any:
        """The column that it adds or drops."""
        data = self.operation_data()
        return schemaobj.column(data["column"] if "column" in data else data["reverse"]["column"])

    def to_index(self, migration_context: Any = None) -> Any:
        """The index that it makes or drops."""
        data = self.operation_data()
        inner = data.get("reverse", data)
        return schemaobj.index({"columns": [], **inner, "name": data["indexName"]})

    def to_constraint(self, migration_context: Any = None) -> Any:
        """The constraint that it makes."""
        raise NotImplementedError("to_constraint() is not here")


_OPTIONAL = {"schema", "comment", "unique", "if_exists", "if_not_exists", "table_name", "constraint_type", "existing_comment"}

_KINDS: dict[str, type[MigrateOperation]] = {}


def _known(name: str, kind: str, method: str, base: type = _Known) -> Any:
    made = type(name, (base,), {"kind": kind, "method": method, "__doc__": f"``op.{method}``", "__module__": __name__})
    _KINDS[kind] = made
    return made


class AlterTableOp(_Known):
    """A change of a table."""


class AddConstraintOp(_Known):
    """A new constraint."""


class _WithColumns(_Known):
    @classmethod
    def _method_arguments(cls, *args: Any, columns: Any = None, **keywords: Any) -> tuple[tuple[Any, ...], dict[str, Any]]:
        table_name, *given = args
        return super()._method_arguments(table_name, *(given[0] if columns is None else columns), **keywords)


class _Altered(AlterTableOp):
    _MODIFIED = {"modify_nullable": "nullable", "modify_type": "type_", "modify_name": "new_column_name", "modify_comment": "comment", "modify_server_default": "server_default"}
    # False is what says that they are not given; None takes them away.
    _TAKEN_AWAY_BY_NONE = {"modify_comment", "modify_server_default", "existing_server_default"}

    @classmethod
    def _method_arguments(cls, *args: Any, **keywords: Any) -> tuple[tuple[Any, ...], dict[str, Any]]:
        # Alembic keeps other keywords, and nobody reads them.
        known = {key: value for key, value in keywords.items() if key.startswith(("existing_", "modify_")) or key in ("schema", "autoincrement")}
        given = {key: value for key, value in known.items() if value is not (False if key in cls._TAKEN_AWAY_BY_NONE else None)}
        return args, {cls._MODIFIED.get(key, key): value for key, value in given.items()}


CreateTableOp = _known("CreateTableOp", "createTable", "create_table", _WithColumns)
DropTableOp = _known("DropTableOp", "dropTable", "drop_table")
RenameTableOp = _known("RenameTableOp", "renameTable", "rename_table", AlterTableOp)
AddColumnOp = _known("AddColumnOp", "addColumn", "add_column", AlterTableOp)
DropColumnOp = _known("DropColumnOp", "dropColumn", "drop_column", AlterTableOp)
AlterColumnOp = _known("AlterColumnOp", "alterColumn", "alter_column", _Altered)
CreateTableCommentOp = _known("CreateTableCommentOp", "createTableComment", "create_table_comment", AlterTableOp)
DropTableCommentOp = _known("DropTableCommentOp", "dropTableComment", "drop_table_comment", AlterTableOp)
CreatePrimaryKeyOp = _known("CreatePrimaryKeyOp", "createPrimaryKey", "create_primary_key", AddConstraintOp)
CreateUniqueConstraintOp = _known("CreateUniqueConstraintOp", "createUniqueConstraint", "create_unique_constraint", AddConstraintOp)
CreateCheckConstraintOp = _known("CreateCheckConstraintOp", "createCheckConstraint", "create_check_constraint", AddConstraintOp)
CreateForeignKeyOp = _known("CreateForeignKeyOp", "createForeignKey", "create_foreign_key", AddConstraintOp)
CreateExcludeConstraintOp = _known("CreateExcludeConstraintOp", "createExcludeConstraint", "create_exclude_constraint", AddConstraintOp)
DropConstraintOp = _known("DropConstraintOp", "dropConstraint", "drop_constraint")
CreateIndexOp = _known("CreateIndexOp", "createIndex", "create_index")
DropIndexOp = _known("DropIndexOp", "dropIndex", "drop_index")
ExecuteSQLOp = _known("ExecuteSQLOp", "executeSql", "execute")
BulkInsertOp = _known("BulkInsertOp", "bulkInsert", "bulk_insert")


class OpContainer(MigrateOperation):
    """Several operations."""

    def __init__(self, ops: Any = ()) -> None:
        super().__init__()
        self.ops: list[Any] = list(ops)

    def is_empty(self) -> bool:
        """Whether nothing is to be done."""
        return all(isinstance(one, OpContainer) and one.is_empty() for one in self.ops)

    def as_diffs(self) -> Any:
        """The differences."""
        raise NotImplementedError("as_diffs() is not here")

    def flat(self) -> list[dict[str, Any]]:
        """The engine's data of all of them, in order."""
        found: list[dict[str, Any]] = []
        for one in self.ops:
            found += one.flat() if isinstance(one, OpContainer) else [one.operation_data()]
        return found


class ModifyTableOps(OpContainer):
    """Changes of one table."""

    def __init__(self, table_name: str, ops: Any = (), *, schema: str | None = None) -> None:
        super().__init__(ops)
        self.table_name = table_name
        self.schema = schema


class UpgradeOps(OpContainer):
    """What ``upgrade()`` will do."""

    def __init__(self, ops: Any = (), upgrade_token: str = "upgrades") -> None:
        super().__init__(ops)
        self.upgrade_token = upgrade_token

    def reverse_into(self, downgrade_ops: "DowngradeOps") -> "DowngradeOps":
        """Fills the other with the reverse."""
        downgrade_ops.ops[:] = [MigrateOperation.from_operation(data) for data in _reversed(self.flat())]
        return downgrade_ops

    def reverse(self) -> "DowngradeOps":  # type: ignore[override]
        return self.reverse_into(DowngradeOps())


class DowngradeOps(OpContainer):
    """What ``downgrade()`` will do."""

    def __init__(self, ops: Any = (), downgrade_token: str = "downgrades") -> None:
        super().__init__(ops)
        self.downgrade_token = downgrade_token


def _reversed(operations: list[dict[str, Any]]) -> list[dict[str, Any]]:
    from _stillroom.host import call_host

    return [call_host("reverseOperation", {"operation": one}) for one in reversed(operations)]


_IN_TABLE = {"addColumn", "dropColumn", "alterColumn", "createPrimaryKey", "createUniqueConstraint", "createCheckConstraint", "createForeignKey", "createExcludeConstraint", "dropConstraint", "createTableComment", "dropTableComment", "createIndex", "dropIndex"}


def _grouped(operations: list[dict[str, Any]]) -> list[MigrateOperation]:
    """Neighbouring changes of a table that is there already stand in ModifyTableOps, as autogenerate has them."""
    grouped: list[MigrateOperation] = []
    whole: set[Any] = {(schemaobj.text(one["tableName"]), one.get("schema")) for one in operations if one["kind"] in ("createTable", "dropTable")}
    for data in operations:
        made = MigrateOperation.from_operation(data)
        key = (schemaobj.text(data.get("tableName", data.get("sourceTable"))), data.get("schema", data.get("sourceSchema")))
        if data["kind"] not in _IN_TABLE or key in whole and data["kind"] in ("createIndex", "dropIndex"):
            grouped.append(made)
            continue
        last = grouped[-1] if grouped else None
        if isinstance(last, ModifyTableOps) and (last.table_name, last.schema) == key:
            last.ops.append(made)
        else:
            grouped.append(ModifyTableOps(key[0], [made], schema=key[1]))
    return grouped


class MigrationScript(MigrateOperation):
    """A revision file that is about to be written."""

    def __init__(self, rev_id: str | None, upgrade_ops: Any, downgrade_ops: Any, *, message: str | None = None, imports: Any = (), head: Any = None, splice: bool = False, branch_label: Any = None, version_path: Any = None, depends_on: Any = None) -> None:
        super().__init__()
        self.rev_id = rev_id
        self.message = message
        self.imports = set(imports)
        self.head = head
        self.splice = splice
        self.branch_label = branch_label
        self.version_path = version_path
        self.depends_on = depends_on
        self.upgrade_ops = upgrade_ops
        self.downgrade_ops = downgrade_ops

    @property
    def upgrade_ops_list(self) -> list[Any]:
        """One, or one a database."""
        return self.upgrade_ops if isinstance(self.upgrade_ops, list) else [self.upgrade_ops]

    @property
    def downgrade_ops_list(self) -> list[Any]:
        """One, or one a database."""
        return self.downgrade_ops if isinstance(self.downgrade_ops, list) else [self.downgrade_ops]

    @classmethod
    def from_data(cls, data: dict[str, Any]) -> "MigrationScript":
        """From the engine's data."""
        return cls(
            data["revisionId"],
            UpgradeOps(_grouped(data["upgradeOps"])),
            DowngradeOps(_grouped(data["downgradeOps"])),
            message=data["message"],
            imports=data["imports"],
            head=data["head"],
            splice=data["splice"],
            branch_label=data["branchLabel"],
            version_path=data["versionPath"],
            depends_on=data["dependsOn"],
        )

    def script_data(self) -> dict[str, Any]:
        """As the engine takes it."""
        depends = self.depends_on or []
        data = {
            "message": self.message,
            "upgradeOps": [one for ops in self.upgrade_ops_list for one in ops.flat()],
            "downgradeOps": [one for ops in self.downgrade_ops_list for one in ops.flat()],
            "imports": sorted(self.imports),
            "head": list(self.head) if isinstance(self.head, (tuple, list)) else self.head,
            "splice": bool(self.splice),
            "branchLabel": self.branch_label,
            "versionPath": self.version_path,
            "dependsOn": [depends] if isinstance(depends, str) else list(depends),
        }
        return data if self.rev_id is None else {**data, "revisionId": self.rev_id}
