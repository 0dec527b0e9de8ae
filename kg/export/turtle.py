"""Turtle and TriG, written graph by graph: memory holds one article at a time, and the same store gives the same bytes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from itertools import groupby
from typing import TextIO

from kg.export.lines import Rewrite, article_graphs, split
from kg.rdf.vocabulary import PREFIXES
from kg.store import Store

_TYPE = f"<{PREFIXES['rdf']}type>"
_FIRST = [_TYPE, *(f"<{PREFIXES['rdf']}{role}>" for role in ("subject", "predicate", "object"))]
_LOCAL = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_-]|%[0-9A-F]{2})*")
_PATH = re.compile(r"[a-z]+(?:/[A-Za-z0-9%_~-][A-Za-z0-9%_.~-]*)+")
_TRIPLE_TERM = re.compile(r"<<\( (\S+) (\S+) (.*) \)>>", re.DOTALL)
_BARE = {
    f"<{PREFIXES['xsd']}integer>": re.compile(r"[+-]?[0-9]+"),
    f"<{PREFIXES['xsd']}decimal>": re.compile(r"[+-]?[0-9]+\.[0-9]+"),
    f"<{PREFIXES['xsd']}boolean>": re.compile(r"true|false"),
}


def write_turtle(store: Store, out: TextIO, *, rewrite: Rewrite = iter) -> None:
    """Write what the articles say as Turtle, without named graphs and bookkeeping."""
    out.writelines(_header(store.base))
    for name in article_graphs(store):
        out.write("\n")
        out.writelines(_blocks(rewrite(store.graph(name)), store.base, indent=""))


def write_trig(store: Store, out: TextIO, *, rewrite: Rewrite = iter) -> None:
    """Write all graphs but older versions as TriG."""
    out.writelines(_header(store.base))
    for name in store.graphs():
        out.write(f"\n{_term(f'<{name}>', store.base)} {{\n")
        out.writelines(_blocks(rewrite(store.graph(name)), store.base, indent="  "))
        out.write("}\n")


def _header(base: str) -> Iterator[str]:
    yield f"@base <{base}> .\n"
    for prefix, namespace in PREFIXES.items():
        yield f"@prefix {prefix}: <{namespace}> .\n"


def _blocks(lines: Iterable[str], base: str, *, indent: str) -> Iterator[str]:
    """A block for every subject: its type first, then its predicates in order, objects of one predicate in a row."""
    for subject, group in groupby(map(split, lines), key=lambda quad: quad[0]):
        quads = sorted(group, key=lambda quad: _order(quad[1]))
        parts = []
        for predicate, same in groupby(quads, key=lambda quad: quad[1]):
            verb = "a" if predicate == _TYPE else _term(predicate, base)
            objects = " , ".join(_term(quad[2], base) for quad in same)
            parts.append(f"{verb} {objects}")
        yield f"{indent}{_term(subject, base)} " + f" ;\n{indent}    ".join(parts) + " .\n"


@cache
def _order(predicate: str) -> tuple[int, str]:
    return _FIRST.index(predicate) if predicate in _FIRST else len(_FIRST), predicate


def _term(term: str, base: str) -> str:
    """Shorten an N-Quads term."""
    if not term.endswith(">"):  # text, with or without a language
        return term
    if term.startswith("<<"):
        found = _TRIPLE_TERM.fullmatch(term)
        return f"<<( {' '.join(_term(part, base) for part in found.groups())} )>>" if found else term
    if term.startswith("<"):
        return _iri(term, base)
    text, _, datatype = term.rpartition("^^")
    if datatype in _BARE and _BARE[datatype].fullmatch(text[1:-1]):
        return text[1:-1]
    return f"{text}^^{_iri(datatype, base)}"


@lru_cache(maxsize=1 << 14)
def _iri(term: str, base: str) -> str:
    iri = term[1:-1]
    for prefix, namespace in PREFIXES.items():
        local = iri.removeprefix(namespace)
        if local != iri and _LOCAL.fullmatch(local):
            return f"{prefix}:{local}"
    path = iri.removeprefix(base)
    return f"<{path}>" if path != iri and _PATH.fullmatch(path) else term
