"""Names that capitals and complements round off: "Internationale Organisation für Migration", "Bund der Steuerzahler"."""

from __future__ import annotations

from kg.entities.descriptions import phrase_start
from kg.entities.organizations import ADJECTIVE, nominative, nominative_name
from kg.entities.passage import Passage
from kg.entities.spots import Spot
from kg.model import LANDS, EntityType

KINDS = frozenset({"state", "society", "organ", "party", "media", "company"})


OFFICES = (
    "ministerium",
    "ministeriums",
    "amt",
    "amtes",
    "amts",
    "behörde",
    "gericht",
    "gerichts",
    "gerichtes",
    "agentur",
)


def full_name(page: Passage, i: int, category: str, at: dict[int, Spot]) -> Spot | None:
    """The name around the head noun at ``i``, if capitals before it or a complement behind it make it one.

    Args:
        page: the article.
        i: the token of the head noun.
        category: what the noun heads.
        at: names by their first token.
    """
    purposeful = is_purposeful(page, i)
    if category not in KINDS and not purposeful:
        return None
    start, end = _capitals(page, i), i + 1
    lasting = (
        category in {"society", "organ", "company"}
        or purposeful
        or page.lower[i].startswith(OFFICES)
        or page.lower[i].endswith(OFFICES)
    )
    complement = _purpose(page, i, capital=start < i, organ=category == "organ") if lasting else 0
    if not complement and (start < i or category == "party"):
        complement = _of_place(page, i, at)
    if not complement and nominative(page, i).lower().endswith(
        tuple(page.lexicon.table("organizations")["associations"])
    ):
        complement = _of_many(page, i)
    end = complement or end
    seat = at.get(end)
    if complement and category == "state" and seat is not None and seat.type is EntityType.PLACE:
        end = seat.end
    if start == i and end == i + 1:
        return None
    how = "full name" if start < i or complement else ""
    return Spot(start, end, EntityType.ORGANIZATION, nominative_name(page, start, end), how)


def is_purposeful(page: Passage, i: int) -> bool:
    """Whether a noun with what it is for is a name, and none without: "Büro", "Arbeitsgruppe"."""
    return page.lower[i].removesuffix("s").endswith(tuple(page.lexicon.table("organizations")["purposeful"]))


def _capitals(page: Passage, i: int) -> int:
    """The first of the adjectives with a capital that stand before a noun within its sentence."""
    start = i
    while (
        start > 0
        and ADJECTIVE.match(page.words[start - 1])
        and not page.first(start - 1)
        and not page.words[start - 1].startswith(("US-", "EU-"))
    ):
        start -= 1
    return start


def _purpose(page: Passage, i: int, *, capital: bool, organ: bool) -> int:
    """The end of "für (den) wirtschaftliche Zusammenarbeit und Entwicklung" behind a definite head noun; 0 without."""
    links = {"für", "zum", "zur"} if capital else {"für"}
    if i + 2 >= len(page.words) or page.lower[i + 1] not in links:
        return 0
    opening = phrase_start(page, i)
    if (
        not capital
        and not {page.lower[opening], page.lower[max(0, i - 1)], page.lower[max(0, i - 2)]} & page.determiners.articles
    ):
        return 0
    end = i + 2
    while end < len(page.words) and (page.pos[end] == "ADJ" or organ and page.pos[end] == "DET") and end - i < 5:
        end += 1
    if not (page.capital(end) and page.pos[end] in {"NOUN", "PROPN"}) or page.roles[end] is not None:
        return 0
    end += 1
    if end + 1 < len(page.words) and page.lower[end] == "und" and page.capital(end + 1) and page.pos[end + 1] == "NOUN":
        end += 2
    return end


def _of_place(page: Passage, i: int, at: dict[int, Spot]) -> int:
    """The end of a country or place in the genitive or after "von": "Demokratische Partei Serbiens"."""
    j = i + 2 if i + 1 < len(page.words) and page.lower[i + 1] in {"von", "der"} else i + 1
    spot = at.get(j)
    if spot is None or spot.type not in LANDS:
        return 0
    return spot.end if j > i + 1 or page.words[spot.end - 1].endswith("s") else 0


def _of_many(page: Passage, i: int) -> int:
    """The end of the genitive that says whose an association is: "Verband der Veteranen", "Verband kommunaler Betriebe"."""
    if i + 2 < len(page.words) and page.pos[i + 1] == "ADJ" and page.lower[i + 1].endswith("er"):
        strong = page.pos[i + 2] == "NOUN" and page.capital(i + 2)
        some = page.lower[phrase_start(page, i)] in page.determiners.indefinite
        return i + 3 if strong and not some and page.roles[i + 1] is None else 0
    if i + 2 >= len(page.words) or page.lower[i + 1] not in {"der", "aller", "des"}:
        return 0
    end = i + 2
    while end < len(page.words) and page.pos[end] == "ADJ" and end - i < 5:
        end += 1
    noun = end < len(page.words) and page.pos[end] == "NOUN" and page.capital(end)
    plural = page.feature(end, "Number") != "Sing" or page.feature(end, "Gender") in {"Masc", "Neut"} if noun else False
    many = noun and (
        page.lower[i + 1] == "aller" or page.lower[i + 1] == "der" and plural or page.words[end] == "Bundes"
    )
    return end + 1 if many and page.sentence[end] == page.sentence[i] else 0
