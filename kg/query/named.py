"""Queries with a name: ``*.rq`` files whose head says what they answer and which parameters they take.

A parameter is a line ``# ?person (name): what it means`` and a block ``VALUES ?person { default }`` in the query;
UNDEF means anything. Values become terms in that block: they are never read as SPARQL. A line that ends in
``# if ?person`` counts only when the parameter is given. The rows are sorted here, as ``# sorted by ?time -?events``
says: engines take longer to sort than to answer.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from difflib import get_close_matches
from functools import cache
from importlib import resources

from rdflib import Literal, URIRef
from rdflib.term import Identifier

from kg.errors import QueryError
from kg.model import Factuality
from kg.query.names import find
from kg.rdf.vocabulary import KG, PREDICATES
from kg.store import Result, Store

PARAMETER = re.compile(r"^# \?(\w+) \((\w+)\): (.+)$", re.MULTILINE)
VALUES = re.compile(r"VALUES \?(\w+) \{ (.*?) \}")
CONDITION = re.compile(r"^.*# if \?(\w+)\n", re.MULTILINE)
SORTED = re.compile(r"^# sorted by (.+)$", re.MULTILINE)
DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")


@dataclass(frozen=True, slots=True)
class Parameter:
    """What can be asked for: ``type`` is name, predicate, factuality, date or text; no default means anything."""

    name: str
    type: str
    about: str
    default: str | None


@dataclass(frozen=True, slots=True)
class NamedQuery:
    """A query with a name."""

    name: str
    about: str
    parameters: tuple[Parameter, ...]
    order: tuple[str, ...]
    text: str


@cache
def named_queries() -> Mapping[str, NamedQuery]:
    """All named queries, by name."""
    files = [file for file in resources.files("kg.query").iterdir() if file.name.endswith(".rq")]
    return {file.name[:-3]: _read(file.name[:-3], file.read_text("utf8")) for file in sorted(files, key=str)}


def _read(name: str, text: str) -> NamedQuery:
    about = text.split("\n", 1)[0].removeprefix("# ")
    defaults = dict(VALUES.findall(text))
    order = tuple(key.replace("?", "") for found in SORTED.findall(text) for key in found.split())
    parameters = tuple(
        Parameter(variable, kind, meaning, None if defaults[variable] == "UNDEF" else defaults[variable])
        for variable, kind, meaning in PARAMETER.findall(text)
    )
    return NamedQuery(name, about, parameters, order, text)


def run(
    store: Store,
    query: str,
    params: Mapping[str, str] | None = None,
    *,
    limit: int | None = None,
    timeout: float | None = None,
) -> Result:
    """Answer a named query, or one in SPARQL.

    Args:
        store: what to ask.
        query: a name out of ``named_queries()``, or SPARQL.
        params: the named query's parameters; for SPARQL, the strings (or ``<IRI>``) that variables stand for.
        limit: the most rows to return.
        timeout: seconds after which the query is stopped.

    Raises:
        QueryError: there is no such query, parameter or thing; or the query is wrong or too slow.
    """
    if query in named_queries():
        named = named_queries()[query]
        found = store.query(fill(store, named, params or {}), timeout=timeout)
        return _sorted(found, named.order, limit)
    if re.fullmatch(r"[\w-]+", query):
        raise QueryError(f"there is no query named {query!r}: take one of {', '.join(named_queries())}")
    bindings = {name: _plain_term(value) for name, value in (params or {}).items()}
    return store.query(query, bindings=bindings, limit=limit, timeout=timeout)


def fill(store: Store, query: NamedQuery, params: Mapping[str, str]) -> str:
    """The SPARQL of a named query with its parameters in place."""
    known = {parameter.name: parameter for parameter in query.parameters}
    for name in params.keys() - known.keys():
        raise QueryError(f"{query.name} has no parameter {name!r}: it takes {', '.join(known) or 'none'}")
    terms = {name: " ".join(t.n3() for t in _terms(store, known[name], value)) for name, value in params.items()}

    def block(found: re.Match[str]) -> str:
        name, default = found.groups()
        if name in terms:
            return f"VALUES ?{name} {{ {terms[name]} }}"
        return "" if default == "UNDEF" else found.group()

    def line(found: re.Match[str]) -> str:
        return found.group() if found[1] in terms else ""

    return VALUES.sub(block, CONDITION.sub(line, query.text))


def _sorted(found: Result, order: tuple[str, ...], limit: int | None) -> Result:
    rows = sorted(found.rows, key=lambda row: [_sort_key(term) for term in row])
    for key in reversed(order):
        column = found.variables.index(key.removeprefix("-"))
        rows.sort(key=lambda row: _sort_key(row[column]), reverse=key.startswith("-"))
    return replace(found, rows=tuple(rows[:limit]), truncated=limit is not None and len(rows) > limit)


def _sort_key(term: Identifier | None) -> tuple[int, float, str]:
    """Unbound last; numbers by value; all else by text."""
    if isinstance(term, Literal) and isinstance(term.value, int | float) and not isinstance(term.value, bool):
        return 0, float(term.value), ""
    return (2, 0.0, "") if term is None else (1, 0.0, str(term))


def _terms(store: Store, parameter: Parameter, value: str) -> list[URIRef] | list[Literal]:
    match parameter.type:
        case "name":
            return find(store, value)
        case "predicate":
            if value.startswith("http"):
                return [_iri(value)]
            return [URIRef(KG + _known(value.removeprefix("kg:"), sorted(PREDICATES), "predicate"))]
        case "factuality":
            return [URIRef(KG + _known(value.capitalize(), [str(kind) for kind in Factuality], "factuality"))]
        case "date":
            if not DATE.fullmatch(value):
                raise QueryError(f"{parameter.name}={value} is no date: write 2025, 2025-04 or 2025-04-11")
            return [Literal(value)]
        case "text":
            return [Literal(value)]
    raise ValueError(f"Unexpected parameter type {parameter.type!r}")


def _known(value: str, choices: list[str], kind: str) -> str:
    if value not in choices:
        close = get_close_matches(value, choices, 3) or choices
        raise QueryError(f"there is no {kind} {value!r}: take {', '.join(close)}")
    return value


def _plain_term(value: str) -> URIRef | Literal:
    return _iri(value[1:-1]) if value.startswith("<") and value.endswith(">") else Literal(value)


def _iri(value: str) -> URIRef:
    if re.search(r'[\x00-\x20<>"{}|^`\\]', value):
        raise QueryError(f"{value!r} is no IRI")
    return URIRef(value)
