"""The process that runs one query: what it is asked, what it answers."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest
from pyoxigraph import BlankNode
from synthetic import graph

from kg.rdf.vocabulary import PREFIXES
from kg.store import child, open_store
from kg.store.local import OnDisk

XSD = "http://www.w3.org/2001/XMLSchema#"


@pytest.mark.parametrize("kind", ["nquads", "store"])
@pytest.mark.parametrize(
    ("query", "limit", "lines"),
    [
        ("ASK { ?s a kg:Article }", None, [{"answer": True}]),
        ("SELECT ?x ?n { VALUES (?x ?n) { (kg:met 1) (UNDEF 'ja'@de) (kg:said 'x') } }", 2,
         [{"variables": ["x", "n"]}, [[PREFIXES["kg"] + "met"], ["1", XSD + "integer", ""]],
          [None, ["ja", PREFIXES["rdf"] + "langString", "de"]]]),
        ("CONSTRUCT { ?a a kg:Article } WHERE { ?a a kg:Article }", None,
         [{"triples": True}, [[graph(3)[0]], [PREFIXES["rdf"] + "type"], [PREFIXES["kg"] + "Article"]]]),
    ],
)  # fmt: skip
def test_answers(
    kind: str, query: str, limit: int | None, lines: list[Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert ask(kind, query, limit, tmp_path, monkeypatch) == lines


@pytest.mark.parametrize(
    ("query", "key", "reason"),
    [
        ("SELECT nonsense", "syntax", "error at 1:"),
        ("SELECT * { SERVICE <nowhere:> { ?s ?p ?o } }", "error", ""),
    ],
)
def test_errors_are_answers_too(
    query: str, key: str, reason: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = ask("nquads", query, None, tmp_path, monkeypatch)[-1]
    assert list(told) == [key]
    assert reason in told[key]


def test_blank_nodes_are_marked() -> None:
    assert child.plain(BlankNode("b")) == ["b", ""]
    with pytest.raises(ValueError, match="Unexpected term"):
        child.plain("text")


def ask(kind: str, query: str, limit: int | None, tmp: Path, monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """Let the process's main function answer a request on one article."""
    with open_store(tmp / "kg-data") as store:
        store.replace(*graph(3))
        store.flush()
        assert isinstance(store.engine, OnDisk)
        store.engine.backup(tmp / "saved")
    (tmp / "graph.nq").write_text("\n".join(graph(3)[1]) + "\n")
    request = {"store": None, "nquads": None, "query": query, "prefixes": PREFIXES, "limit": limit}
    request[kind] = str(tmp / ("saved" if kind == "store" else "graph.nq"))
    out = io.StringIO()
    monkeypatch.setattr("sys.stdin", io.StringIO(json.dumps(request)))
    monkeypatch.setattr("sys.stdout", out)
    child.main()
    return [json.loads(line) for line in out.getvalue().splitlines()]
