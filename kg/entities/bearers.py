"""Names that their title shows to be a person's: "der Präsident Tibets, Jan Moser,"."""

from __future__ import annotations

from dataclasses import replace

from kg.entities.organizations import head_category
from kg.entities.passage import Passage
from kg.entities.spots import Spot
from kg.model import EntityType

OFFICIAL = frozenset({"heads", "worksFor", "represents", "advises", "memberOf", "relativeOf"})
UNCERTAIN = frozenset({EntityType.ORGANIZATION, EntityType.PLACE})


def bearers(page: Passage, spots: list[Spot]) -> list[Spot]:
    """Retype as persons unknown names behind a title that only a person bears: "der Präsident Tibets, Jan Moser,"."""
    return [
        replace(s, type=EntityType.PERSON, how="behind a title", category=None) if _bears_title(page, s) else s
        for s in spots
    ]


def _bears_title(page: Passage, spot: Spot) -> bool:
    """Whether a name of two or three words, of which nothing is known, stands in apposition to a title."""
    start, length = spot.start, spot.end - spot.start
    if (
        spot.kind != "name"
        or spot.known
        or not 1 < length < 4
        or spot.type not in UNCERTAIN
        or spot.how == "legal form"
    ):
        return False
    if any(page.pos[i] != "PROPN" or head_category(page.words[i], page.lexicon) for i in range(start, spot.end)):
        return False
    titles = (
        [page.heads[start], page.heads[page.heads[start]], start - 1] if page.dep[start] == "appos" else [start - 1]
    )
    role = next((page.roles[i] for i in titles if i < start and page.roles[i] is not None), None)
    if role is None or role.plural or role.relation not in OFFICIAL:
        return False
    before = page.words[start - 1] if spot.type is EntityType.PLACE else ""  # "der Chef der Firma, Solvex Data,"
    return (
        page.roles[start - 1] is not None
        or before == ","
        or page.heads[start] == start - 1
        and page.dep[start - 1] == "nmod"
    )
