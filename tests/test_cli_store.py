"""The commands on entities and on stores as a whole, as a user types them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from synthetic import graph
from typer.testing import CliRunner, Result

from kg.cli import app
from kg.rdf.vocabulary import BASE, KG
from kg.store import open_store

SKOS, TYPE = "http://www.w3.org/2004/02/skos/core#", "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
PEOPLE = {
    "mord": ("kirill-dmitrijew", "Kirill Dmitrijew"),
    "gipfel": ("kirill-dmitriev", "Kirill Dmitriev"),
    "papst": ("papst-franziskus", "Papst Franziskus"),
    "wahl": ("jorge-bergoglio", "Jorge Bergoglio"),
    "reise": ("kurz", "Kurz"),
    "amt": ("sebastian-kurz", "Sebastian Kurz"),
}


def person(article: str) -> list[str]:
    """The graph of an article that does nothing but name one person."""
    slug, name = PEOPLE[article]
    who, graph = f"<{BASE}entity/person/{slug}>", f"<{BASE}article/{article}>"
    return [
        f"{graph} <{TYPE}> <{KG}Article> {graph} .",
        f'{graph} <http://purl.org/dc/terms/identifier> "{article}" {graph} .',
        f"{who} <{TYPE}> <{KG}Person> {graph} .",
        f'{who} <{SKOS}prefLabel> "{name}"@de {graph} .',
        *[f'{who} <{KG}role> "Außenminister"@de {graph} .' for _ in range(slug.endswith("kurz"))],
        f'{who} <{KG}named> "true"^^<http://www.w3.org/2001/XMLSchema#boolean> {graph} .',
    ]


@pytest.fixture
def place(tmp_path: Path) -> Path:
    with open_store(tmp_path / "kg-data") as store:
        for article in PEOPLE:
            store.replace(f"{BASE}article/{article}", person(article))
    return tmp_path / "kg-data"


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(app, [str(word) for word in words])


def test_entities_lists_who_is_who(place: Path) -> None:
    done = run("entities", "-s", place)
    assert done.exit_code == 0
    assert "Papst Franziskus  (Person, 1 articles)" in done.stdout.splitlines()
    kirill = next(line for line in done.stdout.splitlines() if line.startswith("Kirill"))
    assert kirill.endswith("(Person, 2 articles)")


def test_an_entity_is_shown_with_where_its_names_come_from(place: Path) -> None:
    lines = run("entities", "dmitri", "-s", place).stdout.splitlines()
    assert "  Kirill Dmitriev: gipfel" in lines
    assert "  Kirill Dmitrijew: mord" in lines
    assert [line for line in lines if line.startswith("  merged with")]
    (entry,) = json.loads(run("entities", "dmitri", "--json", "-s", place).stdout)
    assert {name: len(articles) for name, articles in entry["names"].items()} == {
        "Kirill Dmitriev": 1,
        "Kirill Dmitrijew": 1,
    }
    assert run("entities", "Niemand", "-s", place).stderr == "kg: no such entity\n"


def test_pairs_to_decide_on(place: Path) -> None:
    told = run("entities", "--unsure", "-s", place)
    pairs = json.loads(run("entities", "--unsure", "--json", "-s", place).stdout)
    names = {tuple(pair[side]["iri"].rsplit("/", 1)[1] for side in ("first", "second")) for pair in pairs}
    assert ("kurz", "sebastian-kurz") in names
    assert f"{pairs[0]['score']:.2f}  {pairs[0]['why']}" in told.stdout
    assert f"{BASE}entity/person/kurz: Kurz; Außenminister; 1 articles" in told.stdout
    run("merge", "Kurz", "Sebastian Kurz", "-s", place)
    assert "kurz" not in run("entities", "--unsure", "--json", "-s", place).stdout
    assert "Kurz" in run("entities", "Sebastian", "-s", place).stdout


def test_merge_and_split(place: Path) -> None:
    assert "merged" in run("merge", "Papst Franziskus", "Jorge Bergoglio", "--why", "derselbe", "-s", place).stderr
    with open_store(place) as store:
        assert [(d.same, d.why) for d in store.decisions()] == [(True, "derselbe")]
    assert run("query", "ASK { ?one kg:mergedFrom ?other ; kg:named true }", "-s", place).stdout == "yes\n"
    assert "split" in run("split", "Papst Franziskus", "-s", place).stderr
    (entry,) = json.loads(run("entities", "Bergoglio", "--json", "-s", place).stdout)
    assert entry["merged"] == []


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("merge", "Papst Franziskus", "Niemand"), "no entity is called 'Niemand'; kg entities lists them"),
        (("merge", "Papst Franziskus", "person/papst-franziskus"), "are one entity already"),
        (("split", "Papst Franziskus"), "nothing was merged into 'Papst Franziskus'"),
        (("retract", "mort"), "there is no article 'mort': did you mean mord"),
        (("diff", "http://example.org/ keine IRI"), "there is no article"),
        (("restore", "nirgends"), "nirgends is no backup"),
        (("backup", "/proc/hier/nicht"), "/proc/hier/nicht cannot be made"),
        (("import", "graph.docx"), "graph.docx cannot be imported"),
    ],
)
def test_mistakes_are_told_in_a_line(place: Path, words: tuple[str, ...], message: str) -> None:
    done = run(*words, "-s", place)
    assert done.exit_code == 2
    assert len(done.stderr.splitlines()) == 1
    assert message in done.stderr


def test_a_name_that_several_have(place: Path) -> None:
    with open_store(place) as store:
        lines = [line.replace("kirill-dmitriev", "k-d").replace("gipfel", "g") for line in person("gipfel")]
        store.replace(f"{BASE}article/g", lines)
    done = run("merge", "Kirill Dmitriev", "Kurz", "-s", place)
    assert (done.exit_code, "may be any of" in done.stderr) == (2, True)


def test_retract_takes_articles_out(place: Path) -> None:
    done = run("retract", "mord", f"{BASE}article/gipfel", "mord", "-s", place)
    assert done.stderr == "kg: 2 retracted, 4 left\n"
    assert run("entities", "Kirill", "-s", place).stdout == ""


def test_what_a_correction_changed(tmp_path: Path) -> None:
    article, lines = graph(3)
    place = tmp_path / "kg-data"
    with open_store(place) as store:
        store.replace(article, lines)
    unchanged = run("diff", "probe-00003", "-s", place)
    assert unchanged.stderr == "kg: probe-00003 has not changed since it was first built\n"
    with open_store(place) as store:
        store.replace(*graph(3, version=1))
    shown = run("diff", "probe-00003", "-s", place).stdout.splitlines()
    changes = json.loads(run("diff", "probe-00003", "--json", "-s", place).stdout)
    assert [line.split()[0] for line in shown] == [change["kind"] for change in changes]
    assert {"came", "went"} <= {change["kind"] for change in changes}


def test_every_correction_that_was_kept_is_shown(tmp_path: Path) -> None:
    place = tmp_path / "kg-data"
    with open_store(place) as store:
        for version in (0, 1, 2):
            store.replace(*graph(3, version=version), keep_versions=True)
    told = run("diff", "probe-00003", "--all", "-s", place)
    assert told.stderr.splitlines() == ["kg: version 1 to 2:", "kg: version 2 to 3:"]
    changes = json.loads(run("diff", "probe-00003", "--all", "--json", "-s", place).stdout)
    assert {change["version"] for change in changes} == {1, 2}
    last = json.loads(run("diff", "probe-00003", "--json", "-s", place).stdout)
    assert last == [change for change in changes if change["version"] == 2]
    first = {change["claim"] for change in changes if (change["version"], change["kind"]) == (1, "came")}
    assert first & {change["claim"] for change in last if change["kind"] == "went"}


def test_stale_articles_are_listed(place: Path) -> None:
    done = run("stale", "-s", place)
    assert done.stdout.splitlines() == sorted(f"{BASE}article/{article}" for article in PEOPLE)
    assert "6 of 6 articles were built by another version" in done.stderr


def test_export_import_backup_and_restore(place: Path, tmp_path: Path) -> None:
    before = run("export", "-f", "nq", "-s", place).stdout
    assert run("export", "-o", tmp_path / "graph.trig", "-s", place).exit_code == 0
    assert "quads" in run("import", tmp_path / "graph.trig", "-s", tmp_path / "new").stderr
    assert run("export", "-f", "nq", "-s", tmp_path / "new").stdout == before
    assert run("backup", tmp_path / "saved", "-s", place).exit_code == 0
    run("retract", "mord", "-s", place)
    (tmp_path / "kg-data.old").mkdir()
    (tmp_path / "kg-data.old" / "mine").touch()
    assert run("restore", tmp_path / "saved", "-s", place).exit_code == 2
    assert run("restore", tmp_path / "saved", "--force", "-s", place).exit_code == 0
    assert run("export", "-f", "nq", "-s", place).stdout == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["graph.trig", "kg-data", "kg-data.old", "new", "saved"]
    assert (tmp_path / "kg-data.old" / "mine").exists()


def test_import_into_a_store_that_is_not_empty(place: Path, tmp_path: Path) -> None:
    article, lines = graph(3)
    (tmp_path / "graph.nq").write_text("\n".join(lines) + "\n")
    assert run("import", tmp_path / "graph.nq", "-s", place).exit_code == 0
    with open_store(place) as store:
        assert len(store.articles()) == len(PEOPLE) + 1
        assert store.graph(article) == lines


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("export",), "which format?"),
        (("export", "-f", "docx"), "'docx' is no format that kg export writes"),
        (("export", "-f", "csv", "--rdf12"), "with --rdf12: use one of ttl, trig, nq"),
        (("export", "-f", "csv", "--view", "actors"), "--view is for graphml and gexf"),
        (("export", "-f", "gexf", "--view", "dreams"), "there is no view 'dreams'"),
        (("export", "-o", "/proc/hier/graph.nq"), "/proc/hier/graph.nq cannot be written"),
        (("view", "-o", "/proc/hier/graph.html"), "/proc/hier: No such file or directory"),
    ],
)
def test_exports_that_cannot_be(place: Path, words: tuple[str, ...], message: str) -> None:
    with open_store(place) as store:
        store.replace(*graph(3))
    done = run(*words, "-s", place)
    assert (done.exit_code, message in done.stderr) == (2, True), done.stderr


def test_query_formats(place: Path) -> None:
    ask = "SELECT ?n ?x { ?p a kg:Person ; skos:prefLabel ?n OPTIONAL { ?p kg:none ?x } } ORDER BY ?n LIMIT 1"
    found = json.loads(run("query", ask, "-f", "json", "-s", place).stdout)
    assert found["head"]["vars"] == ["n", "x"]
    assert found["results"]["bindings"][0]["n"]["xml:lang"] == "de"
    assert json.loads(run("query", "ASK {}", "-f", "json", "-s", place).stdout)["boolean"] is True
    assert "1 row" in run("query", ask, "-s", place).stderr
    made = run("query", "CONSTRUCT { ?p a kg:Person } WHERE { ?p a kg:Person }", "-f", "ttl", "-s", place).stdout
    assert "a kg:Person" in made
    cut = run("query", "SELECT * { ?s ?p ?o }", "--limit", "2", "-f", "csv", "-s", place)
    assert len(cut.stdout.splitlines()) == 3
    assert "--limit 0 shows all" in cut.stderr
    for words in (("-f", "ttl"), ("--update", "-p", "a=b"), ("-p", "novalue")):
        assert run("query", ask, *words, "-s", place).exit_code == 2


def test_the_named_queries_are_listed() -> None:
    listed = run("query", "--list").stdout
    assert "who-met-whom" in listed
    assert "--param person=NAME" in listed
