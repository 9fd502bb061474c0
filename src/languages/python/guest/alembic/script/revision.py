"""Errors of the revision graph. Source: alembic.script.revision."""


class RevisionError(Exception):
    """A mistake in the graph."""


class MultipleHeads(RevisionError):
    """There are several heads."""


class ResolutionError(RevisionError):
    """A revision that is not there."""
