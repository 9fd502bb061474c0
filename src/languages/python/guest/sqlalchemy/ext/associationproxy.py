"""Attributes through a relationship: accepted. Source: sqlalchemy.ext.associationproxy."""

from typing import Any


class AssociationProxy:
    """An attribute of what a relationship leads to."""

    def __init__(self, target_collection: str, attr: str, **_: Any) -> None:
        self.target_collection, self.value_attr = target_collection, attr

    def __class_getitem__(cls, _: Any) -> Any:
        return cls


association_proxy = AssociationProxy
