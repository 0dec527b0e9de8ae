"""Runs one query in a process of its own, which can be stopped: Oxigraph's query() has no time limit.

Started by path, so that nothing but Oxigraph is imported. Reads a JSON request from standard input, writes a line
of JSON (kind and variables) and one line for each row.
"""

from __future__ import annotations

import json
import sys
from itertools import islice

import pyoxigraph as ox


def main() -> None:
    """Answer the request."""
    request = json.load(sys.stdin)
    if request["store"]:
        store = ox.Store.read_only(request["store"])
    else:
        store = ox.Store()
        store.bulk_load(path=request["nquads"], format=ox.RdfFormat.N_QUADS)
    try:
        found = store.query(request["query"], use_default_graph_as_union=True, prefixes=request["prefixes"])
        if isinstance(found, ox.QueryBoolean):
            write({"answer": bool(found)})
        elif isinstance(found, ox.QueryTriples):
            write({"triples": True})
            for triple in islice(found, request["limit"]):
                write([plain(triple.subject), plain(triple.predicate), plain(triple.object)])
        else:
            write({"variables": [variable.value for variable in found.variables]})
            for solution in islice(found, request["limit"]):
                write([plain(term) for term in solution])
    except SyntaxError as error:
        write({"syntax": str(error)})
    except (OSError, RuntimeError) as error:
        write({"error": str(error)})


def plain(term: object) -> list[str] | None:
    """A term as strings: its text, then for literals the datatype and the language."""
    match term:
        case None:
            return None
        case ox.Literal():
            return [term.value, term.datatype.value, term.language or ""]
        case ox.NamedNode():
            return [term.value]
        case ox.BlankNode():
            return [term.value, ""]
    raise ValueError(f"Unexpected term {term!r}")


def write(line: object) -> None:
    """Write a line of JSON."""
    sys.stdout.write(json.dumps(line, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
