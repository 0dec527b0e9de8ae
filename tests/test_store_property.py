"""Whatever happens to a store, it equals the one built afresh from what remains, byte for byte."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st
from synthetic import graph

from kg.model import Decision, EntityRow, Merge
from kg.rdf.vocabulary import BASE
from kg.store import Store, open_store

POOL = range(8)
PEOPLE = 6
NAMES = [BASE + "entity/person/" + name for name in ("anna-albers", "berta-albers", "carl-albers", "dora-albers")]

step = st.one_of(
    st.tuples(st.just("build"), st.sampled_from(POOL), st.integers(0, 1)),
    st.tuples(st.just("rebuild"), st.just(0), st.just(0)),
    st.tuples(st.just("retract"), st.sampled_from(POOL), st.just(0)),
    st.tuples(st.sampled_from(["merge", "split"]), st.sampled_from(range(4)), st.sampled_from(range(4))),
    st.tuples(st.just("link"), st.just(0), st.just(0)),
)


def linked(rows: Sequence[EntityRow], decisions: Sequence[Decision]) -> list[Merge]:
    """Berta is Anna by herself, all else as decided; the first name of a group stands for it."""
    pairs = {(NAMES[0], NAMES[1])} | {(d.first, d.second) for d in decisions if d.same}
    pairs -= {(d.first, d.second) for d in decisions if not d.same}
    known = {row.iri for row in rows}
    group = {name: {name} for name in NAMES}
    for first, second in sorted(pair for pair in pairs if set(pair) <= known):
        joined = group[first] | group[second]
        for name in joined:
            group[name] = joined
    return [Merge(name, min(group[name]), "sample", 0.5) for name in NAMES if name != min(group[name])]


def build_afresh(articles: dict[int, int], decisions: Sequence[Decision]) -> list[str]:
    with open_store(":memory:") as store:
        for number, version in sorted(articles.items()):
            store.replace(*graph(number, people=PEOPLE, version=version))
        for decision in decisions:
            store.decide(decision.first, decision.second, same=decision.same, why=decision.why)
        store.apply_merges(linked)
        return list(store.nquads())


def take(store: Store, articles: dict[int, int], action: str, first: int, second: int) -> None:
    """Do one step, and note in ``articles`` which version of what remains."""
    if action == "build":
        store.replace(*graph(first, people=PEOPLE, version=second))
        articles[first] = second
    elif action == "rebuild":
        for number, version in articles.items():
            store.replace(*graph(number, people=PEOPLE, version=version))
    elif action == "retract" and first in articles:
        store.remove(f"probe-{first:05}")
        del articles[first]
    elif action in ("merge", "split") and first != second:
        store.decide(NAMES[first], NAMES[second], same=action == "merge", why=f"{action} {min(first, second)}")
    elif action == "link":
        store.apply_merges(linked)


@settings(max_examples=60, deadline=None)
@given(st.lists(step, max_size=12))
def test_any_history_ends_like_a_fresh_build(steps: list[tuple[str, int, int]]) -> None:
    articles: dict[int, int] = {}
    with open_store(":memory:") as store:
        for action, first, second in steps:
            take(store, articles, action, first, second)
        store.apply_merges(linked)
        assert list(store.nquads()) == build_afresh(articles, store.decisions())
        assert store.apply_merges(linked) == 0
