"""Newspapers, stations and sites by their names in quotation marks: "der „Spiegel“", "die Zeitung „Yemen Observer“"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from kg.entities.anaphora import speech_verbs
from kg.entities.organizations import head_category, nominative_name
from kg.entities.passage import MARKS, Passage
from kg.entities.spots import Spot
from kg.language.lexicon import Lexicon
from kg.language.quoted import quoted
from kg.model import EntityType

LONGEST = 5
JOINING = frozenset({"ADP", "CCONJ", "DET"})
NAMES = frozenset({"ORG", "OTH"})
TOLD = frozenset({"iobj", "obj", "obl", "obl:arg"})
DATIVE = frozenset({"dem", "der"})


def media(page: Passage) -> Iterator[Spot]:
    """Yield names in quotation marks behind a noun for a medium, of known media, and of whoever reports or is told."""
    for segment in quoted(page.words):
        start, end = segment.start + 1, segment.stop - 1
        if (linked := _linked(page, start, end)) is not None:
            yield linked
            continue
        if not 0 < end - start <= LONGEST or not _capitals(page, start, end):
            continue
        form = page.surface(start, end)
        noun = page.words[start - 2] if start > 1 and page.pos[start - 2] == "NOUN" else ""
        known = page.gaz.name(_known(page.lexicon).get(form, ""))
        says_so = "-" in form and head_category(page.words[end - 1], page.lexicon) == "media"  # "die „Ostsee-Zeitung“"
        behind = noun and head_category(noun, page.lexicon) == "media"
        if known is not None or says_so or behind or _reports(page, start, end) or _edited(page, start):
            name = known.name if known is not None else _nominative(page, start, end)
            yield Spot(start, end, EntityType.ORGANIZATION, name, "medium", known=known, category="media")


def papers(page: Passage) -> Iterator[Spot]:
    """Newspapers by their town or land and what papers are called: "der Hellweger Anzeiger"."""
    nouns = page.lexicon.table("evidence")["papers"]
    for i in range(1, len(page.words)):
        noun, first = page.words[i].removesuffix("s"), page.words[i - 1]
        if noun not in nouns and page.words[i] not in nouns or i in page.skipped or not first[:1].isupper():
            continue
        town = first in page.gaz.urban or page.gaz.adjective(first) is not None
        span = page.label[i - 1] == page.label[i] == "ORG" and not page.begins[i] and not page.first(i - 1)
        called = i > 1 and page.pos[i - 2] == "DET" and page.pos[i - 1] != "NOUN"  # "der Hellweger Anzeiger"
        called = town or (called or span) and first not in page.gaz.names
        if first.endswith("er") and len(first) > SHORTEST and page.roles[i - 1] is None and called:
            name = f"{first} {noun if noun in nouns else page.words[i]}"
            yield Spot(
                i - 1, i + 1, EntityType.ORGANIZATION, name, "medium", known=page.gaz.name(name), category="media"
            )


SHORTEST = 4  # letters of a town's adjective


def _nominative(page: Passage, start: int, end: int) -> str:
    """A quoted name without the -s that "des" asks of its last word: "des „Effecten-Spiegels“"."""
    name = nominative_name(page, start, end)
    genitive = start > 1 and page.lower[start - 2] == "des" and name == page.surface(start, end)
    return name.removesuffix("s") if genitive and not name.endswith(("ss", "us", "is")) else name


def _edited(page: Passage, start: int) -> bool:
    """Whether somebody who works for media is said to do so for what is quoted: "der Chefredakteur des „Merkur“"."""
    at = start - 3
    if at < 0 or page.lower[start - 2] not in {"der", "des", "vom", "beim"}:
        return False
    role = page.roles[at]
    return role is not None and role.noun in page.lexicon.table("roles")["of_media"]


def _linked(page: Passage, start: int, end: int) -> Spot | None:
    """A name whose closing mark stands in a compound with a noun for a medium: "die „Bild“-Zeitung"."""
    name, _, noun = page.words[end].rpartition("-")
    if not name or name[-1] not in MARKS or head_category(noun, page.lexicon) != "media":
        return None
    form = " ".join([*page.words[start:end], name[:-1]])
    known = page.gaz.name(form)
    name = known.name if known is not None else form
    return Spot(start, end + 1, EntityType.ORGANIZATION, name, "medium", known=known, category="media")


def _capitals(page: Passage, start: int, end: int) -> bool:
    """Whether quoted words are written like a name."""
    return page.capital(start) and all(page.capital(i) or page.pos[i] in JOINING for i in range(start, end))


@cache
def _known(lexicon: Lexicon) -> dict[str, str]:
    """Media by their names, with and without article."""
    names = lexicon.table("organizations")["kinds"]["media"]
    return {form: name for name in names for form in (name, name.removeprefix("Die ").removeprefix("Der "))}


def _reports(page: Passage, start: int, end: int) -> bool:
    """Whether what the pipeline takes for a name says something, or somebody says something to it."""
    if page.label[start] not in NAMES or page.label[end - 1] not in NAMES:
        return False
    head = next((i for i in range(start, end) if not start <= page.heads[i] < end), start)
    saying = page.lemmas[page.heads[head]] in speech_verbs(page.lexicon)
    if page.dep[head] == "nsubj":
        return saying
    source = any(page.lower[k] in {"laut", "zufolge"} for k in page.kids[head])
    return source or (saying and page.dep[head] in TOLD and page.lower[start - 2] in DATIVE)
