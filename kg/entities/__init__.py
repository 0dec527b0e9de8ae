"""Who is who: names, coreference and canonical entities of an article, and merges across articles."""

from kg.entities.resolve import resolve

__all__ = ["resolve"]
