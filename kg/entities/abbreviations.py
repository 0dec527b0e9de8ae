"""Acronyms beside the names that they shorten: "Gewerkschaft der Polizei (GdP)", "Islamischer Staat (IS)"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.entities.gazetteer import Known
from kg.entities.organizations import head_category, nominative_name
from kg.entities.passage import Passage
from kg.entities.spelling import initials
from kg.entities.spots import Spot
from kg.model import EntityType


def spelled_out(page: Passage) -> Iterator[Spot]:
    """Long names before their acronym: "Gewerkschaft der Polizei (GdP)"."""
    for i in range(2, len(page.words) - 2):
        short = page.words[i + 1]
        if (
            page.words[i] != "("
            or page.words[i + 2] != ")"
            or not (2 <= len(short) <= 6)
            or sum(c.isupper() for c in short) < 2
        ):
            continue
        for j in range(i - 1, max(page.bounds[page.sentence[i]][0], i - 9) - 1, -1):
            if page.pos[j] in {"VERB", "AUX", "PUNCT", "SCONJ"}:
                break
            if (
                page.words[j][0] == short[0]
                and page.capital(j)
                and page.roles[j] is None
                and i - j > 1
                and spells(short, page.words[j:i])
            ):
                yield Spot(
                    j,
                    i,
                    EntityType.ORGANIZATION,
                    nominative_name(page, j, i),
                    "spelled out",
                    category=head_category(page.words[j], page.lexicon),
                )
                break


def spells(short: str, words: list[str]) -> bool:
    """Whether the capitals of an acronym are initials of the words, in order."""
    letters = [w[0].lower() for w in words for w in w.split("-") if w]
    at = 0
    for letter in (c.lower() for c in short if c.isalpha()):
        while at < len(letters) and letters[at] != letter:
            at += 1
        if at == len(letters):
            return False
        at += 1
    return True


def _may_be_body(spot: Spot) -> bool:
    """Whether an acronym in brackets can be the short form of a name: an organisation's, or one of unknown kind."""
    mission = spot.type is EntityType.NAMED_EVENT and spot.name.lower().split(" ")[0].endswith("mission")
    return (
        spot.type is EntityType.ORGANIZATION
        or mission
        or spot.type is EntityType.WORK
        and spot.how.startswith("pipeline")
    )


def with_acronyms(page: Passage, spots: list[Spot]) -> list[Spot]:
    """Give one key to a name and the acronym that follows it in brackets, wherever they stand: "Islamischer Staat (IS)"."""
    at = {s.start: s for s in spots if s.kind == "name"}
    key: dict[str, Known] = {}
    for spot in spots:
        end = spot.extent or spot.end
        opening = end + (end < len(page.words) and page.words[end] in '“”«»"')
        short = at.get(opening + 1)
        if spot.kind == "name" and short and page.words[opening] == "(" and _shortens(page, short, spot):
            known = spot.known or short.known
            known = known or Known(f"here:{spot.name}", spot.name, EntityType.ORGANIZATION, category=spot.category)
            key[short.name] = key[spot.name] = known
    return [
        replace(s, known=key[s.name], type=EntityType.ORGANIZATION) if s.name in key and s.kind != "adjective" else s
        for s in spots
    ]


def _shortens(page: Passage, short: Spot, spot: Spot) -> bool:
    """Whether a name in brackets is the short form of the name before them."""
    word = page.words[short.start]
    closed = short.end < len(page.words) and page.words[short.end] == ")" and short.end - short.start < 3
    initial = initials(spot.name) == word.upper() and len(word) > 2  # "New York Stock Exchange (Nyse)"
    if not closed or not _may_be_body(spot) or sum(c.isupper() for c in word) < 2 and not initial:
        return False
    if initial or short.known is not None and _spelled(page, short, spot):
        return True
    if short.known is not None and short.known.category == "party" and spot.known is None:
        return spot.name.lower().endswith("partei") and spot.name[0] == word[0]  # "Serbische Radikale Partei (SRS)"
    if short.known is not None and (short.known.category == "party" or spot.known is None):
        return short.known.category != "party" and _within(word, spot.name)  # "Oberster Gerichtshof (OGH)"
    if spot.known is None:
        return word[0].lower() in page.surface(spot.start if spot.phrase is None else spot.phrase, spot.end).lower()
    return initials(spot.name)[:1] == word[:1] and page.lower[spot.start - 1] not in {"der", "des"}


def _within(short: str, name: str) -> bool:
    """Whether the letters of an acronym stand in a name in their order, the first at its beginning."""
    letters = iter(name.lower())
    return short[0].lower() == name[0].lower() and all(c in letters for c in short.lower() if c.isalpha())


def _spelled(page: Passage, short: Spot, spot: Spot) -> bool:
    return spells("".join(c for c in page.surface(short.start, short.end) if c.isupper()), spot.name.split())
