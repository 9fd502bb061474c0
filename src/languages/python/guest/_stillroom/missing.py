"""What is said of a name that a module does not have."""

import difflib
from collections.abc import Iterable


def missing_attribute(module: str, name: str, known: Iterable[str]) -> AttributeError:
    """Python's own words, and the nearest name that there is."""
    near = difflib.get_close_matches(name, list(known), 1)
    hint = f". Did you mean: {near[0]!r}?" if near else ""
    return AttributeError(f"module {module!r} has no attribute {name!r}{hint}")
