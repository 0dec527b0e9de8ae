"""What was exported is read back without loss."""

from __future__ import annotations

import tracemalloc
from pathlib import Path

import pyoxigraph as ox
import pytest
from store_writer import link
from synthetic import graph, graphs

from kg.errors import StoreError
from kg.export import EXPORTERS, RDF12_EXPORTERS
from kg.store import Store, location_of, open_store
from kg.store.files import back_up, import_file
from kg.store.originals import parse

NQ = ox.RdfFormat.N_QUADS


def filled() -> Store:
    store = open_store(":memory:")
    for article, lines in graphs(12):
        store.replace(article, lines)
    store.apply_merges(link)
    store.decide("https://example.org/a", "https://example.org/b", same=False, why="no „relation“")
    assert len(store.graphs()) == 14
    return store


def export(store: Store, file: Path, *, rdf12: bool) -> Path:
    write = (RDF12_EXPORTERS if rdf12 else EXPORTERS)[file.suffix[1:]]
    with file.open("w", encoding="utf8") as out:
        write(store, out)
    return file


def triples(store: Store) -> set[str]:
    return {str(ox.Triple(q.subject, q.predicate, q.object)) for q in ox.parse("\n".join(store.nquads()), format=NQ)}


@pytest.mark.parametrize(
    ("suffix", "rdf12"), [("nq", False), ("trig", False), ("jsonld", False), ("nq", True), ("trig", True)]
)
@pytest.mark.parametrize("place", [":memory:", "disk"])
def test_round_trip(suffix: str, rdf12: bool, place: str, tmp_path: Path) -> None:
    before = filled()
    file = export(before, tmp_path / f"graph.{suffix}", rdf12=rdf12)
    with open_store(place if place == ":memory:" else tmp_path / place) as after:
        for _ in range(2):
            assert import_file(after, file) > 0
            assert list(after.nquads()) == list(before.nquads())


@pytest.mark.parametrize(("suffix", "rdf12"), [("ttl", False), ("trig", True), ("nq", True)])
def test_memory_does_not_grow_with_what_is_exported(
    suffix: str, rdf12: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Oxigraph's own memory is not traced; the first export fills the cache of short names, whose size is fixed."""
    monkeypatch.setattr("kg.store.graphs.SORTED_AT_ONCE", 2_000)
    peaks = []
    for count in (120, 30, 120):
        with open_store(":memory:") as store:
            store.load(quad for _, lines in graphs(count) for quad in parse(lines))
            tracemalloc.start()
            export(store, tmp_path / f"graph.{suffix}", rdf12=rdf12)
            peaks.append(tracemalloc.get_traced_memory()[1])
            tracemalloc.stop()
    assert peaks[2] < 1.5 * peaks[1]


@pytest.mark.parametrize("rdf12", [False, True])
def test_turtle_keeps_all_triples_but_no_graphs(rdf12: bool, tmp_path: Path) -> None:
    before = open_store(":memory:")
    for article, lines in graphs(4):
        before.replace(article, lines)
    file = export(before, tmp_path / "graph.ttl", rdf12=rdf12)
    with open_store(":memory:") as after:
        import_file(after, file)
        assert triples(after) == triples(before)
        assert after.graphs() == [after.base + "imported"]


def test_turtle_of_one_article_is_its_graph(tmp_path: Path) -> None:
    before = open_store(":memory:")
    before.replace(*graph(3))
    file = export(before, tmp_path / "graph.ttl", rdf12=False)
    with open_store(":memory:") as after:
        import_file(after, file)
        assert list(after.nquads()) == graph(3)[1]


def test_importing_replaces_articles_and_leaves_others(tmp_path: Path) -> None:
    file = tmp_path / "graph.nq"
    file.write_text("\n".join(graph(3)[1]) + "\n")
    with open_store(":memory:") as store:
        store.replace(*graph(3, version=1))
        store.replace(*graph(4))
        import_file(store, file)
        assert list(store.nquads()) == sorted(graph(3)[1] + graph(4)[1])


def test_a_literal_may_look_like_a_blank_node(tmp_path: Path) -> None:
    file = tmp_path / "graph.nq"
    file.write_text('<a:s> <a:p> " _:b << >>" <a:g> .\n')
    with open_store(":memory:") as store:
        assert import_file(store, file) == 1


def test_memory_has_no_backups(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="has no backups"):
        back_up(open_store(":memory:"), tmp_path / "b")
    with pytest.raises(StoreError, match="is no folder"):
        location_of("http://localhost/")


def test_the_place_of_a_store(monkeypatch: pytest.MonkeyPatch) -> None:
    assert location_of("here") == Path("here")
    monkeypatch.setenv("KG_STORE", "there")
    assert location_of() == Path("there")
    monkeypatch.delenv("KG_STORE")
    assert location_of() == Path("kg-data")
