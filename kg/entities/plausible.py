"""Whether a form that the gazetteer knows is the name where it stands, and not a person's or a plain word."""

from __future__ import annotations

from functools import cache

from kg.entities.gazetteer import HOME, Known
from kg.entities.passage import Passage
from kg.entities.reporters import speaks_or_is_told
from kg.language.lexicon import Lexicon
from kg.model import EntityType

INTO = frozenset({"in", "nach"})
LOCATIVE = frozenset({"in", "nach", "aus", "bei", "im", "nahe", "um", "bis", "ab", "über", "von", "vor"})
SHORT = 5  # letters of a region's name that is a plain word too: "Harz"
JOINTS = frozenset({"und", ",", "oder", "sowie"})
BARE = frozenset({"gegen", "von", "mit", "bei", "für", "an", "durch", "zu", "und", "wie", "laut", "sowie"})


def plausible(page: Passage, i: int, length: int, known: Known) -> bool:
    """Whether a form of the gazetteer is the name here, and not a person's or a plain word."""
    if length > 1 or known.type is EntityType.COUNTRY and not known.ambiguous:
        body = known.type is EntityType.ORGANIZATION and (
            (i > 0 and page.lower[i - 1] in {"von", "zu"}) or page.words[i] not in page.genders or not _titled(page, i)
        )  # "Goldman Sachs", which the pipeline takes for a person
        there = known.type is EntityType.PLACE and i > 0 and page.lower[i - 1] in INTO
        there = there or known.category == "media"  # "Charlie Hebdo"
        if length == 2 and known.category == "media" and page.lower[i] in ARTICLES and _is_plain(page, i + 1):
            return False
        return not page.label[i].startswith("PER") or known.type is EntityType.COUNTRY or body or there
    word, before = page.words[i], page.lower[i - 1] if i else ""
    if known.type is EntityType.ORGANIZATION:
        in_town = known.category == "team" and page.label[i] == "LOC" and before in LOCATIVE
        return not in_town and _is_organization(page, i, word, known)
    if page.label[i] == "PER" and before in INTO and not known.ambiguous and page.label[i + 1 : i + 2] != ["PER"]:
        return True
    if page.label[i] == "PER" and _lone_city(page, i, known):
        return True
    if page.label[i] == "PER" or (i and page.words[i - 1] in page.genders and page.pos[i - 1] == "PROPN"):
        return False
    if i + 1 < len(page.words) and page.label[i + 1] == "PER" and not page.begins[i + 1]:
        return False
    if word in page.genders and word not in page.gaz.names:
        return False
    if known.ambiguous:
        return page.label[i] == "LOC" or (before in LOCATIVE and page.pos[i] == "PROPN")
    if word in page.genders and page.capital(i + 1) and page.pos[i + 1] == "PROPN":
        return False
    region = (
        known.category in {"region", "site"} and len(word) > SHORT and page.pos[i] == "NOUN"
    )  # "Das Ruhrgebiet wächst"
    behind_land = before.endswith("ischen") and page.gaz.adjective(page.words[i - 1])  # "aus dem steirischen Leoben"
    return page.pos[i] in {"PROPN", "X"} or page.label[i] == "LOC" or before in LOCATIVE or region or bool(behind_land)


def _is_plain(page: Passage, i: int) -> bool:
    """Whether a word behind an article is no medium, but itself: "Die Zeit des Wiederaufbaus", "Die Welt von morgen"."""
    behind = page.lower[i + 1] if i + 1 < len(page.words) else ""
    return page.words[i] in common_words(page.lexicon) and behind in OF and page.label[i] not in {"ORG", "OTH"}


OF = frozenset({"der", "des", "dieser", "eines", "einer", "von", "zwischen", "nach", "vor", "seit"})
ARTICLES = frozenset({"das", "der", "die"})


def _lone_city(page: Passage, i: int, known: Known) -> bool:
    """Whether what the pipeline takes for a person is a capital or a city abroad: no name or title is by it, nobody bears it."""
    if known.type is not EntityType.PLACE or known.ambiguous or not known.country or page.words[i] in page.genders:
        return False
    beside = (i and page.pos[i - 1] in {"NOUN", "PROPN"}) or page.label[i + 1 : i + 2] == ["PER"] or not page.begins[i]
    if beside or not (known.capital or known.country not in HOME):
        return False
    return not any(k and page.words[k] == page.words[i] and page.label[k - 1] == "PER" for k in range(len(page.words)))


def _titled(page: Passage, i: int) -> bool:
    """Whether a title stands before a name that is a person's and a firm's: "der Verleger Axel Springer"."""
    return i > 0 and (page.roles[i - 1] is not None or page.words[i - 1] in page.titles)


def _is_organization(page: Passage, i: int, word: str, known: Known) -> bool:
    if next((w for w in (word, word[:-1], word[:-2]) if w in page.gaz.names), word) not in common_words(page.lexicon):
        return not (page.label[i] == "PER" and page.capital(i + 1) and page.label[i + 1 : i + 2] == ["PER"]) and not (
            page.words[i - 1] in page.genders if i else False
        )
    if i and page.pos[i - 1] == "ADJ" and page.words[i - 1][0].islower():
        return False
    if page.label[i] in {"ORG", "OTH"} or word not in page.gaz.names and _has_something(page, i):
        return True
    if i and known.category == "party" and page.words[i - 1] == "(" and page.words[i + 1 : i + 2] == [")"]:
        return True
    if i and known.category == "party" and page.lower[i - 1] in {"die", "den", "der", "zwei", "drei", "beiden"}:
        return page.lower[i - 1] != "der" or not page.dep[i].startswith("nsubj")
    if page.pos[i] != "VERB" and _listed(page, i):
        return True
    if known.category == "team" and i and page.lower[i - 1] == "gegen" and page.pos[i] in {"NOUN", "PROPN"}:
        return _plays(page, i)
    if known.category == "media" and (speaks_or_is_told(page, i) or _in_print(page, i)):
        return True
    before = page.words[i - 1] if i else ""
    apposed = page.dep[i] in {"appos", "flat"} and page.pos[i - 1] == "NOUN"
    if page.pos[i] == "PROPN" and (page.lower[i - 1] in BARE or apposed) and not page.label[i]:
        return True
    return (
        before.endswith(("zeitung", "Zeitung", "magazin", "blatt"))
        or before in {'"', "„", "»", "«"}
        and not page.first(i)
    )


def _plays(page: Passage, i: int) -> bool:
    """Whether another team stands in the sentence, so that a plain word behind "gegen" is one: "2:0 gegen Sturm"."""
    low, high = page.bounds[page.sentence[i]]
    known = (page.gaz.names.get(page.words[k]) for k in range(low, high) if k != i)
    return any(k is not None and k.category == "team" for k in known) or any(":" in w for w in page.words[low:high])


def _in_print(page: Passage, i: int) -> bool:
    """Whether a word stands in "im", as papers do and couriers do not: "forderte X im Kurier auf"."""
    papers = page.lexicon.table("article")["in_print"]
    behind = page.words[i + 1] if i + 1 < len(page.words) else ""
    return i > 0 and page.lower[i - 1] == "im" and page.words[i] in papers and not behind[:1].isupper()


def _has_something(page: Passage, i: int) -> bool:
    """Whether a word that stands before a noun can only be a name in the genitive: "Rapids Trainer"."""
    if not page.lower[i].endswith("s") or i + 1 == len(page.words):
        return False
    titled = page.first(i) and page.roles[i + 1] is not None
    return titled or page.pos[i] == "PROPN" and page.pos[i + 1] in {"NOUN", "ADJ"}


def _listed(page: Passage, i: int) -> bool:
    """Whether "und" or a comma joins a word to the name of another organisation: "Spar (30 Prozent) und Rewe"."""
    j = i + 1
    if page.words[j : j + 1] == ["("]:
        j = next((k + 1 for k in range(j, min(j + 6, len(page.words))) if page.words[k] == ")"), j)
    behind = page.words[j + 1] if j + 1 < len(page.words) and page.lower[j] in JOINTS else ""
    ahead = page.words[i - 2] if i > 1 and page.lower[i - 1] in JOINTS else ""
    return any(
        (known := page.gaz.names.get(other)) and known.type is EntityType.ORGANIZATION and known.category != "party"
        for other in (behind, ahead)
    )


@cache
def common_words(lexicon: Lexicon) -> frozenset[str]:
    """Names of organisations that are plain words too, and need a sign that the organisation is meant."""
    return frozenset(lexicon.table("organizations")["common"])
