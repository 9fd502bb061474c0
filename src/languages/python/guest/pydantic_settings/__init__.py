"""Settings from ``os.environ`` and the project's ``.env``. Source: pydantic_settings."""

import os
from typing import Any

from dotenv import dotenv_values
from pydantic.main import BaseModel, ConfigDict


class SettingsConfigDict(ConfigDict):
    """Settings of a settings class."""


class BaseSettings(BaseModel):
    """A class whose attributes come from variables of the environment."""

    def __init__(self, _env_file: Any = None, **values: Any) -> None:
        options = dict(self.model_config)
        older = getattr(type(self), "Config", None)
        for name in ("env_file", "env_prefix", "case_sensitive"):
            if older is not None and hasattr(older, name):
                options.setdefault(name, getattr(older, name))
        files = _env_file or options.get("env_file") or ()
        found: dict[str, Any] = {}
        for file in [files] if isinstance(files, (str, os.PathLike)) else files:
            found.update(dotenv_values(file))
        found.update(os.environ)
        by_name = {name.lower(): value for name, value in found.items()}
        prefix = options.get("env_prefix", "").lower()
        given: dict[str, Any] = {}
        for name, field in self._fields().items():
            for key in filter(None, (field.alias, prefix + name)):
                if key.lower() in by_name:
                    given[name] = by_name[key.lower()]
                    break
        super().__init__(**{**given, **values})


class PydanticBaseSettingsSource:
    """Where settings come from."""
