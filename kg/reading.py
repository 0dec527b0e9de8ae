"""One parsed article through the stages: times, entities, facts."""

from __future__ import annotations

from dataclasses import replace

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


def at_least(reading: Reading, confidence: float) -> Reading:
    """A reading without the claims of less confidence (0 to 1), and without the events and participants that only they tell of."""
    kept = [i for i, claim in enumerate(reading.claims) if claim.confidence >= confidence]
    place = {old: new for new, old in enumerate(kept)}
    events = []
    for event in reading.events:
        told = tuple(i for i in event.claims if i in place)
        named = {name for i in told for name in (reading.claims[i].subject, reading.claims[i].object)}
        if told:
            participants = tuple(p for p in event.participants if p in named)
            events.append(replace(event, claims=tuple(place[i] for i in told), participants=participants))
    return replace(reading, claims=tuple(reading.claims[i] for i in kept), events=tuple(events))
