"""Sports clubs by their abbreviations and towns: "SV Grünau", "FC Dornbirn 1913", "SC Wiener Neustadt", "Kremser SC"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache

from kg.entities.passage import Passage
from kg.entities.spots import Spot
from kg.language.lexicon import Lexicon
from kg.model import EntityType

NUMBER = re.compile(r"(?:0?\d|[1-9]\d|1[89]\d\d|20[0-2]\d)$")
FIRST = frozenset({"1.", "1"})
OPEN = frozenset({"Bad", "Sankt", "St."})
NAMES = frozenset({"PROPN", "X"})


def sporting_countries(page: Passage) -> Iterator[Spot]:
    """Countries by their letters in sport, behind a name: "Anna Schmidt (SVK)", "Huber (AUT/Sturm)"."""
    codes = page.lexicon.table("clubs")["countries"]
    for i in range(2, len(page.words) - 1):
        code = codes.get(page.words[i]) if page.words[i - 1] == "(" else None
        if code is not None and page.pos[i - 2] in NAMES and page.words[i + 1] in {")", ",", ";", "/", "-"}:
            known = page.gaz.countries[code]
            yield Spot(i, i + 1, known.type, known.name, "letters in sport", known=known)


def clubs(page: Passage) -> Iterator[Spot]:
    """Yield clubs whose abbreviation stands before or behind their town, those that the gazetteer knows under its name."""
    for i, word in enumerate(page.words):
        if i in page.skipped or word not in _short(page.lexicon) and word not in _words(page.lexicon):
            continue
        before, end = page.words[i - 1] if i and page.sentence[i - 1] == page.sentence[i] else "", _end(page, i)
        behind = end == i + 1
        if behind and not (before in page.gaz.urban and _stands_behind(page, i)):
            continue
        whole = not behind and before not in FIRST and page.label[i] == "ORG" and not page.begins[i]
        if not whole:  # "Hertha BSC Berlin"
            yield _club(page, i - (behind or before in FIRST), end)


def called_short(page: Passage, spots: list[Spot]) -> list[Spot]:
    """Take a club's abbreviation or town alone for the article's one club called so: "der SKN", "Ried verlor"."""
    clubs = [
        s
        for s in spots
        if s.kind == "name" and s.end - s.start > 1 and "team" in {s.category, s.known and s.known.category}
    ]
    if not clubs:
        return spots
    people = {page.words[s.end - 1] for s in spots if s.type is EntityType.PERSON and s.end - s.start > 1}
    first = _only((page.words[s.start], s) for s in clubs if page.words[s.start] in _short(page.lexicon))
    last = _only((page.words[s.end - 1], s) for s in clubs if page.words[s.end - 1] not in {*people, *page.genders})
    return [_shortened(page, s, first, last) for s in spots]


def _only(pairs: Iterable[tuple[str, Spot]]) -> dict[str, Spot]:
    """The clubs of words that only one has."""
    found: dict[str, dict[str, Spot]] = defaultdict(dict)
    for word, club in pairs:
        found[word][club.name] = club
    return {word: next(iter(clubs.values())) for word, clubs in found.items() if len(clubs) == 1}


def _shortened(page: Passage, spot: Spot, first: dict[str, Spot], last: dict[str, Spot]) -> Spot:
    """A name of one word as the club's that it is short for."""
    if spot.kind != "name" or spot.known is not None or spot.end - spot.start > 1:
        return spot
    by_type = {EntityType.ORGANIZATION: first, EntityType.PERSON: last}.get(spot.type, {})
    club = by_type.get(page.words[spot.start]) or by_type.get(page.words[spot.start].removesuffix("s"))
    if club is None:
        return spot
    return replace(
        spot, type=club.type, name=club.name, known=club.known, category=club.category, how="short name", gender=None
    )


def _stands_behind(page: Passage, i: int) -> bool:
    """Whether letters may be a club's behind the adjective of a town: "Kremser SC"."""
    short = page.words[i]
    return short in _short(page.lexicon) and short not in page.lexicon.table("clubs")["no_clubs"]


def _end(page: Passage, i: int) -> int:
    """Where the name ends that a club's abbreviation or first word opens at ``i``; right behind it if none does."""
    bound = page.bounds[page.sentence[i]][1]
    at = i + 1
    if at < bound and page.words[i] in _short(page.lexicon) and NUMBER.match(page.words[at]):
        at += 1
    end = at
    while end < bound and (page.words[end] in page.gaz.urban or page.words[end] in OPEN) and page.capital(end + 1):
        end += 1
    if end >= bound or not _names(page, i, end):
        return i + 1
    end += 1
    while end < bound and page.label[end] == "ORG" and not page.begins[end] and page.capital(end):
        if page.words[end] in page.genders:
            break  # "Trainer des FC Bayern Pep Guardiola"
        end += 1
    numbered = end < bound and NUMBER.match(page.words[end]) and page.label[end] in {"ORG", "LOC"}
    return end + 1 if numbered and not page.begins[end] else end


def _names(page: Passage, i: int, end: int) -> bool:
    """Whether a word behind a club's first can be the rest of its name: for a word of the language, only a town."""
    known = page.gaz.name(page.words[end])
    if page.words[i] in _words(page.lexicon):
        return known is not None and known.type is EntityType.PLACE and not known.ambiguous
    person = page.label[end] == "PER" or page.roles[end] is not None or page.words[end] in page.genders
    town = known is not None and known.type is EntityType.PLACE or page.label[end] in {"ORG", "LOC"}
    named = town or page.pos[end] in NAMES and page.words[i] not in page.lexicon.table("clubs")["vague"]
    return page.capital(end) and named and not person and len(page.words[end]) > 2


def _club(page: Passage, start: int, end: int) -> Spot:
    """The club of a span; the gazetteer may know it without its abbreviation, sponsor or year."""
    for first in range(start, end):
        for last in range(end, first, -1):
            known = page.gaz.names.get(page.surface(first, last))
            if known is not None and known.category == "team" and known.type is EntityType.ORGANIZATION:
                own = last - first > 1 or page.words[first] not in _short(page.lexicon)
                if own:
                    return Spot(start, end, known.type, known.name, "club", known=known)
    return Spot(start, end, EntityType.ORGANIZATION, page.surface(start, end), "club", category="team")


@cache
def _short(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(lexicon.table("clubs")["short"])


@cache
def _words(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(lexicon.table("clubs")["words"])
