"""As much of pydantic as settings of a project need: annotated attributes with defaults, converted from texts."""

from pydantic.fields import Field, FieldInfo, PrivateAttr
from pydantic.main import BaseModel, ConfigDict, ValidationError, computed_field, field_validator, model_validator, root_validator, validator
from pydantic.types import AnyUrl, EmailStr, HttpUrl, PostgresDsn, SecretStr


def __getattr__(name: str) -> object:
    if name == "BaseSettings":
        from pydantic_settings import BaseSettings

        return BaseSettings
    raise AttributeError(f"module 'pydantic' has no attribute {name!r}: only what settings need is here")


__all__ = [
    "AnyUrl",
    "BaseModel",
    "ConfigDict",
    "EmailStr",
    "Field",
    "FieldInfo",
    "HttpUrl",
    "PostgresDsn",
    "PrivateAttr",
    "SecretStr",
    "ValidationError",
    "computed_field",
    "field_validator",
    "model_validator",
    "root_validator",
    "validator",
]
