"""One parsed article through the stages: times, entities, facts."""

from __future__ import annotations

from spacy.tokens import Doc

from kg.entities import resolve
from kg.facts import extract
from kg.language import Lexicon
from kg.language.times import find_times
from kg.model import Article, Reading


def read(article: Article, doc: Doc, lexicon: Lexicon) -> Reading:
    """Read one parsed article: everything that `kg inspect` shows and `kg.rdf` writes.

    Args:
        article: the article; all offsets point into its text.
        doc: its parse, from `kg.language.parse`.
        lexicon: what is known of the language.
    """
    times = find_times(doc, article.date)
    entities, mentions = resolve(doc, article, lexicon)
    return extract(doc, article, entities, mentions, times, lexicon)
