"""The store's promises on every engine: memory, disk, and the endpoints of Oxigraph and of Apache Jena."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
import rdflib
from synthetic import graph, graphs

from kg.errors import QueryError, StoreError
from kg.model import Decision, EntityRow, EntityType, Merge
from kg.rdf.vocabulary import BASE, KG
from kg.store import Store, open_store
from kg.store.merging import settle
from kg.store.names import linking_graph
from kg.store.sparql import bind, check_query, explain_error

ANNA, BERTA = BASE + "entity/person/anna-albers", BASE + "entity/person/berta-albers"


def merge_anna(rows: Sequence[EntityRow], decisions: Sequence[Decision]) -> list[Merge]:
    """Berta is Anna unless somebody decided otherwise."""
    if any({d.first, d.second} == {ANNA, BERTA} and not d.same for d in decisions):
        return []
    return [Merge(BERTA, ANNA, "for the test", 0.9)]


def merge_nothing(rows: Sequence[EntityRow], decisions: Sequence[Decision]) -> list[Merge]:
    return []


@pytest.fixture
def store(empty_place: str) -> Iterator[Store]:
    with open_store(empty_place) as opened:
        opened.begin()
        yield opened


def fresh(numbers: Sequence[int]) -> list[str]:
    with open_store(":memory:") as opened:
        for number in numbers:
            opened.replace(*graph(number))
        return list(opened.nquads())


def test_articles_and_their_digests(store: Store) -> None:
    for article, lines in graphs(3):
        store.replace(article, lines)
    assert list(store.articles().items()) == [(graph(n)[0], f"{n}.0-tools") for n in range(3)]
    assert store.stale("tools") == []
    assert store.stale("newer") == [graph(n)[0] for n in range(3)]
    assert store.graphs() == [graph(n)[0] for n in range(3)]
    assert store.graph(graph(1)[0]) == graph(1)[1]


def test_replacing_again_changes_nothing(store: Store) -> None:
    for _ in range(2):
        for article, lines in graphs(4):
            store.replace(article, lines)
    assert list(store.nquads()) == fresh(range(4))


def test_order_of_building_does_not_matter(store: Store) -> None:
    for number in (3, 0, 2, 1):
        store.replace(*graph(number))
    assert list(store.nquads()) == fresh(range(4))


def test_removing_leaves_what_the_rest_supports(store: Store) -> None:
    for article, lines in graphs(5):
        store.replace(article, lines)
    store.remove("probe-00002")
    store.remove(graph(4)[0])
    assert list(store.nquads()) == fresh([0, 1, 3])


def test_an_unknown_article_is_named_with_similar_ones(store: Store) -> None:
    store.replace(*graph(7))
    with pytest.raises(StoreError, match="did you mean probe-00007"):
        store.remove("probe-0007")
    with pytest.raises(StoreError, match="there is no article"):
        store.remove("http://no IRI")


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("<a:s> <a:p> <a:o> <a:other> .", "belongs to the graph"),
        ("_:b <a:p> <a:o> <a:g> .", "blank nodes"),
        ("<a:s> <a:p> _:b <a:g> .", "blank nodes"),
        ("nonsense", "no N-Quads"),
    ],
)
def test_what_cannot_be_stored_is_refused(line: str, reason: str) -> None:
    with open_store(":memory:") as opened, pytest.raises(StoreError, match=reason):
        opened.replace("a:g", [line])


def test_merging_and_splitting(store: Store) -> None:
    for article, lines in graphs(12):
        store.replace(article, lines)
    before = list(store.nquads())
    assert store.apply_merges(merge_anna) > 0
    assert not store.query(
        "ASK { ?any rdf:subject|rdf:object|kg:participant ?b }", bindings={"b": rdflib.URIRef(BERTA)}
    ).answer
    assert store.query("ASK { ?a kg:mergedFrom ?b }", bindings={"b": rdflib.URIRef(BERTA)}).answer
    assert store.apply_merges(merge_anna) == 0
    table = store.entities()
    assert any(row.iri == BERTA for row in table)
    store.decide(ANNA, BERTA, same=False, why="sisters")
    assert store.decisions() == [Decision(ANNA, BERTA, same=False, why="sisters")]
    assert store.apply_merges(merge_anna) > 0
    assert store.entities() == table
    assert [line for line in store.nquads() if "decision" not in line] == before


def test_a_merged_entity_keeps_its_name_and_does_not_meet_itself() -> None:
    name, meets = '<http://www.w3.org/2004/02/skos/core#prefLabel> "Berta"@de', f"<{KG}met> <{ANNA}>"
    person = f"<http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <{KG}Person>"
    anna = name.replace("Berta", "Anna")
    lines = [f"<{BERTA}> {rest} <a:g> ." for rest in (name, meets, person)]
    lines += [f"<{ANNA}> {rest} <a:g> ." for rest in (anna, person)]
    with open_store(":memory:") as opened:
        opened.replace("a:g", lines)
        opened.apply_merges(merge_anna)
        names = opened.query("SELECT ?s ?l { ?s skos:altLabel ?l }").rows
        assert [(str(s), str(label)) for s, label in names] == [(ANNA, "Berta")]
        assert opened.query("ASK { ?s kg:met ?o }").answer is False
        assert len(opened.query("SELECT ?s { ?s skos:prefLabel ?o }").rows) == 1


def test_replacing_a_merged_article_undoes_and_redoes(store: Store) -> None:
    for article, lines in graphs(12):
        store.replace(article, lines)
    store.apply_merges(merge_anna)
    merged = list(store.nquads())
    for article, lines in graphs(12):
        store.replace(article, lines)
    store.apply_merges(merge_anna)
    assert list(store.nquads()) == merged


@pytest.mark.parametrize(
    ("merges", "found"),
    [
        ([("a", "b"), ("b", "c")], {"a": "c", "b": "c"}),
        ([("a", "nobody")], {}),
        ([("a", "b"), ("a", "c")], "two entities"),
        ([("a", "b"), ("b", "a")], "circle"),
    ],
)
def test_chains_of_merges(merges: list[tuple[str, str]], found: dict[str, str] | str) -> None:
    made = [Merge(source, target, "", 1) for source, target in merges]
    if isinstance(found, str):
        with pytest.raises(ValueError, match=found):
            settle(made, {"a", "b", "c"})
    else:
        assert {source: merge.to_iri for source, merge in settle(made, {"a", "b", "c"}).items()} == found


def test_the_entity_table(store: Store) -> None:
    store.replace(*graph(3))
    rows = store.entities()
    assert [row.iri for row in rows] == sorted(row.iri for row in rows)
    anna = next(row for row in rows if row.iri == ANNA)
    assert (anna.type, anna.name, anna.aliases, anna.roles) == (
        EntityType.PERSON,
        "Anna Albers",
        ("Albers",),
        ("Minister",),
    )
    assert anna.named
    assert not anna.weak
    assert anna.date == "2025-08-11"
    assert set(anna.others) == {row.iri for row in rows}
    weak = next(row for row in rows if row.iri.endswith("sprecher--probe-00003"))
    assert weak.weak
    assert not weak.named


def test_corrections_are_shown(store: Store) -> None:
    article, lines = graph(3)
    store.replace(article, lines)
    assert store.changes(article) is None
    store.replace(*graph(3, version=1))
    changes = store.changes(article)
    assert changes
    assert {change.kind for change in changes} >= {"came", "went"}
    store.replace(article, lines)
    back = store.changes(article)
    assert back
    assert [c.claim for c in back if c.kind == "came"] == [c.claim for c in changes if c.kind == "went"]
    assert list(store.nquads()) == fresh([3])


def test_a_newer_newskg_is_no_correction(store: Store) -> None:
    article, lines = graph(3)
    store.replace(article, lines)
    store.replace(article, [line.replace("3.0-tools", "3.0-newer") for line in lines[:-1]])
    assert store.changes(article) is None


def test_older_versions_can_be_kept_for_good(store: Store) -> None:
    for version in range(4):
        store.replace(*graph(3, version=version), keep_versions=True)
    kept = store.query("SELECT ?v { ?v kg:versionOf ?a }").rows
    assert [str(row[0])[-9:] for row in sorted(kept)] == ["version/1", "version/2", "version/3"]
    store.remove("probe-00003")
    left = store.query("SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }").rows
    assert [str(row[0]) for row in left] == [linking_graph(store.base).value]


def test_questions(store: Store) -> None:
    for article, lines in graphs(6):
        store.replace(article, lines)
    found = store.query("SELECT ?s ?o { ?s kg:met ?o } ORDER BY ?s ?o", limit=2)
    assert found.variables == ("s", "o")
    assert (len(found.rows), found.truncated) == (2, True)
    assert isinstance(found.rows[0][0], rdflib.URIRef)
    timed = store.query("SELECT ?s ?o { ?s kg:met ?o } ORDER BY ?s ?o", limit=2, timeout=20)
    assert timed == found
    made = store.query("CONSTRUCT { ?s a ?o } WHERE { ?s a ?o }", timeout=20)
    assert made.triples
    assert len(made.rows) > 100
    assert store.query("ASK { ?c kg:confidence ?n FILTER(?n > 2) }", timeout=20).answer is False
    row = store.query(
        "SELECT ?n ?l ?x { ?c kg:confidence ?n . ?e skos:prefLabel ?l . OPTIONAL { ?c kg:none ?x } } LIMIT 1"
    )
    number, label, nothing = row.rows[0]
    assert isinstance(number, rdflib.Literal)
    assert isinstance(label, rdflib.Literal)
    assert 0 < number.toPython() <= 1
    assert (label.language, nothing) == ("de", None)


def test_parameters_are_terms(store: Store) -> None:
    for article, lines in graphs(6):
        store.replace(article, lines)
    anna = store.query("SELECT DISTINCT ?s ?l { ?s skos:prefLabel ?l }", bindings={"s": rdflib.URIRef(ANNA)})
    assert anna.rows == ((rdflib.URIRef(ANNA), rdflib.Literal("Anna Albers", lang="de")),)
    attack = 'Anna") } ; DROP ALL ; SELECT * { ?s ?p ("'
    assert store.query("SELECT ?s { ?s ?p ?o FILTER(STR(?o) = ?name) }", bindings={"name": attack}).rows == ()
    assert len(store.articles()) == 6


@pytest.mark.parametrize(
    ("query", "value", "bound"),
    [
        ("SELECT ?x { ?x ?p 1 }", 1, 'SELECT ("1"^^<http://www.w3.org/2001/XMLSchema#integer> AS ?x) { "1"^^'),
        ("SELECT ?s { ?s ?p ?x }", 'a"b\n', r'SELECT ?s { ?s ?p "a\"b\n" }'),
        ("SELECT ?s { ?s ?p ?x . # ?x\n }", "v", 'SELECT ?s { ?s ?p "v" . # ?x\n }'),
        ("SELECT ?s { ?s ?p ?x FILTER(?x != '?x') }", "v", 'SELECT ?s { ?s ?p "v" FILTER("v" != \'?x\') }'),
        (
            "SELECT (COUNT(?x) AS ?n) { ?s ?p ?x } GROUP BY ?x",
            "v",
            'SELECT (COUNT("v") AS ?n) { ?s ?p "v" } GROUP BY ("v")',
        ),
    ],
)
def test_binding(query: str, value: object, bound: str) -> None:
    assert bind(query, {"x": value}).startswith(bound)


@pytest.mark.parametrize(
    ("query", "bindings", "reason"),
    [
        ("SELECT * { ?s ?p ?o }", {"x": "v"}, r"no variable \?x"),
        ("SELECT * { ?s ?p ?o }", {"o": rdflib.BNode()}, "blank node"),
        ("SELECT * { ?s ?p ?o }", {"o": object()}, "not an RDF term"),
        ("DELETE WHERE { ?s ?p ?o }", {}, "DELETE changes the store"),
        ("# harmless\nPREFIX x: <a:b> insert data { <a:a> <a:a> 1 }", {}, "INSERT changes the store"),
        ("SELECT * { service <http://example.org/> { ?s ?p ?o } }", {}, "SERVICE is refused"),
        ("SELECT * { \\u0053ERVICE <http://example.org/> { ?s ?p ?o } }", {}, "SERVICE is refused"),
        ("SELECT * { \\U00000073ervice <http://example.org/> { ?s ?p ?o } }", {}, "SERVICE is refused"),
        ("SELECT * {\n ?s ?p }", {}, r"line 2, column"),
        ("SELECT * { ?s nowhere:p ?o }", {}, "prefix is not declared"),
        ("SELECT ?s (COUNT(*) AS ?n) { ?s ?p ?o }", {}, "neither grouped by"),
        ("", {}, "line 1, column 1"),
    ],
)
def test_wrong_queries(store: Store, query: str, bindings: dict[str, object], reason: str) -> None:
    with pytest.raises(QueryError, match=reason):
        store.query(query, bindings=bindings)


@pytest.mark.parametrize(
    "query", ['SELECT * { ?service ?p "SERVICE" } # SERVICE', "SELECT * { ?s <http://x/#DROP> ex:insert }"]
)
def test_words_in_strings_names_and_comments_are_no_keywords(query: str) -> None:
    check_query(query)


def test_the_caret_points_at_the_place() -> None:
    shown = explain_error("SELECT ?x {\n\t?s foo:bar ?x }", "error at 2:5: expected one of Prefix not found, ['%']")
    assert shown.splitlines() == ["line 2, column 5: the prefix is not declared", "   ?s foo:bar ?x }", "      ^"]


def test_updates(store: Store) -> None:
    store.update("INSERT DATA { GRAPH <a:g> { <a:s> kg:met <a:o> } }")
    assert store.query("ASK { <a:s> kg:met <a:o> }").answer
    store.update("DROP ALL")
    with pytest.raises(QueryError, match="LOAD is refused"):
        store.update("LOAD <http://example.org/>")
    with pytest.raises(QueryError, match="LOAD is refused"):
        store.update("L\\u004fAD <http://example.org/>")
    with pytest.raises(QueryError, match="line 1, column"):
        store.update("INSERT DATA { nonsense }")


def test_rdflib_sees_the_union(store: Store) -> None:
    for article, lines in graphs(2):
        store.replace(article, lines)
    dataset = store.dataset()
    assert (rdflib.URIRef(ANNA), rdflib.RDF.type, rdflib.URIRef(KG + "Person")) in dataset


@pytest.mark.parametrize("place", [":memory:", "disk"])
def test_what_is_put_in_no_graph_is_exported_all_the_same(place: str, tmp_path: Path) -> None:
    with open_store(place if place == ":memory:" else tmp_path / place) as store:
        store.update("INSERT DATA { <a:s> kg:met <a:o> }")
        assert store.graphs() == [BASE + "imported"]
        assert list(store.nquads()) == [f"<a:s> <{KG}met> <a:o> <{BASE}imported> ."]
