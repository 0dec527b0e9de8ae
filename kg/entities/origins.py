"""Descriptions by origin: "der Amerikaner", "die Wienerin"."""

from __future__ import annotations

from functools import cache

from kg.entities.anaphora import Discourse
from kg.entities.descriptions import Description, describe
from kg.entities.incumbents import persons_before, salient
from kg.entities.nodes import Link, Node
from kg.entities.passage import Passage
from kg.entities.rulers import realms
from kg.language.lexicon import Lexicon
from kg.model import EntityType

GUESSED = "origin, by recency"
JOINED = frozenset({"appos", "flat", "flat:name"})


def give_origins(page: Passage, nodes: list[Node]) -> None:
    """Note the country that stands with a name: "der Schweizer Jan Moser", "die tunesische Fluggesellschaft Tunisair"."""
    for node in nodes:
        if node.type in {EntityType.PERSON, EntityType.ORGANIZATION}:
            beside = _beside if node.type is EntityType.PERSON else _of_kind
            for link in node.links:
                place = beside(page, link) if link.kind == "name" else None
                if place is not None:
                    node.places.add(place)


def _of_kind(page: Passage, link: Link) -> str | None:
    """The country that an adjective gives to an organisation of a kind: "die tunesische Fluggesellschaft Tunisair"."""
    nouns = [i for i in (link.start, link.start - 1) if i >= 0 and page.pos[i] == "NOUN"]
    place = describe(page, nouns[0]).place if nouns else None
    return place if place is not None and ":" not in place else None


def _beside(page: Passage, link: Link) -> str | None:
    """The country of the noun right before a name, or of "aus Finnland", "(Finnland)" right behind it."""
    before = link.start - 1
    if before >= page.bounds[page.sentence[link.start]][0] and page.capital(before) and page.roles[before] is None:
        people = page.gaz.inhabitants.get(page.words[before])
        if people is not None:
            return people.place.country if people.place.type is EntityType.COUNTRY else None
        place = describe(page, before).place if page.pos[before] == "NOUN" and page.dep[link.head] in JOINED else None
        if place is not None and ":" not in place:
            return place
    behind = page.words[link.end : link.end + 3]
    country = page.gaz.names.get(behind[1]) if len(behind) == 3 and behind[0] in {"aus", "("} else None
    closed = country is not None and (behind[0] == "aus" or behind[2] == ")")
    return country.country if country is not None and country.type is EntityType.COUNTRY and closed else None


def by_origin(talk: Discourse, what: Description) -> tuple[Node, str] | None:
    """Find the person that a noun of origin means: one of whom it is told or known, else the nearest who may be it."""
    page = talk.page
    home = page.gaz.inhabitants[page.words[what.head]].place
    code = home.country or home.key
    exact = code if home.type is EntityType.COUNTRY else home.key
    persons = [n for n in persons_before(talk, what) if any(link.head < what.head for link in n.links)]
    recent = {id(seen.node) for seen in talk.recent(what.head, 4)}
    near = [n for n in persons if id(n) in recent]
    told = [n for n in [*near, *persons] if exact in n.places] or [n for n in near if exact in _realms(n, page)]
    fresh = {id(seen.node) for seen in talk.recent(what.head, 1)}
    if told and (id(told[0]) in fresh or not fresh):
        return told[0], "origin"
    barred = {id(n) for n in persons if n.places or _is_elsewhere(page, n, code) or _is_beside(page, n, what)}
    node = salient(talk, what, 1 if told else 4, barred=barred)  # who was just brought in, before one spoken of earlier
    if node is None and told:
        return told[0], "origin"
    return (node, GUESSED) if node else None


def _is_beside(page: Passage, node: Node, what: Description) -> bool:
    """Whether a person is named in one row with somebody described, who is another: "hinter Moser und der Tschechin"."""
    joining = what.start > 1 and page.lower[what.start - 1] in {"und", "oder", "sowie"}
    return joining and any(link.end == what.start - 1 for link in node.links)


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
