"""Where names stand: the record every detector yields, and how overlapping finds are settled."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from kg.entities.descriptions import describe
from kg.entities.determiners import determiners
from kg.entities.gazetteer import Known
from kg.entities.passage import Passage
from kg.entities.plausible import common_words, plausible
from kg.model import LANDS, EntityType


@dataclass(frozen=True, slots=True)
class Spot:
    """A name at tokens ``start`` to before ``end``.

    ``name`` is the form to call it by; ``key`` joins spots that certainly name the same; ``phrase`` is where the whole
    phrase begins ("Nachrichtenagentur Interfax") and ``extent`` where it ends.
    """

    start: int
    end: int
    type: EntityType
    name: str
    how: str
    kind: str = "name"
    known: Known | None = None
    phrase: int | None = None
    gender: str | None = None
    named: bool = True
    extent: int | None = None
    category: str | None = None

    @property
    def key(self) -> str | None:
        """The gazetteer's key, if the gazetteer knows it."""
        return self.known.key if self.known else None


def settle(finds: Iterable[Iterable[Spot]], size: int) -> list[Spot]:
    """Keep finds that do not overlap earlier ones; detectors come in order of trust."""
    taken = [False] * size
    kept = []
    for spots in finds:
        for spot in spots:
            if not any(taken[spot.start : spot.end]):
                taken[spot.start : spot.end] = [True] * (spot.end - spot.start)
                kept.append(spot)
    return sorted(kept, key=lambda s: s.start)


def known_names(page: Passage) -> Iterator[Spot]:
    """Names of the gazetteer, longest first."""
    i, size = 0, len(page.words)
    while i < size:
        state = _state(page, i) or _second_team(page, i)
        if state is not None:
            yield state
            i = state.end
            continue
        length = 0 if i in page.skipped or not page.words[i][:1].isalnum() else _longest(page, i)
        if length:
            form = page.surface(i, i + length)
            known = page.gaz.name(form)
            if form in page.gaz.seats and not (known and known.type is EntityType.PLACE):
                known = page.gaz.seats[form]
            if known and plausible(page, i, length, known):
                if known.type is EntityType.COUNTRY and _is_citizen(page, i, i + length):
                    yield Spot(i, i + length, known.type, known.name, POINTED, "adjective", known)
                elif _goes_back(page, i, length):
                    name = f"{page.words[i - 1].removesuffix('n')} {known.name}"
                    yield Spot(i - 1, i + length, known.type, name, "gazetteer", category=known.category)
                elif known.category == "media" and i + length < len(page.words) and page.words[i + length] in EDITIONS:
                    length += 1
                    yield Spot(i, i + length, known.type, page.surface(i, i + length), "gazetteer", known=known)
                elif known.category in {"company", "society"} and _branch(page, i + length):
                    length += 1
                    yield Spot(i, i + length, known.type, known.name, "gazetteer", known=known)
                else:
                    of_town = _of_a_town(page, i, length, known)
                    start, phrase = (i + 1, i) if of_town else (i, None)
                    yield Spot(start, i + length, known.type, known.name, "gazetteer", known=known, phrase=phrase)
                i += length
                continue
        i += 1


LOCAL = frozenset({"company", "site", "society"})


def _of_a_town(page: Passage, i: int, length: int, known: Known) -> bool:
    """Whether a name begins with where the thing is, which is a mention of the town: "Wiener Stadthalle"."""
    road = page.lower[i + length - 1] in page.lexicon.table("seats")["roads"]  # "Potsdamer Platz"
    return length == 2 and page.words[i] in page.gaz.urban and known.category in LOCAL and not road


def _is_citizen(page: Passage, i: int, end: int) -> bool:
    """Whether a country's name is a citizen's in the singular before a person's: "den Polen Robert Lewandowski"."""
    article = i > 0 and page.lower[i - 1] in {"den", "dem", "des"}
    return article and page.words[i].endswith("en") and page.capital(end + 1) and page.words[end] in page.genders


def _goes_back(page: Passage, i: int, length: int) -> bool:
    """Whether an adjective before a name of several words makes it another: "Technische Universität Wien"."""
    if length < 2 or i < 1 or page.begins[i] or page.label[i - 1] != "ORG" or page.label[i] != "ORG":
        return False
    word = page.words[i - 1]
    adjective = page.capital(i - 1) and page.lower[i - 1].rstrip("nrs").endswith("ische")
    return adjective and page.gaz.adjective(word) is None


def _branch(page: Passage, i: int) -> bool:
    """Whether the country behind a body's name says which of its branches is meant: "Greenpeace Österreich"."""
    if i >= len(page.words) or page.words[i] not in BRANCHES or page.sentence[i] != page.sentence[i - 1]:
        return False
    return page.heads[i] == i - 1 or page.dep[i] in {"flat", "appos", "compound", "nmod"}


BRANCHES = frozenset({"Austria", "Deutschland", "Europe", "Germany", "Schweiz", "Österreich"})
EDITIONS = frozenset({"News", "Online", "TV", "World", "Radio", "Live", "Television"})
STATES = frozenset({"Republik", "Föderation", "Bundesrepublik", "Volksrepublik", "Königreich", "Eidgenossenschaft"})


def _state(page: Passage, i: int) -> Spot | None:
    """A country by its form of state: "der Französischen Republik"."""
    if i + 1 >= len(page.words) or page.words[i + 1] not in STATES or not page.capital(i):
        return None
    known = page.gaz.adjective(page.words[i])
    if known is None or known.type is not EntityType.COUNTRY or page.surface(i, i + 2) in page.gaz.names:
        return None
    return Spot(i, i + 2, known.type, known.name, "state", known=known)


TEAMS = frozenset({"I", "II", "III"})


def _second_team(page: Passage, i: int) -> Spot | None:
    """One of a country's teams by its number: "Frankreich II"."""
    known = page.gaz.names.get(page.words[i])
    if (
        i + 1 >= len(page.words)
        or page.words[i + 1] not in TEAMS
        or known is None
        or known.type is not EntityType.COUNTRY
    ):
        return None
    return Spot(i, i + 2, EntityType.ORGANIZATION, page.surface(i, i + 2), "team", category="team")


def _longest(page: Passage, i: int) -> int:
    word = page.words[i]
    if word in page.gaz.starts:
        for length in range(min(6, len(page.words) - i), 1, -1):
            if page.sentence[i + length - 1] == page.sentence[i]:
                form = page.surface(i, i + length)
                if page.gaz.name(form) or form in page.gaz.seats:
                    return length
    if not word[0].isupper() and word not in page.gaz.names:
        return 0
    return 1 if page.gaz.name(word) or word in page.gaz.seats else 0


def adjectives(page: Passage) -> Iterator[Spot]:
    """Adjectives of origin: "russischen", "Moskauer" before a noun."""
    done = -1
    for i, word in enumerate(page.words):
        if i in page.skipped or len(word) < 3 or i <= done:
            continue
        known = page.gaz.adjective(word)
        if (
            word in page.gaz.starts
            and i + 1 < len(page.words)
            and (two := page.gaz.urban.get(f"{word} {page.words[i + 1]}"))
        ):
            yield Spot(i, i + 2, two.type, two.name, "adjective", "adjective", two)
            done = i + 1
            continue
        if known is None or page.lower[i] in determiners(page.lexicon).openers:  # "Seiner" is not of the Seine
            continue
        if word[0].isupper() and word in page.gaz.urban:
            noun = i + 2 if page.words[i + 1 : i + 2] and page.words[i + 1] in OPENING else i + 1
            if not (page.capital(noun) and page.pos[noun] in {"NOUN", "PROPN"}):
                continue
        elif (
            page.pos[i] not in {"ADJ", "DET", "ADV", "PROPN"}
            or word[0].isupper()
            and word.endswith("en") is False
            and not page.capital(i + 1)
        ):
            continue
        yield Spot(i, i + 1, known.type, known.name, "adjective", "adjective", known)


def _longer(page: Passage, i: int, first: str) -> Known | None:
    """The known name of several words that ends with a compound's first member: "Human Rights Watch-Sprecher"."""
    forms = (" ".join([*page.words[max(0, i - k) : i], first]) for k in (2, 1) if page.capital(i - 1))
    return next((page.gaz.names[form] for form in forms if form in page.gaz.names), None)


MARKED = '"“”«»'
OPENING = frozenset('"„“«»')  # before a name: "im Grazer „Café Berg“"


KIN = re.compile(r"(?:mutter|schwester|tochter)$")  # "Volkswagentochter"


def parts(page: Passage) -> Iterator[Spot]:
    """Names that are the first part of a compound: "US-Präsident", "Kremlsprecher"."""
    alone = {word for i, word in enumerate(page.words) if page.pos[i] == "PROPN"}
    sitting, peoples = page.lexicon.table("roles")["sitting"], page.lexicon.table("metonyms")["peoples"]
    common, deputy = common_words(page.lexicon), page.lexicon.table("roles")["deputy"]
    for i, word in enumerate(page.words):
        if i in page.skipped or not word[:1].isupper() or word.removesuffix("s") in page.gaz.names:
            continue  # "Papua-Neuguineas"
        role = page.roles[i]
        first = (
            role.prefix
            if role and role.prefix
            else word.rpartition("-")[0] or KIN.sub("", word) * bool(KIN.search(word)) or _destination(page, word)
        )
        first = "" if role and role.former and not role.prefix else first.rstrip(MARKED)  # "„Spiegel“-Bericht"
        if role and role.noun in sitting and first in {"Europa", "EU"}:
            first = "EU-Parlament"
        elif "-" in first and (known := _linked(page, first.rpartition("-")[2])):  # "CSU-Bundestagsabgeordneter"
            yield Spot(i, i + 1, known.type, known.name, "compound", "part", known)
        first = _over_words(page, i, first)
        yield from _joined_parties(page, i, first)
        whole = first
        while first and first.lower() not in page.lexicon.table("organizations")["disciplines"]:
            known = page.gaz.seats.get(first) or _longer(page, i, first) or page.gaz.names.get(first)
            known = known or page.gaz.names.get(first.replace("-", " "))  # "IG-Metall-Vorstand"
            known = (
                known
                or _linked(page, first)
                or _in_town(page, first)
                or page.gaz.countries.get(peoples.get(first, "") if role else "")
            )
            if known and not known.ambiguous:
                plain = first in common and known.category == "team" and role is None  # "Sturm- und Orkanböen"
                if not plain or page.label[i] == "ORGpart":
                    yield Spot(i, i + 1, known.type, known.name, "compound", "part", known)
                break
            shorter = first.rpartition("-")[0]
            if not shorter and "-" in word and first[0].isupper() and page.label[i] != "PER" and first not in deputy:
                yield Spot(
                    i,
                    i + 1,
                    EntityType.ORGANIZATION,
                    _unlinked(page, _whole(page, whole, first)),
                    "led" if role and role.relation in {"heads", "founded", "owns"} else "compound",
                    "part",
                    named=page.label[i] == "ORGpart" or first in alone or whole in alone,
                )
            first = shorter


def _destination(page: Passage, word: str) -> str:
    """The place in a word for a journey there: "Japanbesuch"; "" where there is none."""
    stem = next((word[: -len(end)] for end in page.lexicon.table("towns")["journeys"] if word.endswith(end)), "")
    known = page.gaz.names.get(stem)
    return stem if known is not None and known.type in LANDS else ""


def _joined_parties(page: Passage, i: int, first: str) -> Iterator[Spot]:
    """The parties that a compound joins beside its first: "SPÖ-ÖVP-Koalition"."""
    members = [page.gaz.names.get(member) for member in first.split("-")]
    if len(members) > 1 and all(known is not None and known.category == "party" for known in members):
        for known in members[1:]:
            if known is not None:
                yield Spot(i, i + 1, known.type, known.name, "compound", "part", known)


def _whole(page: Passage, whole: str, first: str) -> str:
    """The name of several parts that a compound begins with, if they are names all: "Kepler-Cheuvreux-Analyst"."""
    return whole if all(part[:1].isupper() and not part.isupper() for part in whole.split("-")) else first


def _unlinked(page: Passage, first: str) -> str:
    """A body in a compound without its linking -s: "Unirats-Vorsitzender"."""
    linked = first.lower().endswith(tuple(page.lexicon.table("organizations")["linked"]))
    return first.removesuffix("s") if linked else first


def _in_town(page: Passage, noun: str) -> Known | None:
    """What a plain noun means where one such house of a town is named: "Flughafen-Direktor", of the "Flughafen Graz"."""
    places = {f"{noun} {page.words[k + 1]}" for k, word in enumerate(page.words[:-1]) if word == noun}
    known = {name: page.gaz.names[name] for name in places if name in page.gaz.names}
    return next(iter(known.values())) if len(known) == 1 else None


def _over_words(page: Passage, i: int, first: str) -> str:
    """The whole of a name of several words that ends in a compound: "IG Metall-Vorsitzender"."""
    for back in (1, 2, 3):
        form = f"{page.surface(i - back, i)} {first}" if first and i >= back else ""
        if page.gaz.names.get(form):
            return form
    return first


def _linked(page: Passage, first: str) -> Known | None:
    """An organ of state before a linking -s: "Bundestagspräsident"."""
    known = page.gaz.names.get(first[:-1]) if first.endswith("s") else None
    return (
        known
        if known and known.type is EntityType.ORGANIZATION and known.category in {"state", "society", "party"}
        else None
    )


def partisans(page: Passage) -> Iterator[Spot]:
    """What a person's noun or attribute says of origin and party: "der Belgier", "der republikanische Senator", "Grün-Abgeordneter".

    The spots only point: the token stays the person's.
    """
    table = page.lexicon.table("parties")
    for i, word in enumerate(page.words):
        if i in page.skipped or len(word) < 4:
            continue
        known = _origin(page, i) or _party(page, i, table)
        if known:
            yield Spot(i, i + 1, known.type, known.name, POINTED, "adjective", known)


POINTED = "person's attribute"


def _origin(page: Passage, i: int) -> Known | None:
    """The country of an inhabitant's noun in the singular."""
    people = page.gaz.inhabitants.get(page.words[i])
    if people is None or people.place.type is not EntityType.COUNTRY or page.pos[i] not in {"NOUN", "PROPN", "ADJ"}:
        return None
    alone = page.pos[i] != "ADJ" or not (i + 1 < len(page.words) and page.pos[i + 1] == "NOUN")
    before = page.words[i - 1] if i else ""
    named = i + 1 < len(page.words) and page.label[i + 1] == "PER" and before[-1:] in {"r", "e", "m", "n", "s"}
    said_of = page.dep[i] in {"root", "ROOT"} and not page.lower[i].endswith("n")
    plural = describe(page, i).plural and not (named or said_of)
    return people.place if alone and not plural else None


def _party(page: Passage, i: int, table: dict[str, Any]) -> Known | None:
    """The party of an adjective before a person's noun, or of a noun for its member."""
    lower = page.lower[i]
    stem = re.sub(r"(?<=\w{3})e?[nmrs]?$", "", lower)
    names = None
    if page.pos[i] == "ADJ" and page.words[i + 1 : i + 2] and page.roles[i + 1] is not None:
        names = table["adjectives"].get(stem) or table["adjectives"].get(lower)
    elif page.pos[i] in {"NOUN", "PROPN", "ADJ"} and page.capital(i):
        names = table["members"].get(page.words[i]) or table["members"].get(page.words[i].removesuffix("en"))
        prefix = page.words[i].partition("-")[0]
        names = names or (
            table["adjectives"].get(prefix.lower()) if page.roles[i] and prefix != page.words[i] else None
        )
    return _the_party(page, names) if names else None


def _the_party(page: Passage, names: list[str]) -> Known | None:
    """The party meant: the only one there is, or the only one the article names."""
    known = [k for k in (page.gaz.names.get(n) for n in names) if k is not None]
    if len(known) == 1:
        return known[0]
    forms = {k.key: k for w in set(page.words) if (k := page.gaz.name(w)) is not None}
    countries = {k.country for k in forms.values()}
    found = [k for k in known if k.key in forms] or [k for k in known if k.country in countries]
    return found[0] if len(found) == 1 else None
