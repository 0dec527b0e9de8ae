"""JSON-LD: one object per article's graph, written graph by graph."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from typing import Any, TextIO

from rdflib.util import from_n3

from kg.export.lines import split
from kg.rdf.vocabulary import PREFIXES
from kg.store import Store

_TYPE = f"<{PREFIXES['rdf']}type>"
_STRING = PREFIXES["xsd"] + "string"
_NATIVE: dict[str, Callable[[str], Any]] = {PREFIXES["xsd"] + "boolean": json.loads, PREFIXES["xsd"] + "integer": int}


def write_jsonld(store: Store, out: TextIO) -> None:
    """Write all graphs but older versions as JSON-LD 1.1, its context inside."""
    out.write(f'{{"@context": {_json(PREFIXES)},\n"@graph": [')
    for number, name in enumerate(store.graphs()):
        out.write(f'{"," if number else ""}\n{{"@id": {_json(name)}, "@graph": [\n')
        out.write(",\n".join(_json(node) for node in _nodes(store.graph(name))))
        out.write("\n]}")
    out.write("\n]}\n")


def _nodes(lines: Iterable[str]) -> Iterator[dict[str, Any]]:
    for subject, group in groupby(map(split, lines), key=lambda quad: quad[0]):
        values: dict[str, list[Any]] = defaultdict(list)
        for _, predicate, obj, _ in group:
            if predicate == _TYPE:
                values["@type"].append(_compact(obj[1:-1]))
            else:
                values[_compact(predicate[1:-1])].append(_value(obj))
        yield {"@id": subject[1:-1]} | {key: found[0] if len(found) == 1 else found for key, found in values.items()}


def _value(term: str) -> Any:
    """A term as JSON-LD: native where JSON has the type."""
    if term.startswith("<"):
        return {"@id": term[1:-1]}
    literal: Any = from_n3(term)
    datatype = str(literal.datatype) if literal.datatype else _STRING
    if literal.language:
        return {"@value": str(literal), "@language": literal.language}
    if datatype == _STRING:
        return str(literal)
    if datatype in _NATIVE:
        return _NATIVE[datatype](str(literal))
    return {"@value": str(literal), "@type": _compact(datatype)}


def _compact(iri: str) -> str:
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace) and iri != namespace:
            return f"{prefix}:{iri.removeprefix(namespace)}"
    return iri


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
