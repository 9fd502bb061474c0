"""Names that are not plain texts. Source: sqlalchemy.sql.elements.quoted_name, alembic's ``op.f``."""

from typing import Any


class quoted_name(str):
    """A name whose quoting is forced on or off."""

    quote: bool | None

    def __new__(cls, value: str, quote: bool | None = None) -> "quoted_name":
        self = super().__new__(cls, value)
        self.quote = quote
        return self


class conv(str):
    """A name that a naming convention must not touch again."""


_NONE_NAME = None


def name_data(name: Any) -> Any:
    """A name as the engine takes it."""
    if isinstance(name, conv):
        return {"kind": "f", "name": str(name)}
    if isinstance(name, quoted_name) and name.quote is not None:
        return {"kind": "quotedName", "name": str(name), "quote": name.quote}
    return None if name is None else str(name)
