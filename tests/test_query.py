"""Named queries: found, filled in, answered; and what `kg query` writes."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import typer
from synthetic import graphs
from typer.testing import CliRunner, Result

from kg.cli import Commands
from kg.cli.query import query
from kg.errors import QueryError
from kg.model import Article, Claim, Entity, EntityType, Event, Factuality, Reading, Time
from kg.query import find, labels_of, named_queries, run
from kg.query.named import CONDITION, PARAMETER, VALUES
from kg.rdf import to_nquads
from kg.rdf.vocabulary import BASE, KG
from kg.store import Store, open_store

TEXT = "Ada Roth traf Ben Kahn in Linz. Ada Roth will Ben Kahn in Graz treffen. Carl Roth dementierte."
ROTH, KAHN = (
    Entity("person/ada-roth", EntityType.PERSON, "Ada Roth", aliases=("Roth",)),
    Entity("person/ben-kahn", EntityType.PERSON, "Ben Kahn", roles=("Sprecher",)),
)
CARL = Entity("person/carl-roth", EntityType.PERSON, "Carl Roth")
LINZ = Entity("place/linz-am-see", EntityType.PLACE, "Linz am See")
FUND = Entity("organization/roth-bank", EntityType.ORGANIZATION, "Roth-Bank")
MAY, JUNE = Time(0, 3, "DATE", "2025-05-01", "2025-05-01"), Time(0, 3, "DATE", "2025-06", "2025-06")


def claim(subject: Entity, predicate: str, other: Entity, **more: object) -> Claim:
    start = TEXT.index("Carl") if more.get("factuality") else 0
    end = start + 31 if not start else len(TEXT)
    return Claim(subject.id, predicate, other.id, start, end, "sample", **more)  # type: ignore[arg-type]


def reading() -> Reading:
    claims = (
        claim(ROTH, "met", KAHN, time=MAY, place=LINZ.id, event="e1"),
        claim(KAHN, "met", CARL, time=JUNE, event="e2", factuality=Factuality.REPORTED, source=CARL.id),
        claim(ROTH, "met", CARL, factuality=Factuality.PLANNED),
        claim(CARL, "met", FUND, factuality=Factuality.NEGATED),
        claim(KAHN, "represents", FUND),
        Claim(CARL.id, "said", "dementierte", 72, len(TEXT), "sample", literal=True),
    )
    events = (
        Event("e1", "Meeting", (ROTH.id, KAHN.id), (0,), MAY, LINZ.id),
        Event("e2", "Meeting", (KAHN.id, CARL.id), (1,), JUNE),
    )
    article = Article("treffen", TEXT, title="Ein Treffen", date="2025-06-02", publisher="Das Blatt")
    return Reading(article, (ROTH, KAHN, CARL, LINZ, FUND), events=events, claims=claims)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("query") / "kg-data"
    with open_store(place) as opened:
        opened.replace(BASE + "article/treffen", to_nquads(reading(), digest="a-b"))
    return place


@pytest.fixture(scope="module")
def store(folder: Path) -> Iterator[Store]:
    with open_store(folder) as opened:
        yield opened


def names(store: Store, query: str, **params: str) -> list[str]:
    """Rows as "a b c" by name, without sentence and article."""
    found = run(store, query, params)
    shown = [i for i, v in enumerate(found.variables) if v not in ("exact", "article", "extractor", "confidence")]
    label = labels_of(
        store, {str(term) for row in found.rows for term in row if term is not None and str(term).startswith("http")}
    )
    cells = ([row[i] for i in shown] for row in found.rows)
    return [" ".join(label.get(str(term), str(term)) for term in row if term is not None) for row in cells]


ANSWERS: list[tuple[str, dict[str, str], list[str]]] = [
    ("who-met-whom", {}, ["Ada Roth Ben Kahn 2025-05-01 Linz am See Asserted", "Ben Kahn Carl Roth 2025-06 Reported"]),
    ("who-met-whom", {"person": "carl roth"}, ["Ben Kahn Carl Roth 2025-06 Reported"]),
    ("who-met-whom", {"since": "2025-06"}, ["Ben Kahn Carl Roth 2025-06 Reported"]),
    ("who-met-whom", {"until": "2025-05"}, ["Ada Roth Ben Kahn 2025-05-01 Linz am See Asserted"]),
    ("who-met-whom", {"predicate": "negotiatedWith"}, []),
    ("offices", {}, ["Ben Kahn represents Roth-Bank Asserted Sprecher"]),
    ("offices", {"of": "Roth-Bank"}, ["Ben Kahn represents Roth-Bank Asserted Sprecher"]),
    ("statements-of", {"person": "Carl"}, ["Carl Roth dementierte Asserted"]),
    ("timeline", {"person": "Kahn", "until": "2025-05-31"}, ["2025-05-01 Treffen: Ada Roth, Ben Kahn, 2025-05-01 Linz am See Asserted"]),
    ("planned", {}, ["Ada Roth met Carl Roth"]),
    ("planned", {"about": "Ben Kahn"}, []),
    ("denied-or-negated", {"about": "Roth-Bank"}, ["Carl Roth met Roth-Bank"]),
    ("claims-about", {"about": "Roth-Bank", "factuality": "negated"}, ["Carl Roth met Roth-Bank Negated"]),
    ("events-at", {"place": "linz"}, ["Linz am See 2025-05-01 Treffen: Ada Roth, Ben Kahn, 2025-05-01 Asserted"]),
    ("sources", {"by": "blatt"}, ["treffen 2025-06-02 Ein Treffen Das Blatt 6"]),
    ("sources", {"by": "Bote"}, []),
    ("co-participants", {"person": "Kahn"}, ["Ben Kahn Ada Roth 1", "Ben Kahn Carl Roth 1"]),
    ("evidence-for", {"subject": "Ada Roth", "predicate": "met", "object": "Kahn"}, ["Ada Roth met Ben Kahn Asserted 2025-06-02"]),
    ("reported-only", {}, ["Ben Kahn met Carl Roth Carl Roth 2025-06"]),
]  # fmt: skip


@pytest.mark.parametrize(("query", "params", "rows"), ANSWERS)
def test_answers(store: Store, query: str, params: dict[str, str], rows: list[str]) -> None:
    assert names(store, query, **params) == rows


def test_every_named_query_is_tried() -> None:
    assert {query for query, _, _ in ANSWERS} == set(named_queries())


@pytest.mark.parametrize("name", named_queries())
def test_heads_fit_their_queries(name: str) -> None:
    named = named_queries()[name]
    assert named.about.endswith(".")
    declared = {variable for variable, _, _ in PARAMETER.findall(named.text)}
    inner = {variable for variable, value in VALUES.findall(named.text) if variable not in ("part", "predicate")}
    assert inner <= declared <= {variable for variable, _ in VALUES.findall(named.text)}
    assert set(CONDITION.findall(named.text)) <= declared
    assert named.order
    assert "ORDER BY" not in named.text


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("Ada Roth", ["person/ada-roth"]),
        ("roth", ["person/ada-roth", "person/carl-roth"]),
        ("Linz", ["place/linz-am-see"]),
        ("bank", ["organization/roth-bank"]),
        ("ahn", ["person/ben-kahn"]),
        (BASE + "entity/person/x", [BASE + "entity/person/x"]),
    ],
)
def test_names_find_entities(store: Store, name: str, found: list[str]) -> None:
    assert [str(iri) for iri in find(store, name)] == [
        iri if iri.startswith("http") else BASE + "entity/" + iri for iri in found
    ]


@pytest.mark.parametrize(
    ("query", "params", "reason"),
    [
        ("who-met-who", {}, "there is no query named 'who-met-who': take one of"),
        ("offices", {"who": "Roth"}, "has no parameter 'who': it takes person, of"),
        ("offices", {"person": "Ada Rot h"}, "did you mean Ada Roth"),
        ("offices", {"person": ""}, "nothing in the store is called ''"),
        ("who-met-whom", {"since": "gestern"}, "is no date: write 2025"),
        ("who-met-whom", {"predicate": "meet"}, "there is no predicate 'meet': take"),
        ("claims-about", {"factuality": "true"}, "there is no factuality"),
        ("evidence-for", {"predicate": "http://a> <b"}, "is no IRI"),
    ],
)
def test_wrong_parameters(store: Store, query: str, params: dict[str, str], reason: str) -> None:
    with pytest.raises(QueryError, match=re.escape(reason)):
        run(store, query, params)


def test_sparql_with_parameters(store: Store) -> None:
    found = run(store, "SELECT ?l { ?x skos:prefLabel ?l }", {"x": f"<{BASE}entity/person/ada-roth>"})
    assert [str(row[0]) for row in found.rows] == ["Ada Roth"]
    assert run(store, "ASK { ?x dcterms:identifier ?id }", {"id": "treffen"}).answer


def test_a_limit_keeps_the_first(store: Store) -> None:
    found = run(store, "who-met-whom", limit=1)
    assert (str(found.rows[0][2]), found.truncated) == ("2025-05-01", True)


@pytest.mark.parametrize("name", named_queries())
def test_a_time_limit_changes_no_answer(name: str) -> None:
    with open_store(":memory:") as opened:
        for article, lines in graphs(10):
            opened.replace(article, lines)
        assert run(opened, name) == run(opened, name, timeout=30)


def kg(folder: Path, *words: str, text: str | None = None) -> Result:
    app = typer.Typer(cls=Commands)
    app.command()(query)
    app.callback()(lambda: None)
    return CliRunner().invoke(app, ["query", *words, "-s", str(folder)], input=text)


def test_a_table_shows_names(folder: Path) -> None:
    done = kg(folder, "--named", "who-met-whom", "-p", "person=Kahn", "--limit", "1")
    assert done.exit_code == 0
    assert re.search(r"Ada Roth +│ Ben Kahn +│ 2025-05-01 +│ Linz am See +│ Asserted", done.stdout)
    assert "https://" not in done.stdout
    assert "--limit 0 shows all" in done.stderr


def test_csv_and_json_are_for_programs(folder: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(kg(folder, "--named", "offices", "--format", "csv").stdout)))
    assert [(row["predicate"], row["roles"]) for row in rows] == [(KG + "represents", "Sprecher")]
    found = json.loads(
        kg(
            folder, "-", "--format", "json", text="SELECT ?l ?n { ?e skos:prefLabel ?l ; kg:named ?n } ORDER BY ?l"
        ).stdout
    )
    assert found["head"] == {"vars": ["l", "n"]}
    assert found["results"]["bindings"][0]["l"] == {"type": "literal", "value": "Ada Roth", "xml:lang": "de"}
    assert json.loads(kg(folder, "ASK {}", "-f", "json").stdout)["boolean"] is True


def test_turtle_of_a_construct(folder: Path) -> None:
    made = kg(folder, "CONSTRUCT { ?a kg:met ?b } WHERE { ?a kg:met ?b }", "-f", "ttl").stdout
    assert "person/ada-roth> kg:met <" in made


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ((), "give a query"),
        (("ASK {}", "--named", "offices"), "give a query"),
        (("--named", "offices", "-p", "person"), "is not NAME=VALUE"),
        (("SELECT * { ?s ?p ?o }", "-f", "ttl"), "ttl is for CONSTRUCT"),
        (("--update", "--named", "offices"), "SPARQL only"),
        (("SELECT * {\n ?s ?p }",), "line 2, column"),
        (("",), "empty"),
    ],
)
def test_wrong_calls(folder: Path, words: tuple[str, ...], reason: str) -> None:
    done = kg(folder, *words)
    assert done.exit_code == 2
    assert reason in " ".join(re.sub(r"[│╭╮╰╯─]", " ", done.output).split())


def test_the_list_names_all(folder: Path) -> None:
    shown = kg(folder, "--list").stdout
    assert all(name in shown for name in named_queries())
    assert "--param person=NAME" in shown


def test_updates_need_the_word(tmp_path: Path) -> None:
    assert kg(tmp_path / "s", "INSERT DATA { GRAPH <a:g> { <a:a> <a:b> 1 } }").exit_code == 2
    assert kg(tmp_path / "s", "INSERT DATA { GRAPH <a:g> { <a:a> <a:b> 1 } }", "--update").exit_code == 0
    assert kg(tmp_path / "s", "ASK { <a:a> <a:b> 1 }").stdout == "yes\n"
