"""Every format holds what the store holds."""

import csv
import io
import json
from pathlib import Path

import networkx as nx
import pyoxigraph as ox
import pytest
import rdflib
from hypothesis import given, settings
from hypothesis import strategies as st
from rdf_sample import CLAIMS, sample
from rdflib.compare import isomorphic
from typer.testing import CliRunner

from kg.cli import app
from kg.export import EXPORTERS, RDF12_EXPORTERS
from kg.export.lines import triple_terms
from kg.export.table import sentence
from kg.model import Article, Claim, Entity, EntityType, Reading
from kg.rdf import BASE, KG, article_iri, to_nquads
from kg.store import Store, open_store

RDFLIB = {"ttl": "turtle", "trig": "trig", "nq": "nquads", "jsonld": "json-ld"}
OXIGRAPH = {"ttl": ox.RdfFormat.TURTLE, "trig": ox.RdfFormat.TRIG, "nq": ox.RdfFormat.N_QUADS}
TEXTS = st.text(alphabet=st.characters(exclude_categories=["Cs"]), min_size=1)


def exported(store: Store, format: str) -> str:
    out = io.StringIO()
    EXPORTERS[format](store, out)
    return out.getvalue()


def parsed(text: str, format: str) -> rdflib.Dataset:
    found = rdflib.Dataset(default_union=True)
    found.parse(data=text, format=RDFLIB[format])
    return found


def quads(text: str, format: str) -> set[str]:
    """Sorted N-Quads of an export, read by rdflib; without graphs for Turtle."""
    found = parsed(text, format)
    if format == "ttl":
        return {f"{s.n3()} {p.n3()} {o.n3()}" for s, p, o in found.triples((None, None, None))}
    return {f"{s.n3()} {p.n3()} {o.n3()} <{g}>" for s, p, o, g in found.quads()}


@pytest.mark.parametrize("format", ["trig", "jsonld"])
def test_formats_with_graphs_hold_every_quad(format: str) -> None:
    with sample() as store:
        assert quads(exported(store, format), format) == quads(exported(store, "nq"), "nq")
        assert exported(store, "nq").splitlines() == list(store.nquads())


def test_turtle_holds_every_triple() -> None:
    with sample() as store:
        everything = {line.rsplit(" ", 1)[0] for line in quads(exported(store, "nq"), "nq")}
        assert quads(exported(store, "ttl"), "ttl") == everything


@settings(deadline=None, max_examples=50)
@given(name=TEXTS, text=TEXTS)
def test_any_text_survives_every_format(name: str, text: str) -> None:
    who = Entity("person/x", EntityType.PERSON, name)
    reading = Reading(Article(name, text), (who,), claims=(Claim(who.id, "said", text, 0, len(text), "test"),))
    with open_store(":memory:") as store:
        store.replace(article_iri(name, base=BASE), to_nquads(reading))
        lines = list(store.nquads())
        for format in ("trig", "jsonld", "nq"):
            found = parsed(exported(store, format), format)
            assert {str(o) for o in found.objects(None, rdflib.URIRef(KG + "text"))} == {text}
            assert {str(o) for o in found.objects(None, rdflib.SKOS.prefLabel)} == {name}
            assert len(list(found.quads())) == len(lines)


@pytest.mark.parametrize("format", EXPORTERS)
def test_the_same_store_gives_the_same_bytes(format: str, tmp_path: Path) -> None:
    with sample() as memory, sample(tmp_path / "store") as disk:
        assert exported(memory, format) == exported(disk, format)


@pytest.mark.parametrize("format", RDF12_EXPORTERS)
def test_rdf12_says_the_same_with_triple_terms(format: str) -> None:
    out = io.StringIO()
    with sample() as store:
        RDF12_EXPORTERS[format](store, out)
        plain = list(store.nquads())
    found = list(ox.parse(out.getvalue().encode(), format=OXIGRAPH[format]))
    terms = [quad.object for quad in found if isinstance(quad.object, ox.Triple)]
    claims = len(CLAIMS) + 1
    assert len(terms) == claims
    assert len(found) == len(plain) - 2 * claims
    subjects = {str(term.predicate) for term in terms}
    assert f"<{KG}met>" in subjects


def test_triple_terms_leave_other_lines_in_order() -> None:
    with sample() as store:
        lines = list(triple_terms(store.nquads()))
    assert lines == sorted(lines)
    assert not any("#subject>" in line for line in lines)


def test_turtle_reads_like_the_contract() -> None:
    with sample() as store:
        text = exported(store, "ttl")
    for wanted in (
        "@prefix kg: <https://w3id.org/newskg/ontology#> .",
        f"@base <{BASE}> .",
        "<article/eins> a kg:Article ;",
        "kg:met <entity/person/holm--eins> ;",
        "    rdf:subject <entity/person/petra-kern> ;\n    rdf:predicate kg:met ;\n    rdf:object <entity/",
        'kg:time "2024-05-03"^^kg:edtf',
        'kg:earliest "2024-05-03"^^xsd:date',
        "kg:confidence 0.75 ;",
        "kg:named true",
        'open:gut-finden rdfs:label "gut finden"@de .',
        "<article/zwei/%C3%A4> a kg:Article",
    ):
        assert wanted in text


def test_turtle_leaves_bookkeeping_out() -> None:
    with sample() as store:
        first, second = f"{BASE}entity/person/petra-kern", f"{BASE}entity/person/holm--eins"
        store.decide(first, second, same=False)
        assert "decision" in exported(store, "trig")
        assert "decision" not in exported(store, "ttl")


def test_table_of_claims() -> None:
    with sample() as store:
        rows = list(csv.DictReader(io.StringIO(exported(store, "csv"))))
    assert len(rows) == len(CLAIMS) + 1
    met = next(row for row in rows if row["predicate"] == "met")
    assert (met["article"], met["date"], met["sentence"][-8:]) == ("eins", "2024-05", "in Graz.")
    assert (met["subject"], met["object"], met["place"], met["time"]) == ("Petra Kern", "Holm", "Graz", "2024-05-03")
    assert (met["quotation"], met["start"], met["end"]) == ("Petra Kern traf Holm am 3. Mai in Graz", "0", "38")
    said = next(row for row in rows if row["predicate"] == "said")
    assert (said["object"], said["object_iri"]) == ('Das \\ war "gut"', "")
    assert {row["predicate"] for row in rows} >= {"gut finden"}
    assert [row["source"] for row in rows if row["factuality"] == "Reported"] == ["Holm"]


@pytest.mark.parametrize(
    ("text", "quotation", "wanted"),
    [
        ("Er kommt. Sie ging heim. Ende.", "ging", "Sie ging heim."),
        (
            "Es war schön. Am 11. April traf sie Dr. Huber in St. Pölten. Danach nicht.",
            "traf sie",
            "Am 11. April traf sie Dr. Huber in St. Pölten.",
        ),
        ("Überschrift\n\nDer erste Satz", "erste", "Der erste Satz"),
        ("„Gut gemacht.“ Dann ging sie.", "ging", "Dann ging sie."),
        ("Einer kommt. Zwei gehen.", "kommt. Zwei", "Einer kommt. Zwei gehen."),
    ],
)
def test_sentence_around_a_quotation(text: str, quotation: str, wanted: str) -> None:
    start = text.index(quotation)
    assert text[slice(*sentence(text, start, start + len(quotation)))] == wanted


def test_json_ld_is_json_with_its_context() -> None:
    with sample() as store:
        found = json.loads(exported(store, "jsonld"))
    assert found["@context"]["kg"] == KG
    nodes = {node["@id"]: node for node in found["@graph"][0]["@graph"]}
    assert nodes[f"{BASE}entity/person/petra-kern"]["kg:named"] is True


@pytest.mark.parametrize("format", ["graphml", "gexf"])
def test_networks_open_in_networkx(format: str, tmp_path: Path) -> None:
    with sample(tmp_path / "store"):
        pass
    target = tmp_path / f"new/graph.{format}"
    run("-o", str(target), "--view", "actors", store=tmp_path / "store")
    graph = nx.read_graphml(target) if format == "graphml" else nx.read_gexf(target, version="1.3")
    assert {data["label"] for _, data in graph.nodes(data=True)} == {"Petra Kern", "Holm", "Solar AG"}


def run(*args: str, store: Path, code: int = 0) -> str:
    result = CliRunner().invoke(app, ["export", *args, "-s", str(store)])
    assert result.exit_code == code, result.output
    return result.output


def test_command_writes_files_and_standard_output(tmp_path: Path) -> None:
    place = tmp_path / "store"
    with sample(place) as store:
        wanted = exported(store, "trig")
    assert run("--format", "trig", store=place) == wanted
    assert run("-o", str(tmp_path / "deep/er/graph.trig"), store=place) == ""
    assert (tmp_path / "deep/er/graph.trig").read_text(encoding="utf8") == wanted
    assert "<<(" in run("-f", "ttl", "--rdf12", store=place)
    assert [path.name for path in (tmp_path / "deep/er").iterdir()] == ["graph.trig"]


@pytest.mark.parametrize(
    ("args", "message"),
    [
        ((), "which format?"),
        (("-o", "graph"), "which format?"),
        (("-o", "graph.xlsx"), "use one of ttl, trig, nq, jsonld, csv, graphml, gexf"),
        (("-f", "csv", "--rdf12"), "use one of ttl, trig, nq"),
        (("-f", "ttl", "--view", "roles"), "--view is for graphml and gexf"),
        (("-f", "gexf", "--view", "cats"), "use one of actors, events, roles"),
        (("-o", "/dev/null/x.ttl"), "cannot be written"),
    ],
)
def test_wrong_wishes_get_one_line(args: tuple[str, ...], message: str, tmp_path: Path) -> None:
    with sample(tmp_path / "store"):
        pass
    output = run(*args, store=tmp_path / "store", code=2)
    assert message in output
    assert output.count("\n") == 1


def test_what_is_read_back_is_the_same_graph() -> None:
    with sample() as store:
        text = exported(store, "ttl")
    graph = rdflib.Graph().parse(data=text, format="turtle")
    again = rdflib.Graph().parse(data=graph.serialize(format="turtle"), format="turtle")
    assert isomorphic(graph, again)
