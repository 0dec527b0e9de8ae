"""The commands do the same on every engine, and what an endpoint may do wrong is told."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread

import pytest
from spacy.language import Language
from synthetic import graph
from typer.testing import CliRunner

import kg.building
from kg.cli import app
from kg.errors import KgError, QueryError, StoreError
from kg.store import Store, open_store
from kg.store.local import Memory

TEXTS = {
    "besuch": "Bundeskanzlerin Angela Merkel traf am Montag in Berlin den Präsidenten Emmanuel Macron. Macron lobte Merkel.",
    "reise": "Angela Merkel reiste am Dienstag nach Rom. Dort sprach sie mit Ministerpräsident Mario Draghi.",
    "rede": "Der Verleger Anton Huber kritisierte am Mittwoch Mario Draghi. Huber leitet den Verlag Morgen.",
}


@pytest.fixture
def ask(empty_place: str, nlp: Language, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., str]]:
    """Run a command on the store; gives what it writes to standard output. Memory is kept between commands."""
    monkeypatch.setattr(kg.building, "load", lambda name: nlp)
    kg.building._pipeline.cache_clear()
    if empty_place == ":memory:":
        kept = open_store(empty_place)
        monkeypatch.setattr(Memory, "close", lambda self: None)
        monkeypatch.setattr("kg.store.open_store", lambda location=None: kept)

    def run(*words: str | Path) -> str:
        done = CliRunner().invoke(app, [*map(str, words), "--store", empty_place])
        assert done.exit_code == 0, (words, done.output, done.exception)
        return done.stdout

    yield run
    kg.building._pipeline.cache_clear()


def test_build_query_view_export_merge_split_and_retract(ask: Callable[..., str], tmp_path: Path) -> None:
    articles = tmp_path / "articles"
    articles.mkdir()
    for name, text in TEXTS.items():
        (articles / f"{name}.txt").write_text(text)
    ask("build", articles, "--date", "2019-05-14")
    built = ask("export", "--format", "nq")
    ask("build", articles, "--date", "2019-05-14")
    assert ask("export", "--format", "nq") == built
    met = ask("query", "--named", "who-met-whom", "--param", "person=Macron", "--format", "csv")
    assert "person/angela-merkel" in met.splitlines()[1]
    assert ask("query", "SELECT ?n { ?a a kg:Article ; dcterms:identifier ?n } ORDER BY ?n", "--format", "csv") == (
        "n\nbesuch\nrede\nreise\n"
    )
    ask("view", "--output", tmp_path / "graph.html")
    assert "Emmanuel Macron" in (tmp_path / "graph.html").read_text()
    ask("merge", "Anton Huber", "Mario Draghi", "--why", "für den Test")
    assert ask("query", "ASK { ?one kg:mergedFrom ?other }") == "yes\n"
    ask("split", "Anton Huber", "Mario Draghi", "--why", "für den Test")
    assert ask("query", "ASK { ?one kg:mergedFrom ?other }") == "no\n"
    ask("retract", "besuch", "reise")
    left = ask("export", "--format", "nq")
    (articles / "besuch.txt").unlink()
    (articles / "reise.txt").unlink()
    with open_store(":memory:") as afresh:
        kg.building.build([articles], afresh, date="2019-05-14")
        assert sorted(line for line in left.splitlines() if "decision" not in line) == list(afresh.nquads())


def test_what_is_linked_stays_so_until_somebody_writes_past_it(
    ask: Callable[..., str], tmp_path: Path, empty_place: str
) -> None:
    (tmp_path / "rede.txt").write_text(TEXTS["rede"])
    linked = "ASK { GRAPH ?g { ?any kg:linked ?version } }"
    ask("build", tmp_path / "rede.txt")
    assert ask("query", linked) == "yes\n"
    ask("query", "--update", "INSERT DATA { GRAPH <a:g> { <a:s> kg:met <a:o> } }")
    assert ask("query", linked) == "no\n"
    ask("build", tmp_path / "rede.txt")
    assert ask("query", linked) == "yes\n"
    ask("retract", "rede")
    assert ask("query", linked) == "yes\n"
    assert ask("query", "ASK { ?any kg:unlinked|kg:table|kg:profile ?text }") == "no\n"


@pytest.fixture
def plain_jena(server: Callable[[str], str]) -> Store:
    """An endpoint as Fuseki makes it by default: nothing but Jena's name for it makes a union of the graphs."""
    store = open_store(server("jena") + "/plain")
    store.update("DROP ALL")
    return store


def test_a_union_that_hides_the_graphs(plain_jena: Store) -> None:
    assert plain_jena.query("ASK { ?s ?p ?o }").answer is False
    plain_jena.replace(*graph(1))
    assert plain_jena.query("ASK { ?s a kg:Article }").answer
    with pytest.raises(QueryError, match="switch its union default graph on"):
        plain_jena.query("ASK { GRAPH ?g { ?s a kg:Article } }")


class Handler(BaseHTTPRequestHandler):
    """Answers what no endpoint should: a web page; and only who logs in."""

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["Content-Length"]))
        known = self.headers["Authorization"] == f"Basic {b64encode(b'anna:ge@heim').decode()}"
        self.send_response(200 if known else 401)
        self.end_headers()
        self.wfile.write(b"<html>")

    def log_message(self, format: str, *args: object) -> None:
        pass


def test_a_server_that_is_no_endpoint() -> None:
    with HTTPServer(("localhost", 0), Handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        address = f"localhost:{server.server_port}"
        with pytest.raises(StoreError, match="401"):
            open_store(f"http://{address}").begin()
        with pytest.raises(StoreError, match="is there an endpoint at this address") as error:
            open_store(f"http://anna:ge%40heim@{address}").begin()
        assert "heim" not in str(error.value)
        server.shutdown()


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        ("http://localhost:9", "is the server running"),
        ("http://localhost:port", "is no address"),
        ("http://", "names no server"),
    ],
)
def test_addresses_that_lead_nowhere(address: str, reason: str) -> None:
    with pytest.raises(KgError, match=reason):
        open_store(address).begin()
