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
from synthetic import graphs, person, reading

from kg.building import _pipeline, build
from kg.query import find, named_queries, run
from kg.query.named import NamedQuery, fill
from kg.rdf.vocabulary import PREFIXES
from kg.store import Store, open_store
from kg.store.files import import_file

PEER_QUADS = 100_000
PEER_QUERIES = ("who-met-whom", "statements-of", "co-participants", "claims-about")
PARAMETERS = {"person": "Emil Keller", "about": "Emil Keller", "place": "Eschbach2", "subject": "Emil Keller"}
"""Somebody who is in about one article of fifty, and a town."""
OWN_PARAMETERS = {"offices": {"of": "Bund 7"}, "statements-of": {"person": person(0).name}}
"""Of queries that would find nothing of him: in the synthetic articles he holds no office and says nothing."""
ADDED = 20


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


def adding(folder: Path, start: int) -> None:
    """Build one article, as `kg build` does, into the full store and into an empty one: the median of some.

    Only this thread counts: after a load, Oxigraph still tidies up in others. The pipeline is loaded before.
    """
    _pipeline("de")
    with open_store(folder / "kg") as store:
        print(f"link all articles     {seconds(store.apply_merges):8.2f} s   once, then only what has changed")

    def one(number: int, place: Path) -> None:
        with open_store(place) as store:
            assert build([folder / f"probe-{number}.txt"], store).built == 1

    took: dict[str, list[float]] = {"kg": [], "empty": []}
    for number in range(start, start + ADDED):
        text = " ".join(reading(number + more).article.text for more in (0, 1000, 2000))
        (folder / f"probe-{number}.txt").write_text(text, encoding="utf8")
        for name, each in took.items():
            place = folder / (f"empty-{number}" if name == "empty" else name)
            each.append(1000 * seconds(partial(one, number, place), clock=time.thread_time))
    to_full, to_empty = (sorted(each)[ADDED // 2] for each in took.values())
    print(
        f"build one article     {to_full:8.1f} ms  into an empty store {to_empty:.1f} ms   ratio {to_full / to_empty:.2f} (at most 1.2)"
    )


def parameters(name: str, named: NamedQuery) -> dict[str, str]:
    """What to ask a named query for."""
    return OWN_PARAMETERS.get(name) or {p.name: PARAMETERS[p.name] for p in named.parameters if p.name in PARAMETERS}


def queries(store: Store) -> None:
    """Every named query, with a parameter where it takes one of ours."""
    for name, named in named_queries().items():
        params = parameters(name, named)
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
            text = fill(store, named, parameters(name, named))
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
        adding(folder, articles)
        peer(folder / "peer.nq", folder)


if __name__ == "__main__":
    main()
