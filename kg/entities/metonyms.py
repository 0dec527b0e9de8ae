"""Capitals and seats that act stand for the country's government: "Washington übt Druck auf Kiew aus"."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache

from kg.entities.gazetteer import Known
from kg.entities.nodes import spot_head
from kg.entities.passage import Passage
from kg.entities.spots import Spot
from kg.language.lexicon import Lexicon
from kg.model import EntityType


@dataclass(frozen=True, slots=True)
class Signs:
    """What tells that a capital acts: verbs (lemmas) of which it is the subject or the object, what it
    has or does, words before it, words beside it, nouns behind its adjective.
    """

    verbs: frozenset[str]
    addressing: frozenset[str]
    asking: frozenset[str]
    dealing: frozenset[str]
    deeds: tuple[str, ...]
    where: frozenset[str]
    accounts: tuple[str, ...]
    hearing: frozenset[str]
    towards: frozenset[str]
    prepositions: frozenset[str]
    nouns: tuple[str, ...]
    of_state: tuple[str, ...]
    of_town: tuple[str, ...]


@cache
def _signs(lexicon: Lexicon) -> Signs:
    table = lexicon.table("metonyms")
    return Signs(
        verbs=frozenset(table["verbs"]),
        addressing=frozenset(table["addressing"]),
        asking=frozenset(table["asking"]),
        dealing=frozenset(table["dealing"]),
        deeds=tuple(table["deeds"]),
        where=frozenset(table["where"]),
        accounts=tuple(table["accounts"]),
        hearing=frozenset(table["hearing"]),
        towards=frozenset(table["towards"]),
        prepositions=frozenset(table["prepositions"]),
        nouns=tuple(noun.lower() for noun in table["nouns"]),
        of_state=tuple(table["of_state"]),
        of_town=tuple(table["of_town"]),
    )


def act(page: Passage, spots: list[Spot]) -> list[Spot]:
    """Turn the names of capitals that act into their countries."""
    towns = _acting_towns(page)
    acting = {s for s in spots if _country(page, s) and _acts(page, s) and page.words[s.end - 1] not in towns}
    for spot in spots:
        if spot not in acting and _country(page, spot) and spot.kind == "name" and _beside(page, spot, acting):
            acting.add(spot)
    return [_as_country(page, s) if s in acting else s for s in spots]


def _acting_towns(page: Passage) -> set[str]:
    """Capitals of which the text says that they act as towns: "das Land Berlin", "die Stadt Wien"."""
    return {page.words[i + 1] for i in range(len(page.words) - 1) if page.words[i] in {"Land", "Landes", "Stadt"}}


def _country(page: Passage, spot: Spot) -> Known | None:
    if spot.known is None or spot.kind not in {"name", "adjective"}:
        return None
    seat = page.gaz.seats.get(spot.known.name)
    if seat is not None and spot.known.key != seat.key:
        return seat
    return page.gaz.countries.get(spot.known.country or "") if spot.known.capital else None


def _as_country(page: Passage, spot: Spot) -> Spot:
    country = _country(page, spot)
    assert country is not None
    form = page.surface(spot.start, spot.end) if country.type is EntityType.COUNTRY else country.name
    return replace(spot, known=country, type=country.type, name=form, how="metonymy")


def _acts(page: Passage, spot: Spot) -> bool:
    signs = _signs(page.lexicon)
    if spot.kind == "adjective":
        return _official(page, spot.end)
    i = spot.start
    before = page.lower[i - 1] if i else ""
    if before == "aus" and _is_heard(page, i, spot_head(page, spot.start, spot.end)):
        return True
    if before in signs.where or (i > 1 and before in page.determiners.articles and page.lower[i - 2] in signs.where):
        return False
    if spot.end < len(page.words) and page.words[spot.end] in {"-", "–", "—", "/", "("}:
        return False
    head = spot_head(page, spot.start, spot.end)
    if page.dep[head] in {"nsubj", "nsubj:pass"}:
        return bool(verbs_of(page, page.heads[head]) & signs.verbs)
    if page.dep[head] in {"obj", "iobj"}:
        return bool(verbs_of(page, page.heads[head]) & signs.addressing)
    if page.dep[head] in {"nmod", "nmod:poss"} and page.words[spot.end - 1].endswith("s") and before not in signs.where:
        return page.lower[page.heads[head]].endswith(signs.deeds)  # "die Vorwürfe Londons"
    if before == "von" and any(verbs_of(page, above) & signs.asking for above in _above(page, head)):
        return True  # "verlangt eine Entschuldigung von Ankara"
    if before == "von":
        after = page.lower[spot.end] if spot.end < len(page.words) else ""
        return after.endswith(signs.nouns)
    if before in signs.towards:
        return True
    if before == "mit" and any(verbs_of(page, above) & signs.dealing for above in _above(page, head)):
        return True
    if before in signs.prepositions:
        window = range(max(0, i - 4), min(len(page.words), spot.end + 3))
        return any(page.lower[k] in signs.nouns for k in window)
    return False


def _is_heard(page: Passage, start: int, head: int) -> bool:
    """Whether something is known from a capital: "Angaben aus Kiew", "Aus Paris hieß es"."""
    signs = _signs(page.lexicon)
    told = start > 1 and page.pos[start - 2] == "NOUN" and page.lower[start - 2].endswith(signs.accounts)
    return told or bool(verbs_of(page, page.heads[head]) & signs.hearing)


def verbs_of(page: Passage, verb: int) -> set[str]:
    """The lemma of a verb, and with its particle; nothing if it is none."""
    if page.pos[verb] not in {"VERB", "AUX"}:
        return set()
    particles = [page.lower[k] + page.lemmas[verb] for k in page.kids[verb] if page.dep[k] == "compound:prt"]
    return {*particles, page.lemmas[verb]}


def _above(page: Passage, head: int) -> tuple[int, int]:
    """The word that a name hangs on, and what that hangs on."""
    return page.heads[head], page.heads[page.heads[head]]


def _official(page: Passage, i: int) -> bool:
    """Whether the noun after an urban adjective is of the state: "Moskauer Außenministerium", "Prager Regierungschef"."""
    if i >= len(page.words):
        return False
    signs, lower = _signs(page.lexicon), page.lower[i]
    of_a_body = "-" in lower  # "der Wiener ÖVP-Chef"
    return lower.endswith(signs.of_state) and not lower.startswith(signs.of_town) and not of_a_body


def _beside(page: Passage, spot: Spot, acting: set[Spot]) -> bool:
    """Whether a capital is coordinated with one that acts."""
    for other in acting:
        if other.kind == "name" and page.sentence[other.start] == page.sentence[spot.start]:
            gap = (other.end, spot.start) if other.start < spot.start else (spot.end, other.start)
            if gap[1] - gap[0] == 1 and page.lower[gap[0]] in {"und", ",", "oder", "sowie"}:
                return True
    return False
