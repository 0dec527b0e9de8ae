"""`kg link` against a local server that speaks the reconciliation protocol; `kg entities`, `merge`, `split` on a small store."""

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import ClassVar
from urllib.parse import parse_qs

import pytest

from kg.cli.entities import one, overview
from kg.entities.linking import link
from kg.entities.reconciling import choose, reconcile
from kg.errors import KgError
from kg.model import EntityRow, EntityType

BASE = "https://example.org/"
ITEMS = {
    "Steve Witkoff": [("Q1", 100, True)],
    "Thomas Müller": [("Q2", 95, False), ("Q3", 95, False)],
    "Interfax": [("Q4", 97, False), ("Q5", 40, False)],
}


class Service(BaseHTTPRequestHandler):
    """Answers a batch of queries; refuses the first request to see whether the caller waits."""

    batches: ClassVar[list[dict[str, dict[str, str]]]] = []
    refusals = 0

    def do_POST(self) -> None:
        body = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
        if Service.refusals:
            Service.refusals -= 1
            self.send_response(503)
            self.send_header("Retry-After", "0")
            self.end_headers()
            return
        queries = json.loads(body["queries"][0])
        Service.batches.append(queries)
        answer = {
            key: {
                "result": [
                    {"id": i, "name": q["query"], "score": s, "match": m} for i, s, m in ITEMS.get(q["query"], [])
                ]
            }
            for key, q in queries.items()
        }
        self.send_response(200)
        self.end_headers()
        self.wfile.write(json.dumps(answer).encode())

    def log_message(self, *args: object) -> None:
        """Say nothing."""


@pytest.fixture
def endpoint() -> Iterator[str]:
    Service.batches, Service.refusals = [], 1
    server = HTTPServer(("127.0.0.1", 0), Service)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/de/api"
    server.shutdown()


class Table:
    """A store as far as linking needs one."""

    base = BASE

    def __init__(self) -> None:
        self.updates: list[str] = []
        self.rows = [
            EntityRow(f"{BASE}entity/person/steve-witkoff", "a1", EntityType.PERSON, "Steve Witkoff"),
            EntityRow(f"{BASE}entity/person/thomas-mueller", "a1", EntityType.PERSON, "Thomas Müller"),
            EntityRow(f"{BASE}entity/organization/interfax", "a1", EntityType.ORGANIZATION, "Interfax"),
            EntityRow(f"{BASE}entity/country/russland", "a1", EntityType.COUNTRY, "Russland", wikidata="Q159"),
            EntityRow(f"{BASE}entity/person/kohl--a1", "a1", EntityType.PERSON, "Kohl", weak=True),
        ]

    def entities(self) -> list[EntityRow]:
        return self.rows

    def update(self, sparql: str) -> None:
        self.updates.append(sparql)


def test_clear_matches_are_written_and_nothing_is_asked_twice(endpoint: str, tmp_path: Path) -> None:
    table, cache = Table(), tmp_path / "answers.jsonl"
    assert reconcile(table, endpoint, rate=100, sure=90, cache=cache) == (3, 2)
    assert (
        "steve-witkoff> <http://www.w3.org/2004/02/skos/core#exactMatch> <http://www.wikidata.org/entity/Q1>"
        in table.updates[0]
    )
    assert "Q4" in table.updates[0]
    assert "Q2" not in table.updates[0]
    assert {q["query"] for batch in Service.batches for q in batch.values()} == {
        "Steve Witkoff",
        "Thomas Müller",
        "Interfax",
    }
    assert reconcile(table, endpoint, rate=100, sure=90, cache=cache) == (0, 2)
    assert len(Service.batches) == 1


def test_a_killed_run_goes_on(endpoint: str, tmp_path: Path) -> None:
    cache = tmp_path / "answers.jsonl"
    cache.write_text('{"key": "Person Steve Witkoff", "found": []}\n{"key": "Pers', encoding="utf8")
    assert reconcile(Table(), endpoint, rate=100, sure=90, cache=cache)[0] == 2


def test_a_service_that_is_not_there_is_named() -> None:
    with pytest.raises(KgError, match="cannot be reached"):
        reconcile(Table(), "http://127.0.0.1:9/", rate=100, sure=90, cache=Path("/dev/null"))


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        ([], None),
        ([{"id": "Q1", "score": 50.0, "match": True}], "Q1"),
        ([{"id": "Q1", "score": 95.0, "match": False}, {"id": "Q2", "score": 94.0, "match": False}], None),
        ([{"id": "Q1", "score": 95.0, "match": False}, {"id": "Q2", "score": 30.0, "match": False}], "Q1"),
    ],
)
def test_only_one_clear_candidate_is_taken(found: list[dict[str, object]], expected: str | None) -> None:
    assert choose(found, 90) == expected


def test_an_entity_is_found_by_name_or_iri() -> None:
    rows = Table().rows
    assert (
        one(rows, "Interfax") == one(rows, f"{BASE}entity/organization/interfax") == one(rows, "organization/interfax")
    )
    with pytest.raises(KgError, match="no entity is called"):
        one(rows, "Nobody")


ARTICLE = """\
<{b}article/{a}> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/newskg/ontology#Article> <{b}article/{a}> .
<{b}article/{a}> <http://purl.org/dc/terms/identifier> "{a}" <{b}article/{a}> .
<{b}entity/person/{s}> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/newskg/ontology#Person> <{b}article/{a}> .
<{b}entity/person/{s}> <http://www.w3.org/2004/02/skos/core#prefLabel> "{n}"@de <{b}article/{a}> .
<{b}entity/person/{s}> <https://w3id.org/newskg/ontology#named> "true"^^<http://www.w3.org/2001/XMLSchema#boolean> <{b}article/{a}> ."""


def test_merge_and_split_on_a_store() -> None:
    from kg.store import open_store

    with open_store(":memory:", base=BASE) as store:
        for article, slug, name in (
            ("a1", "kirill-dmitrijew", "Kirill Dmitrijew"),
            ("a2", "kirill-dmitriev", "Kirill Dmitriev"),
            ("a3", "papst", "Jorge Bergoglio"),
        ):
            store.replace(f"{BASE}article/{article}", ARTICLE.format(b=BASE, a=article, s=slug, n=name).splitlines())
        before = sorted(store.nquads())
        store.apply_merges(link)
        entry = overview(store, "Dmitri")[0]
        assert len(entry["articles"]) == 2
        assert [part["score"] > 0.8 for part in entry["merged"]] == [True]
        first, second = sorted({row.iri for row in store.entities() if "kirill" in row.iri})
        store.decide(first, second, same=False, why="Test")
        store.apply_merges(link)
        assert [line for line in sorted(store.nquads()) if "decision" not in line] == before
