"""Classes with annotated attributes. Source: pydantic.main."""

import enum
import json
import types
import typing
from typing import Any

from pydantic.fields import FieldInfo
from pydantic.types import AnyUrl, SecretStr


class ValidationError(ValueError):
    """Values that do not fit."""


class ConfigDict(dict):
    """Settings of a class."""


class BaseModel:
    """A class with annotated attributes."""

    model_config: Any = ConfigDict()

    def __init__(self, **values: Any) -> None:
        missing = []
        for name, field in self._fields().items():
            key = next((one for one in (field.alias, name) if one is not None and one in values), None)
            if key is not None:
                self._assign(name, values[key])
            elif field.is_required:
                missing.append(name)
            else:
                self._assign(name, field.value(), given=False)
        if missing:
            noun = "error" if len(missing) == 1 else "errors"
            lines = "".join(f"\n{name}\n  Field required" for name in missing)
            raise ValidationError(f"{len(missing)} validation {noun} for {type(self).__name__}{lines}")

    @classmethod
    def _fields(cls) -> dict[str, FieldInfo]:
        found: dict[str, FieldInfo] = {}
        for base in reversed(cls.__mro__):
            for name in _annotations(base):
                if name.startswith("_") or name == "model_config":
                    continue
                default = base.__dict__.get(name, ...)
                found[name] = default if isinstance(default, FieldInfo) else FieldInfo(default)
        return found

    def _assign(self, name: str, value: Any, given: bool = True) -> None:
        annotation = next((_annotations(base)[name] for base in type(self).__mro__ if name in _annotations(base)), Any)
        for validate in self._validators(name, "before"):
            value = validate(value)
        value = convert(value, annotation) if given or isinstance(value, str) else value
        for validate in self._validators(name, "after"):
            value = validate(value)
        object.__setattr__(self, name, value)

    def _validators(self, name: str, mode: str) -> list[Any]:
        found = []
        for key in dir(type(self)):
            marked = getattr(getattr(type(self), key, None), "_validates", None)
            if marked is not None and marked[1] == mode and (name in marked[0] or "*" in marked[0]):
                function = getattr(type(self), key)
                found.append(lambda value, function=function: _call(function, value, self))
        return found

    def model_dump(self, **_: Any) -> dict[str, Any]:
        """The values."""
        return {name: getattr(self, name) for name in self._fields()}

    dict = model_dump

    def __repr__(self) -> str:
        return f"{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in self.model_dump().items())})"


def _call(function: Any, value: Any, model: Any) -> Any:
    import inspect

    count = len(inspect.signature(function).parameters)
    if count <= 1:
        return function(value)
    return function(value, _Info(model) if "info" in inspect.signature(function).parameters else dict(model.__dict__))


class _Info:
    def __init__(self, model: Any) -> None:
        self.data = dict(model.__dict__)


def _annotations(cls: Any) -> dict[str, Any]:
    import annotationlib

    try:
        return annotationlib.get_annotations(cls, eval_str=True)
    except Exception:
        return annotationlib.get_annotations(cls, format=annotationlib.Format.FORWARDREF)


def convert(value: Any, annotation: Any) -> Any:
    """A value as its annotation wants it. Raises ValidationError."""
    origin = typing.get_origin(annotation)
    if origin is typing.Annotated:
        return convert(value, typing.get_args(annotation)[0])
    if origin in (typing.Union, types.UnionType):
        kinds = [kind for kind in typing.get_args(annotation) if kind is not type(None)]
        if value is None:
            return None
        for kind in kinds:
            try:
                return convert(value, kind)
            except (ValidationError, ValueError, TypeError):
                continue
        return value
    if origin in (list, set, tuple) and isinstance(value, str):
        return origin(json.loads(value)) if value.startswith("[") else origin(part.strip() for part in value.split(","))
    if origin is dict and isinstance(value, str):
        return json.loads(value)
    if annotation is bool and isinstance(value, str):
        return value.strip().lower() in ("1", "true", "yes", "on", "y", "t")
    if annotation in (int, float) and isinstance(value, str):
        try:
            return annotation(value)
        except ValueError as error:
            raise ValidationError(f"Input should be a valid {annotation.__name__}, got {value!r}") from error
    if isinstance(annotation, type) and issubclass(annotation, (SecretStr, AnyUrl, enum.Enum)) and not isinstance(value, annotation):
        return annotation(value)
    if isinstance(annotation, type) and issubclass(annotation, BaseModel) and isinstance(value, dict):
        return annotation(**value)
    return value


def _marking(names: tuple[str, ...], mode: str) -> Any:
    def mark(function: Any) -> Any:
        inner = function.__func__ if isinstance(function, classmethod) else function
        made = classmethod(inner)
        inner._validates = (names, mode)
        return made

    return mark


def field_validator(*fields: str, mode: str = "after", **_: Any) -> Any:
    """Marks a method that checks a field."""
    return _marking(fields, mode)


def validator(*fields: str, pre: bool = False, **_: Any) -> Any:
    """Marks a method that checks a field."""
    return _marking(fields, "before" if pre else "after")


def model_validator(*_: Any, **__: Any) -> Any:
    """Marks a method that checks a whole object; it is not called here."""
    return lambda function: function


def root_validator(*args: Any, **_: Any) -> Any:
    """Marks a method that checks a whole object; it is not called here."""
    return args[0] if args and callable(args[0]) else lambda function: function


def computed_field(*args: Any, **_: Any) -> Any:
    """Marks a property."""
    return args[0] if args else lambda function: function
