"""Linking only what has changed gives what linking all from scratch gives, byte for byte, and leaves the same index."""

from __future__ import annotations

import random
from collections.abc import Sequence
from itertools import count

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.entities import linking
from kg.model import Article, Decision, Entity, EntityType, Reading
from kg.rdf import article_iri, to_nquads
from kg.rdf.vocabulary import BASE
from kg.store import Store, marked, open_store
from kg.store.names import linking_graph

POOL = range(24)
GIVEN = ("Anna", "Anne", "Karl", "Karl Theodor", "Theodor", "K.")
FAMILY = ("Köhler", "Koehler", "Kohler", "Lawrow", "Lavrov", "Moser")
ROLES = ("Außenministerin", "Trainer", "Sprecherin der Partei")
BODIES = ("Bund der Steuerzahler", "Bund der Steuerzahler GmbH", "BdS", "Siemens AG", "Siemens", "Hotel Post")


def articles(number: int, version: int) -> tuple[str, list[str]]:
    """An article by its number: namesakes, bare surnames, bodies by several names, few others in common."""
    chance = random.Random(f"{number}/{version}")
    found: dict[str, Entity] = {}
    for _ in range(chance.randrange(1, 6)):
        family, role = chance.choice(FAMILY), chance.choice(ROLES)
        bare = chance.random() < 0.4
        name = family if bare else f"{chance.choice(GIVEN)} {family}"
        entity = Entity(f"person/{name.lower().replace(' ', '-')}", EntityType.PERSON, name, roles=(role,), weak=bare)
        found[entity.id] = entity
    for _ in range(chance.randrange(0, 3)):
        name = chance.choice(BODIES)
        alias = ("BdS",) if name.startswith("Bund") and chance.random() < 0.5 else ()
        entity = Entity(f"organization/{name.lower().replace(' ', '-')}", EntityType.ORGANIZATION, name, aliases=alias)
        found[entity.id] = entity
    if chance.random() < 0.5:
        entity = Entity("namedevent/finale", EntityType.NAMED_EVENT, "Finale", weak=True)
        found[entity.id] = entity
    for witness in chance.sample(range(6), 3):
        entity = Entity(f"person/zeuge-{witness}", EntityType.PERSON, f"Zeuge Zink{'aeiouy'[witness]}l")
        found[entity.id] = entity
    entities = tuple(found[key] for key in sorted(found))
    article = Article(f"a{number:02}", "Text.", date=f"2025-0{chance.randrange(1, 7)}-15")
    return article_iri(article.id, base=BASE), to_nquads(Reading(article, entities))


def fresh(built: dict[int, int], decisions: Sequence[Decision]) -> Store:
    store = open_store(":memory:")
    for number, version in built.items():
        store.replace(*articles(number, version))
    for d in decisions:
        store.decide(d.first, d.second, same=d.same, why=d.why)
    store.apply_merges()
    return store


def index(store: Store) -> list[str]:
    return store.graph(linking_graph(BASE).value)


def compared(store: Store, built: dict[int, int]) -> None:
    """A store is what a fresh one would be."""
    expected = fresh(built, store.decisions())
    assert list(store.nquads()) == list(expected.nquads())
    assert store.entities() == expected.entities()
    assert index(store) == index(expected)


step = st.tuples(
    st.sampled_from(["build"] * 5 + ["retract", "decide", "kill"]), st.sampled_from(POOL), st.integers(0, 3)
)


def take(store: Store, built: dict[int, int], action: str, number: int, version: int) -> None:
    """Do one step, and note in ``built`` which version of what is there."""
    iri, lines = articles(number, version)
    if action == "build":
        store.replace(iri, lines)
        built[number] = version
    elif action == "retract" and number in built:
        store.remove(iri)
        del built[number]
    elif action == "decide":
        found = sorted({row.iri for row in store.entities() if row.type is EntityType.PERSON})
        pair = random.Random(number).sample(found, 2) if len(found) > 1 else []
        if pair:
            store.decide(*pair, same=version > 1, why=f"{number}")
    elif action == "kill":
        killed(store, version)


def killed(store: Store, after: int) -> None:
    """Link, but die after some transactions."""
    change, done = store.engine.change, count()

    def change_or_die(*parts: object) -> None:
        if next(done) >= after:
            raise KeyboardInterrupt
        change(*parts)  # type: ignore[arg-type]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(store.engine, "change", change_or_die)
        patch.setattr(marked, "MANY", 0)
        try:
            store.apply_merges()
        except KeyboardInterrupt:
            return


@settings(max_examples=150, deadline=None)
@given(st.integers(0, 2**16), st.lists(st.lists(step, min_size=1, max_size=3), max_size=10), st.booleans())
def test_linking_what_changed_ends_like_linking_all(
    seed: int, rounds: list[list[tuple[str, int, int]]], crowded: bool
) -> None:
    chance = random.Random(seed)
    built = {number: 0 for number in POOL if chance.random() < 0.6}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(marked, "MANY", 0)
        if crowded:
            patch.setattr(linking, "CROWD", 3)
            patch.setattr(linking, "NEXT", 1)
        store = fresh(built, ())
        for steps in rounds:
            for action, number, version in steps:
                take(store, built, action, number, version)
            store.apply_merges()
            compared(store, built)
            assert store.apply_merges() == 0
