"""What the article says about its entities: claims and events."""

from kg.facts.extract import extract

__all__ = ["extract"]
