"""Capitals and seats that act stand for the country's government: "Washington übt Druck auf Kiew aus"."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from kg.entities.gazetteer import Known
from kg.entities.organizations import head_category
from kg.entities.passage import Passage
from kg.entities.spots import Spot
from kg.language.lexicon import Lexicon
from kg.model import EntityType

WHERE = frozenset({
    "in", "nach", "aus", "bei", "im", "nahe", "um", "über", "vor", "bis", "zu", "ab", "durch", "via", "seit",
    "unweit", "südlich", "nördlich", "westlich", "östlich",
})  # fmt: skip
ROLES_OF_STATE = (
    "minister", "ministerin", "präsident", "präsidentin", "chef", "chefin", "kanzler", "kanzlerin", "premier",
    "führung", "außenamt", "regime", "diplomat", "botschafter",
)  # fmt: skip


@cache
def _tables(lexicon: Lexicon) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    table = lexicon.table("metonyms")
    return frozenset(table["verbs"]), frozenset(table["prepositions"]), frozenset(n.lower() for n in table["nouns"])


def act(page: Passage, spots: list[Spot]) -> list[Spot]:
    """Turn the names of capitals that act into their countries."""
    acting = {s for s in spots if _country(page, s) and _acts(page, s)}
    for spot in spots:
        if spot not in acting and _country(page, spot) and spot.kind == "name" and _beside(page, spot, acting):
            acting.add(spot)
    return [_as_country(page, s) if s in acting else s for s in spots]


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
    verbs, prepositions, nouns = _tables(page.lexicon)
    if spot.kind == "adjective":
        return _official(page, spot.end)
    i = spot.start
    before = page.lower[i - 1] if i else ""
    if before in WHERE or (i > 1 and before in {"der", "dem", "das"} and page.lower[i - 2] in WHERE):
        return False
    if spot.end < len(page.words) and page.words[spot.end] in {"-", "–", "—", "/", "("}:
        return False
    head = next((k for k in range(spot.start, spot.end) if not spot.start <= page.heads[k] < spot.end), spot.start)
    if page.dep[head] in {"nsubj", "nsubj:pass"}:
        verb = page.heads[head]
        particles = [page.lower[k] + page.lemmas[verb] for k in page.kids[verb] if page.dep[k] == "compound:prt"]
        return page.pos[verb] in {"VERB", "AUX"} and bool({*particles, page.lemmas[verb]} & verbs)
    if before == "von":
        after = page.lower[spot.end] if spot.end < len(page.words) else ""
        return after in nouns or after.endswith(
            ("geführte", "geführten", "unterstützte", "unterstützten", "finanzierte", "finanzierten")
        )
    if before in {"gegen", "gegenüber"}:
        return True
    if before in prepositions:
        window = range(max(0, i - 4), min(len(page.words), spot.end + 3))
        return any(page.lower[k] in nouns for k in window)
    return False


def _official(page: Passage, i: int) -> bool:
    """Whether the noun after an urban adjective is of the state: "Moskauer Außenministerium", "Prager Regierungschef"."""
    if i >= len(page.words):
        return False
    lower = page.lower[i]
    return (
        lower.endswith(ROLES_OF_STATE)
        and not lower.startswith(("stadt", "polizei", "bürger", "vize"))
        or (
            lower.endswith(
                ("regierung", "außenministerium", "innenministerium", "verteidigungsministerium", "kabinett")
            )
            and head_category(page.words[i], page.lexicon) == "state"
        )
    )


def _beside(page: Passage, spot: Spot, acting: set[Spot]) -> bool:
    """Whether a capital is coordinated with one that acts."""
    for other in acting:
        if other.kind == "name" and page.sentence[other.start] == page.sentence[spot.start]:
            gap = (other.end, spot.start) if other.start < spot.start else (spot.end, other.start)
            if gap[1] - gap[0] == 1 and page.lower[gap[0]] in {"und", ",", "oder", "sowie"}:
                return True
    return False
