"""How fast the store is: against bare pyoxigraph, against rdflib's memory, and full against empty.

Usage: python benchmarks/store.py [QUADS]     (default 1,000,000; the graph is synthetic, in the contract's shape)
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pyoxigraph
import rdflib

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))
from synthetic import graph, graphs

from kg.entities.linking import link
from kg.query import find, named_queries, run
from kg.query.named import fill
from kg.rdf.vocabulary import PREFIXES
from kg.store import Store, open_store
from kg.store.files import import_file

PEER_QUADS = 100_000
PEER_QUERIES = ("who-met-whom", "statements-of", "co-participants", "claims-about")
PARAMETERS = {"person": "Emil Keller", "about": "Emil Keller", "place": "Eschbach2", "subject": "Emil Keller"}
"""Somebody who is in about one article of fifty."""
ADDED = 40


def seconds(task: Callable[[], object], times: int = 1, *, clock: Callable[[], float] = time.process_time) -> float:
    """The best of some runs, in processor seconds of this process: a busy machine does not matter."""
    best = float("inf")
    for _ in range(times):
        started = clock()
        task()
        best = min(best, clock() - started)
    return best


def write(file: Path, quads: int) -> int:
    """Write at least so many synthetic quads; returns how many articles they are."""
    written = articles = 0
    with file.open("w", encoding="utf8") as out:
        while written < quads:
            for _, lines in graphs(100, start=articles):
                out.write("\n".join(lines) + "\n")
                written += len(lines)
            articles += 100
    return articles


def loading(file: Path, folder: Path) -> None:
    """Load a file, against bare pyoxigraph."""
    bare = seconds(
        lambda: pyoxigraph.Store(str(folder / "bare")).bulk_load(path=str(file), format=pyoxigraph.RdfFormat.N_QUADS)
    )
    with open_store(folder / "kg") as store:
        ours = seconds(lambda: import_file(store, file))
    print(f"load a file           {ours:8.2f} s   bare pyoxigraph {bare:.2f} s   ratio {ours / bare:.2f} (at most 1.3)")


def building(folder: Path) -> None:
    """Write article by article, against bare pyoxigraph's extend."""
    made = list(graphs(1000))
    bare = pyoxigraph.Store(str(folder / "bare-articles"))

    def extend() -> None:
        for _, lines in made:
            bare.extend(pyoxigraph.parse("\n".join(lines), format=pyoxigraph.RdfFormat.N_QUADS))

    def replace() -> None:
        for article, lines in made:
            store.replace(article, lines)

    with open_store(folder / "kg-articles") as store:
        store.begin()
        least, ours = seconds(extend), seconds(replace)
    print(f"1,000 articles        {ours:8.2f} s   bare pyoxigraph {least:.2f} s   ratio {ours / least:.2f}")


def adding(full: Store, folder: Path, start: int) -> None:
    """Add one article to the full store and to an empty one: the median of some.

    Only this thread counts: after a load, Oxigraph still tidies up in others. Linking is a pass over all entities.
    """

    def each(store: Store) -> float:
        took = []
        for number in range(start, start + ADDED):
            article, lines = graph(number)
            took.append(seconds(partial(store.replace, article, lines), clock=time.thread_time))
        return sorted(took)[ADDED // 2]

    with open_store(folder / "empty") as empty:
        empty.begin()
        to_empty = each(empty)
    full.begin()
    to_full = each(full)
    print(
        f"add one article       {1000 * to_full:8.2f} ms  to an empty store {1000 * to_empty:.2f} ms   ratio {to_full / to_empty:.2f} (at most 1.2)"
    )
    full.apply_merges(link)
    print(
        f"link all again        {seconds(partial(full.apply_merges, link)):8.2f} s   once a build that changes something"
    )


def queries(store: Store) -> None:
    """Every named query, with a parameter where it takes one of ours."""
    for name, named in named_queries().items():
        params = {p.name: PARAMETERS[p.name] for p in named.parameters if p.name in PARAMETERS}
        took = seconds(partial(run, store, name, params), 3)
        rows = len(run(store, name, params).rows)
        print(f"  {name:20}{took:8.3f} s {rows:6} rows {'' if took < 0.5 else '  over 0.5 s'}")
    print(f"  {'(name to entity)':20}{seconds(lambda: find(store, PARAMETERS['person']), 3):8.3f} s")
    print(f"  {'(table of entities)':20}{seconds(store.entities):8.3f} s")


def answer(memory: rdflib.Dataset, text: str) -> None:
    """Read all rows that rdflib finds."""
    for _ in memory.query(text):
        pass


def peer(file: Path, folder: Path) -> None:
    """rdflib's memory store, which people use today, on a smaller graph."""
    write(file, PEER_QUADS)
    memory = rdflib.Dataset(default_union=True)
    theirs = seconds(lambda: memory.parse(str(file), format="nquads"))
    with open_store(folder / "peer") as store:
        ours = seconds(lambda: import_file(store, file))
        print(
            f"{PEER_QUADS:,} quads: load     {ours:8.2f} s   rdflib's memory {theirs:8.2f} s   {theirs / ours:6.0f} times faster"
        )
        prefixes = "".join(f"PREFIX {name}: <{iri}> " for name, iri in PREFIXES.items())
        for name in PEER_QUERIES:
            named = named_queries()[name]
            params = {p.name: PARAMETERS[p.name] for p in named.parameters if p.name in PARAMETERS}
            text = fill(store, named, params)
            ours = seconds(partial(store.query, text), 3)
            theirs = seconds(partial(answer, memory, prefixes + text))
            print(f"  {name:20}{ours:8.3f} s   rdflib's memory {theirs:8.3f} s   {theirs / ours:6.0f} times faster")


def main() -> None:
    """Run everything in a temporary folder."""
    quads = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        articles = write(folder / "all.nq", quads)
        print(f"{quads:,} quads in {articles:,} articles")
        loading(folder / "all.nq", folder)
        building(folder)
        with open_store(folder / "kg") as store:
            queries(store)
            adding(store, folder, articles)
        peer(folder / "peer.nq", folder)


if __name__ == "__main__":
    main()
