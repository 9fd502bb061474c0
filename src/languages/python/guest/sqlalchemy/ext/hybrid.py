"""Attributes that are computed. Source: sqlalchemy.ext.hybrid."""

from typing import Any


class hybrid_property:
    """A property of objects and, as an expression, of classes."""

    def __init__(self, fget: Any, fset: Any = None, fdel: Any = None, expr: Any = None, *_: Any, **__: Any) -> None:
        self.fget, self.fset, self.expr = fget, fset, expr
        self.__doc__ = fget.__doc__

    def __get__(self, instance: Any, owner: Any) -> Any:
        if instance is None:
            function = self.expr or self.fget
            return (function.__func__ if isinstance(function, classmethod) else function)(owner)
        return self.fget(instance)

    def __set__(self, instance: Any, value: Any) -> None:
        if self.fset is None:
            raise AttributeError("can't set attribute")
        self.fset(instance, value)

    def setter(self, fset: Any) -> "hybrid_property":
        """How it is set."""
        return hybrid_property(self.fget, fset, None, self.expr)

    def expression(self, expr: Any) -> "hybrid_property":
        """What it is as SQL."""
        return hybrid_property(self.fget, self.fset, None, expr)

    inplace = property(lambda self: self)

    def comparator(self, _: Any) -> "hybrid_property":
        """How it is compared; without effect."""
        return self

    def update_expression(self, _: Any) -> "hybrid_property":
        """How it is updated; without effect."""
        return self


class hybrid_method:
    """A method of objects and classes."""

    def __init__(self, func: Any, expr: Any = None) -> None:
        self.func, self.expr = func, expr

    def __get__(self, instance: Any, owner: Any) -> Any:
        if instance is None:
            return (self.expr or self.func).__get__(owner)
        return self.func.__get__(instance)

    def expression(self, expr: Any) -> "hybrid_method":
        """What it is as SQL."""
        return hybrid_method(self.func, expr)


class Comparator:
    """How a hybrid is compared."""

    def __init__(self, expression: Any) -> None:
        self.expression = expression
