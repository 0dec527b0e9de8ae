"""Descriptions by origin: "der Amerikaner", "die Wienerin"."""

from __future__ import annotations

from functools import cache

from kg.entities.anaphora import Discourse
from kg.entities.descriptions import Description
from kg.entities.incumbents import persons_before, salient
from kg.entities.nodes import Node
from kg.entities.passage import Passage
from kg.entities.rulers import realms
from kg.language.lexicon import Lexicon

GUESSED = "origin, by recency"


def by_origin(talk: Discourse, what: Description) -> tuple[Node, str] | None:
    """Find the person that a noun of origin means: one of whom it is told or known, else the nearest who may be it."""
    page = talk.page
    code = _home(page, what.head)
    persons = [n for n in persons_before(talk, what) if any(link.head < what.head for link in n.links)]
    recent = {id(seen.node) for seen in talk.recent(what.head, 4)}
    near = [n for n in persons if id(n) in recent]
    told = [n for n in [*near, *persons] if code in n.places] or [n for n in near if code in _realms(n, page)]
    if told:
        return told[0], "origin"
    barred = {id(n) for n in persons if n.places or _is_elsewhere(page, n, code)}
    node = salient(talk, what, 4, barred=barred)
    return (node, GUESSED) if node else None


def _home(page: Passage, token: int) -> str:
    place = page.gaz.inhabitants[page.words[token]].place
    return place.country or place.key


def _is_elsewhere(page: Passage, node: Node, code: str) -> bool:
    """Whether a person is known to be of another country: by an earlier description, a post of state, a body."""
    earlier = [
        link.head for link in node.links if link.how == GUESSED and page.words[link.head] in page.gaz.inhabitants
    ]
    if earlier:
        return all(_home(page, token) != code for token in earlier)
    if node.nouns & _posts_of_state(page.lexicon):
        return True
    bodies = [body.known for body in node.circle if body.known and body.category in {"party", "state"}]
    homes = {known.country for known in bodies if known.country} | _realms(node, page)
    return bool(homes) and code not in homes


def _realms(node: Node, page: Passage) -> frozenset[str]:
    """Codes of the countries that somebody with the person's surname has governed."""
    countries = realms(node.name, page.lexicon)
    known = {country: page.gaz.names.get(country) for country in countries}
    return frozenset((place.country or place.key) if place else country for country, place in known.items())


@cache
def _posts_of_state(lexicon: Lexicon) -> frozenset[str]:
    """Nouns for those who govern: of whose country nothing is said, it is the reader's own."""
    return frozenset(lexicon.table("coreference")["governing"])
