"""CREATE TYPE and DROP TYPE of enumerated types and domains."""

from typing import Any

from _stillroom.host import call_host


def create_type(type_: Any, bind: Any, checkfirst: bool) -> None:
    """Source: sqlalchemy.dialects.postgresql.named_types."""
    data = _data(type_)
    if not data.get("enumName") and not data.get("domainName"):
        return
    if checkfirst and _exists(data, bind):
        return
    for sql in call_host("compileCreateType", {"type": data}):
        bind.exec_driver_sql(sql)


def drop_type(type_: Any, bind: Any, checkfirst: bool) -> None:
    """Source: sqlalchemy.dialects.postgresql.named_types."""
    data = _data(type_)
    if checkfirst and not _exists(data, bind):
        return
    kind = "DOMAIN" if data["name"] == "DOMAIN" else "TYPE"
    bind.exec_driver_sql(f"DROP {kind} {call_host('compileType', {'type': data})}")


def _data(type_: Any) -> dict[str, Any]:
    data = type_.type_data()
    return data.get("variants", {}).get("postgresql", data)


def _exists(data: dict[str, Any], bind: Any) -> bool:
    if getattr(bind, "is_offline", False):
        return False
    from sqlalchemy.sql.elements import text

    found = bind.execute(
        text(
            "SELECT 1 FROM pg_catalog.pg_type t JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace "
            "WHERE t.typname = :name AND n.nspname = coalesce(:schema, current_schema())"
        ),
        {"name": data.get("enumName") or data.get("domainName"), "schema": data.get("schema")},
    )
    return found.first() is not None
