"""Names that a noun heads: "Landgericht Köln", "tschechische Regierung", "Nachrichtenagentur Interfax", "das Außenministerium"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.entities.organizations import head_category
from kg.entities.passage import Passage
from kg.entities.spots import Spot
from kg.model import EntityType

OWN = frozenset({"company", "media", "party", "armed", "society", "team", "place"})
PLACED = frozenset({"state", "organ", "society", "team", "company"})
DEFINITE = frozenset({"der", "die", "das", "dem", "den", "des", "im", "am", "vom", "zum", "zur", "beim", "ins"})


def organs(page: Passage, spots: list[Spot]) -> list[Spot]:
    """Add the organisations and places that a noun heads to ``spots``, and retype names that such a noun introduces."""
    at = {s.start: s for s in spots if s.kind == "name"}
    inside = {i for s in spots if s.kind == "name" for i in range(s.start, s.end)}
    adjectives = {s.start: s for s in spots if s.kind == "adjective"}
    found: list[Spot] = []
    changed: dict[Spot, Spot] = {}
    for i, word in enumerate(page.words):
        if i in inside or i in page.skipped or not word[:1].isupper() or page.roles[i] is not None or page.pos[i] not in {"NOUN", "PROPN"}:
            continue
        category = head_category(word, page.lexicon)
        if category is None:
            continue
        after = at.get(i + 1)
        quoted = at.get(i + 2) if i + 2 < len(page.words) and page.words[i + 1] in '"„»' else None
        if after and _introduces(category, after):
            changed[after] = _introduced(page, i, after, category)
        elif quoted and category != "place":
            changed[quoted] = _introduced(page, i, quoted, category)
        elif after and after.type in {EntityType.PLACE, EntityType.COUNTRY} and category in PLACED:
            found.append(_spot(page, i, after.end, _nominative(page, i) + " " + after.name, "head and place"))
        elif (spot := _headed(page, i, category, adjectives)) is not None:
            found.append(spot)
    return [changed.get(s, s) for s in spots] + found


def _introduces(category: str, name: Spot) -> bool:
    if category == "place":
        return name.type is not EntityType.PERSON or name.end - name.start == 1
    if name.type in {EntityType.PLACE, EntityType.COUNTRY} and name.known:
        return False
    return category in OWN and (name.known is None or name.type is EntityType.ORGANIZATION)


def _introduced(page: Passage, i: int, name: Spot, category: str) -> Spot:
    if name.known and name.type is not EntityType.PLACE or category == "place" and name.known:
        return replace(name, phrase=i)
    if category == "place":
        return replace(name, type=EntityType.PLACE, name=f"{_nominative(page, i)} {name.name}", phrase=i, how="head noun")
    return replace(name, type=EntityType.ORGANIZATION, phrase=i, how="head noun")


def _headed(page: Passage, i: int, category: str, adjectives: dict[int, Spot]) -> Spot | None:
    word = _nominative(page, i)
    lower = word.lower()
    number = page.feature(i, "Number")
    before = i - 1
    while before > 0 and page.pos[before] == "ADJ" and before not in adjectives and i - before < 3:
        before -= 1
    if before in adjectives and category in {"state", "organ"} and number != "Plur":
        place = adjectives[before]
        return _spot(page, before, i + 1, f"{_strong(page, before, word)} {word}", "origin and head", start_head=i, known_place=place)
    if "-" in word and category in {"state", "organ", "company", "party", "society", "armed"} and page.gaz.names.get(word.rpartition("-")[0]):
        return _spot(page, i, i + 1, word, "compound")
    if lower in _alone(page) and (i == 0 or page.lower[i - 1] in DEFINITE or page.pos[i - 1] in {"ADP", "ADJ"} or page.first(i)):
        return _spot(page, i, i + 1, word, "head noun alone")
    return None


def _spot(page: Passage, start: int, end: int, name: str, how: str, *, start_head: int | None = None, known_place: Spot | None = None) -> Spot:
    return Spot(start, end, EntityType.ORGANIZATION, name, how)


_ALONE: dict[str, frozenset[str]] = {}


def _alone(page: Passage) -> frozenset[str]:
    if page.lexicon.code not in _ALONE:
        _ALONE[page.lexicon.code] = frozenset(page.lexicon.table("organizations")["alone"])
    return _ALONE[page.lexicon.code]


def _nominative(page: Passage, i: int) -> str:
    """The noun without a genitive -s or -es, without a dative plural's -n."""
    word = page.words[i]
    genitive = page.feature(i, "Case") == "Gen" or i > 0 and page.lower[i - 1] in {"des", "eines", "dieses"} or i > 1 and page.lower[i - 2] == "des"
    if genitive and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        stem = word[:-1]
        return stem[:-1] if stem.endswith(("hofe", "amte", "rate", "heere", "tage", "bunde")) else stem
    return word


FEMININE = ("ung", "schaft", "heit", "keit", "tion", "ei", "bank", "armee", "justiz", "behörde", "botschaft", "marine", "waffe", "wehr", "partei", "fraktion", "koalition", "kommission", "garde", "polizei")
NEUTER = ("ium", "ment", "amt", "gericht", "kabinett", "heer", "militär", "konsulat", "gremium")


def _strong(page: Passage, adjective: int, noun: str) -> str:
    """The adjective as it stands in the nominative without an article: "tschechische Regierung", "steirischer Landtag"."""
    word = page.words[adjective]
    if word in page.gaz.urban:
        return word
    stem = word.lower()
    for ending in ("en", "em", "er", "es", "e"):
        if stem.endswith("isch" + ending) or stem.endswith("utsch" + ending):
            stem = stem[: -len(ending)]
            break
    lower = noun.lower()
    return stem + ("e" if lower.endswith(FEMININE) else "es" if lower.endswith(NEUTER) else "er")


def bracketed(page: Passage, spots: list[Spot]) -> Iterator[tuple[Spot, Spot]]:
    """Yield pairs of a name and the acronym that follows it in brackets: "Islamischer Staat (IS)"."""
    at = {s.start: s for s in spots if s.kind == "name"}
    for spot in spots:
        short = at.get(spot.end + 1)
        if (
            short and spot.kind == "name" and spot.type is EntityType.ORGANIZATION and page.words[spot.end] == "("
            and short.end < len(page.words) and page.words[short.end] == ")" and page.words[short.start].isupper()
            and page.words[short.start][0].lower() in spot.name.lower()
        ):  # fmt: skip
            yield spot, short
