"""Text to Universal Dependencies: the spaCy pipeline and the language's data."""

from kg.language.lexicon import Lexicon
from kg.language.parsing import parse
from kg.language.pipeline import load

__all__ = ["Lexicon", "load", "parse"]
