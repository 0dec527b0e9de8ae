"""Queries with a time limit, each in a child process that is stopped when its time is up."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox

from kg.errors import QueryError
from kg.rdf.vocabulary import PREFIXES
from kg.store.results import Result, rows_of
from kg.store.sparql import explain_error

CHILD = Path(__file__).with_name("child.py")


def run(
    sparql: str, *, store: Path | None = None, nquads: Path | None = None, limit: int | None, timeout: float
) -> Result:
    """Evaluate a query on a snapshot, or on a file of N-Quads.

    Raises:
        QueryError: the query is wrong, fails, or takes longer than ``timeout`` seconds.
    """
    request = {
        "store": str(store) if store else None,
        "nquads": str(nquads) if nquads else None,
        "query": sparql,
        "prefixes": PREFIXES,
        "limit": None if limit is None else limit + 1,
    }
    try:
        done = subprocess.run(
            [sys.executable, str(CHILD)], input=json.dumps(request).encode(), capture_output=True, timeout=timeout
        )
    except subprocess.TimeoutExpired as error:
        raise QueryError(
            f"the query took longer than {timeout:g} seconds and was stopped: narrow it, or raise --timeout"
        ) from error
    if done.returncode:
        lines = done.stderr.decode(errors="replace").strip().splitlines()
        raise QueryError(f"the query failed: {lines[-1] if lines else f'exit code {done.returncode}'}")
    head, *lines = done.stdout.decode().splitlines()
    return _result(json.loads(head), lines, sparql, limit)


def _result(head: dict[str, object], lines: list[str], sparql: str, limit: int | None) -> Result:
    if "syntax" in head:
        raise QueryError(explain_error(sparql, str(head["syntax"])))
    if "error" in head:
        raise QueryError(f"the query failed: {head['error']}")
    if "answer" in head:
        return Result(answer=bool(head["answer"]))
    triples = "triples" in head
    names = ["subject", "predicate", "object"] if triples else head["variables"]
    assert isinstance(names, list)
    return rows_of(tuple(names), _rows(lines), limit, triples=triples)


def _rows(lines: list[str]) -> Iterator[tuple[object, ...]]:
    for line in lines:
        yield tuple(None if term is None else _term(*term) for term in json.loads(line))


def _term(value: str, datatype: str | None = None, language: str = "") -> ox.NamedNode | ox.BlankNode | ox.Literal:
    if datatype is None:
        return ox.NamedNode(value)
    if not datatype:
        return ox.BlankNode(value)
    if language:
        return ox.Literal(value, language=language)
    return ox.Literal(value, datatype=ox.NamedNode(datatype))
