"""Stores and files: reading exported graphs back, backups."""

from __future__ import annotations

import mmap
import shutil
from collections.abc import Iterator
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from tempfile import mkdtemp

import pyoxigraph as ox

from kg.errors import StoreError
from kg.rdf.vocabulary import PREFIXES
from kg.store.graphs import Store
from kg.store.local import Memory, OnDisk
from kg.store.names import ARTICLE, TYPE, imported_graph
from kg.store.snapshots import writer_of

FORMATS = {
    ".nq": ox.RdfFormat.N_QUADS,
    ".nt": ox.RdfFormat.N_TRIPLES,
    ".trig": ox.RdfFormat.TRIG,
    ".ttl": ox.RdfFormat.TURTLE,
    ".jsonld": ox.RdfFormat.JSON_LD,
}
CHUNK = 1 << 24
RDF = PREFIXES["rdf"]
PARTS = tuple(ox.NamedNode(RDF + part) for part in ("subject", "predicate", "object"))


def import_file(store: Store, file: Path) -> int:
    """Read an exported graph back; articles that are there already are replaced.

    Triples without a graph (Turtle) go to the article that the file holds, or, if there are several, into one graph
    named "imported": then articles cannot be retracted one by one.

    Returns:
        How many quads the file has.

    Raises:
        StoreError: the file is missing, broken, of no known format or has blank nodes.
    """
    if file.suffix not in FORMATS:
        raise StoreError(f"{file} cannot be imported: take a file in {', '.join(FORMATS)}")
    store.begin()
    lines = _plain_lines(file)
    if lines is not None and isinstance(store.engine, Memory) and store.engine.load_file(file):
        return lines
    graphs, articles, count = set(), set(), 0
    for quad in _parse(file):
        count += 1
        graphs.add(quad.graph_name)
        if quad.predicate == TYPE and quad.object == ARTICLE:
            articles.add(quad.subject)
    known = store.articles()
    for graph in sorted(graph.value for graph in graphs if isinstance(graph, ox.NamedNode)):
        if graph in known:
            store.remove(graph)
    home = next(iter(articles)) if len(articles) == 1 else imported_graph(store.base)
    assert isinstance(home, ox.NamedNode)
    store.load(_homed(_parse(file), home))
    return count


def _plain_lines(file: Path) -> int | None:
    """How many lines an N-Quads file has; None if there may be blank nodes or triple terms in it."""
    if file.suffix != ".nq" or not file.is_file() or not file.stat().st_size:
        return None
    with file.open("rb") as source, mmap.mmap(source.fileno(), 0, access=mmap.ACCESS_READ) as text:
        if text.find(b"_:") >= 0 or text.find(b"<<") >= 0:
            return None
        return sum(chunk.count(b"\n") for chunk in iter(partial(text.read, CHUNK), b""))


def _parse(file: Path) -> Iterator[ox.Quad]:
    try:
        for quad in ox.parse(path=str(file), format=FORMATS[file.suffix]):
            if isinstance(quad.subject, ox.BlankNode) or isinstance(quad.object, ox.BlankNode):
                raise StoreError(f"{file} has blank nodes, which newskg never writes: name them first")
            yield quad
    except SyntaxError as error:
        raise StoreError(f"{file} is broken: {error}") from error
    except OSError as error:
        raise StoreError(f"{file} cannot be read: {error.strerror or error}") from error


def _homed(quads: Iterator[ox.Quad], home: ox.NamedNode) -> Iterator[ox.Quad]:
    """Give every quad a graph, and classic reification in place of triple terms."""
    for quad in quads:
        graph = home if isinstance(quad.graph_name, ox.DefaultGraph) else quad.graph_name
        if isinstance(quad.object, ox.Triple):
            for part, term in zip(PARTS, (quad.object.subject, quad.object.predicate, quad.object.object), strict=True):
                yield ox.Quad(quad.subject, part, term, graph)
        else:
            yield ox.Quad(quad.subject, quad.predicate, quad.object, graph)


def back_up(store: Store, folder: Path) -> None:
    """Copy a store on disk as it is now into a new folder, while others read or write.

    Raises:
        StoreError: the folder exists, or the store is not on disk.
    """
    if not isinstance(store.engine, OnDisk):
        raise StoreError(f"{store.engine} has no backups: `kg export -o graph.nq` keeps everything in a file")
    if folder.exists():
        raise StoreError(f"{folder} exists already: name a new folder for the backup")
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(f"{folder} cannot be made: {error.strerror or error}") from error
    store.engine.backup(folder)


def bring_back(folder: Path, place: Path, *, force: bool = False) -> None:
    """Put a backup in a store's place; the old store goes only when the new one is there.

    Raises:
        StoreError: there is no backup, the place is not empty, or somebody writes there.
    """
    if not (folder / "CURRENT").exists():
        raise StoreError(f"{folder} is no backup: `kg backup {folder}` would make one")
    if place.exists() and any(place.iterdir()):
        if not force:
            raise StoreError(f"{place} is not empty: --force puts the backup in its place")
        if writer := writer_of(place):
            raise StoreError(f"{place} is being written by process {writer}: wait until it is done, or stop it")
    place = place.absolute()
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        with ExitStack() as clean:
            beside = Path(mkdtemp(dir=place.parent, prefix=f"{place.name}."))
            clean.callback(shutil.rmtree, beside)
            shutil.copytree(folder, beside / "new", ignore=shutil.ignore_patterns("readers", "LOCK"))
            clean.pop_all()  # from here on it holds the only copy of the old store
            if place.exists():
                place.rename(beside / "old")
            (beside / "new").rename(place)
            shutil.rmtree(beside)
    except OSError as error:
        raise StoreError(f"{folder} cannot be brought back to {place}: {error.strerror or error}") from error
