"""One name is of one type throughout an article: what most and the surest of its finds say."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from kg.entities.evidence import told
from kg.entities.nodes import bare
from kg.entities.passage import Passage
from kg.entities.spots import Spot
from kg.model import EntityType

WEIGHTS = {"head noun": 4, "spelled out": 5, "legal form": 5, "acronym": 3, "same name": 1}
FULL_NAME, TWO_WORDS = 5, 3
SURE = 3
OWN = frozenset({EntityType.NAMED_EVENT, EntityType.GROUP})  # "die Bürger" are no person of that name
ORDER = [
    EntityType.ORGANIZATION, EntityType.PERSON, EntityType.PLACE, EntityType.COUNTRY, EntityType.WORK, EntityType.GROUP,
]  # fmt: skip


def agree(page: Passage, spots: list[Spot], parts: Iterable[Spot]) -> list[Spot]:
    """Give all finds of one unknown name the same type, genitives included; `parts` are the names in compounds.

    A body that is surely one is found wherever its name stands.
    """
    spots = list(_one_party(list(_shouted(spots))))
    votes: dict[str, Counter[EntityType]] = defaultdict(Counter)
    unknown = [s for s in spots if s.kind == "name" and s.known is None and s.type not in OWN]
    surnames = {s.name.split()[-1] for s in unknown if s.type is EntityType.PERSON and _given(page, s)}
    forms = {s.name for s in unknown}
    for spot in unknown:
        votes[_form(spot.name, forms)][spot.type] += _weight(page, spot)
    for name, kind, weight in told(page, unknown, parts):
        votes[_form(name, forms)][kind] += weight
    types = {form: max(found, key=lambda k: (found[k], -ORDER.index(k))) for form, found in votes.items()}
    types |= dict.fromkeys(surnames & set(types), EntityType.PERSON)
    agreed = [_retyped(s, types[_form(s.name, forms)]) if s in unknown else s for s in spots]
    bodies = {form for form, kind in types.items() if kind is EntityType.ORGANIZATION and votes[form][kind] >= SURE}
    named = {
        s.name.split()[-1] for s in agreed if s.type is EntityType.PERSON and s.how == "pipeline LOC" and " " in s.name
    }
    again = [*_again(page, agreed, bodies, EntityType.ORGANIZATION), *_again(page, agreed, named, EntityType.PERSON)]
    return [*agreed, *again]


def _weight(page: Passage, spot: Spot) -> int:
    """How much a find says of a name's type."""
    if " " not in spot.name:
        return WEIGHTS.get(spot.how, 1)
    full = spot.type is not EntityType.PERSON or _given(page, spot)
    return WEIGHTS.get(spot.how, FULL_NAME if full else TWO_WORDS)


def _given(page: Passage, spot: Spot) -> bool:
    """Whether a name of several words begins with a given name."""
    first, space, _ = spot.name.partition(" ")
    return bool(space) and all(part in page.genders for part in first.split("-"))


def _again(page: Passage, spots: list[Spot], names: set[str], kind: EntityType) -> Iterator[Spot]:
    """Yield names of a type where they stand and nobody has found them."""
    taken = {i for s in spots if s.kind == "name" for i in range(s.start, s.end)} if names else set()
    for i, word in enumerate(page.words) if names else ():
        name = word if word in names else bare(word)
        if name in names and i not in taken and i not in page.skipped and page.pos[i] in {"PROPN", "X"}:
            yield Spot(i, i + 1, kind, name, "same name")


def _shouted(spots: list[Spot]) -> Iterator[Spot]:
    """Take a name for the one it is in other capitals: "LANA (fm)." and "in Lana", "Gitbase" and "GitBase"."""
    plain = {s.name: s for s in spots if s.kind == "name"}
    inner = {
        s.name.lower(): s for s in spots if s.kind == "name" and s.type is EntityType.ORGANIZATION and _odd(s.name)
    }
    for spot in spots:
        same = plain.get(spot.name.title()) if spot.name.isupper() and len(spot.name) > 3 else None
        same = same or (inner.get(spot.name.lower()) if spot.known is None and not _odd(spot.name) else None)
        yield replace(spot, name=same.name, type=same.type, known=same.known) if same and spot.kind == "name" else spot


def _odd(name: str) -> bool:
    """Whether a name of one word has capitals within."""
    return len(name) > 3 and " " not in name and not name.isupper() and any(c.isupper() for c in name[1:])


def _one_party(spots: list[Spot]) -> Iterator[Spot]:
    """Take a party's short name for the party whose full name ends so: "die Grünen" beside "Bündnis 90/Die Grünen"."""
    whole = {
        s.known.name.rpartition("/")[2]: s.known
        for s in spots
        if s.known and "/" in s.known.name and s.known.category == "party"
    }
    for spot in spots:
        known = whole.get(spot.known.name) if spot.known else None
        yield replace(spot, known=known) if known is not None else spot


def _form(name: str, forms: set[str]) -> str:
    """A name without the genitive's ending, where the bare name stands in the article too."""
    return bare(name) if bare(name) in forms else name


def _retyped(spot: Spot, kind: EntityType) -> Spot:
    return replace(spot, type=kind) if spot.type is not kind else spot
