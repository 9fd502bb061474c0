"""Defaults of attributes. Source: pydantic.fields."""

from typing import Any


class FieldInfo:
    """What ``Field()`` says."""

    def __init__(self, default: Any = ..., default_factory: Any = None, alias: str | None = None, validation_alias: Any = None, env: Any = None) -> None:
        self.default = default
        self.default_factory = default_factory
        self.alias = validation_alias if isinstance(validation_alias, str) else alias or (env if isinstance(env, str) else None)

    @property
    def is_required(self) -> bool:
        """Whether a value must be given."""
        return self.default is ... and self.default_factory is None

    def value(self) -> Any:
        """The default."""
        return self.default_factory() if self.default_factory is not None else self.default


def Field(default: Any = ..., *, default_factory: Any = None, alias: str | None = None, validation_alias: Any = None, env: Any = None, **_: Any) -> Any:
    """The default of an attribute, with its other name."""
    return FieldInfo(default, default_factory, alias, validation_alias, env)


def PrivateAttr(default: Any = None, **_: Any) -> Any:
    """An attribute that is no field."""
    return default
