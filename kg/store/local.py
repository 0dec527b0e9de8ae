"""Oxigraph as the engine: in memory, and on disk in a folder of its own."""

from __future__ import annotations

import errno
import os
import re
import time
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import NamedTemporaryFile

import pyoxigraph as ox

from kg.errors import QueryError, StoreError
from kg.rdf.vocabulary import PREFIXES
from kg.store import limited
from kg.store.engine import Pattern, update_text
from kg.store.results import Result, collect, texts_of
from kg.store.snapshots import Snapshots, hold, release, writer_of
from kg.store.sparql import explain_error

BEGUN = re.compile(r"readers|LOCK|LOG(\.old.*)?|IDENTITY|(MANIFEST|OPTIONS)-\d+(\.dbtmp)?|\d+\.(dbtmp|log)")
"""What a folder holds when Oxigraph was killed while it made the store there."""
LEFT = "bulk-*.sst"
"""Files that a killed writer had not finished."""
MANY = range(5_000, 50_001)
"""So many quads are written faster as files of their own than through Oxigraph's log, and are taken in all at once."""
PUBLISHED_EVERY = 10.0
"""Seconds after which readers see what was written, also while it goes on."""


class Memory:
    """Keeps quads in this process only."""

    def __init__(self) -> None:
        self._oxigraph = ox.Store()

    def begin(self) -> None:
        """Nothing to do: nobody else can write here."""

    def reading(self) -> ox.Store:
        """The Oxigraph store to read from."""
        return self._oxigraph

    def writing(self) -> ox.Store:
        """The Oxigraph store to write to."""
        return self._oxigraph

    def quads(self, pattern: Pattern) -> Iterator[ox.Quad]:
        """The quads that match; None matches anything."""
        return self.reading().quads_for_pattern(*pattern)

    def texts(self, pattern: str) -> Iterator[tuple[str, str, str]]:
        """What ?g, ?s and ?v stand for wherever a pattern matches, as plain text ("" if unbound)."""
        found = self.reading().query(f"SELECT ?g ?s ?v {{ {pattern} }}")
        assert isinstance(found, ox.QuerySolutions)
        yield from texts_of(found)

    def graphs(self) -> list[str]:
        """The names of all graphs, sorted."""
        return sorted(name.value for name in self.reading().named_graphs() if isinstance(name, ox.NamedNode))

    def query(self, sparql: str, *, limit: int | None, timeout: float | None) -> Result:
        """Evaluate over the union of the named graphs; with a time limit in a process that can be stopped."""
        if timeout is not None:
            return self._limited(sparql, limit, timeout)
        try:
            found = self.reading().query(sparql, use_default_graph_as_union=True, prefixes=PREFIXES)
            return collect(found, limit)
        except SyntaxError as error:
            raise QueryError(explain_error(sparql, str(error))) from error
        except RuntimeError as error:
            raise QueryError(f"the query failed: {error}") from error

    def _limited(self, sparql: str, limit: int | None, timeout: float) -> Result:
        with NamedTemporaryFile(suffix=".nq") as file:
            self._oxigraph.dump(file, ox.RdfFormat.N_QUADS)
            file.flush()
            return limited.run(sparql, nquads=Path(file.name), limit=limit, timeout=timeout)

    def change(self, remove: Collection[ox.Quad], add: Collection[ox.Quad], drop: Iterable[str] = ()) -> None:
        """Remove and add quads and drop graphs in one transaction."""
        dropped = list(drop)
        store = self.writing()
        with _plain_errors(self):
            if remove or dropped:
                store.update(update_text(remove, add, dropped))
            elif add:
                store.extend(add)

    def update(self, sparql: str, home: ox.NamedNode) -> None:
        """Run a SPARQL update in one transaction; ``home`` is the graph for what it puts in none."""
        store = self.writing()
        try:
            with _plain_errors(self):
                store.update(sparql, prefixes=PREFIXES)
                if any(store.quads_for_pattern(None, None, None, ox.DefaultGraph())):
                    store.update(f"ADD DEFAULT TO {home} ; DROP DEFAULT")
        except SyntaxError as error:
            raise QueryError(explain_error(sparql, str(error))) from error

    def load(self, quads: Iterable[ox.Quad]) -> None:
        """Add many quads, fast and not in one transaction."""
        store = self.writing()
        with _plain_errors(self):
            store.bulk_extend(quads)

    def load_file(self, file: Path) -> bool:
        """Load an N-Quads file into an empty store at Oxigraph's own speed.

        False, and nothing loaded, if the store is not empty, the file is broken or a triple has no graph.
        """
        store = self.writing()
        if len(store):
            return False
        try:
            with _plain_errors(self):
                store.bulk_load(path=str(file), format=ox.RdfFormat.N_QUADS)
                if not store.query("ASK { ?s ?p ?o }"):
                    return True
        except (SyntaxError, StoreError):
            store.clear()
            return False
        store.clear()
        return False

    def flush(self) -> None:
        """Nothing to do: memory is not durable."""

    def close(self) -> None:
        """Forget everything."""
        self._oxigraph = ox.Store()

    def __str__(self) -> str:
        return "the store in memory"


class OnDisk(Memory):
    """Keeps quads in a folder; reads from snapshots beside a writer, so readers and the writer never meet.

    The first write takes the lock; from then on this store reads what it wrote.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._snapshots = Snapshots(folder)
        self._writer: ox.Store | None = None
        self._published = time.monotonic()
        self._flushed = True

    def begin(self) -> None:
        """Take the lock, making the folder if there is none yet.

        Raises:
            StoreError: another process writes, or the folder holds something else.
        """
        self.writing()

    def reading(self) -> ox.Store:
        """What was written so far: live for the writer, the newest snapshot for others."""
        return self._snapshot() if self._writer is None else self._writer

    def _snapshot(self) -> ox.Store:
        try:
            return self._snapshots.newest()
        except (OSError, RuntimeError) as error:
            raise StoreError(f"{self} cannot be read: {error}: `kg restore` brings a backup back") from error

    def writing(self) -> ox.Store:
        """The live store."""
        if self._writer is None:
            self._writer = open_writer(self._folder)
            hold(self._folder)
            with _plain_errors(self):
                self._snapshots.outdated()
        self._flushed = False
        return self._writer

    def change(self, remove: Collection[ox.Quad], add: Collection[ox.Quad], drop: Iterable[str] = ()) -> None:
        """Remove and add quads and drop graphs in one transaction; readers see it within some seconds."""
        dropped = list(drop)
        if len(add) in MANY and not remove and not dropped:
            self.load(add)
        else:
            super().change(remove, add, dropped)
        if time.monotonic() - self._published > PUBLISHED_EVERY:
            self.flush()

    def flush(self) -> None:
        """Make what was written durable, and visible to readers."""
        self._published = time.monotonic()
        if self._writer is not None and not self._flushed:
            with _plain_errors(self):
                self._writer.flush()
                self._snapshots.publish(self._writer)
            self._flushed = True

    def _limited(self, sparql: str, limit: int | None, timeout: float) -> Result:
        self.flush()
        self._snapshot()
        return limited.run(sparql, store=self._snapshots.path(), limit=limit, timeout=timeout)

    def backup(self, folder: Path) -> None:
        """Copy the state of now into a new folder, while others read or write."""
        with _plain_errors(self):
            self.reading().backup(str(folder))

    def close(self) -> None:
        """Flush, publish and let go of the lock."""
        if self._writer is not None:
            try:
                self.flush()
                self._snapshots.up_to_date()
            finally:
                self._writer = None
                release(self._folder)
        self._snapshots.close()

    def __str__(self) -> str:
        return f"the store {self._folder}"


def open_writer(folder: Path) -> ox.Store:
    """Open Oxigraph for writing.

    Raises:
        StoreError: another process writes, the folder cannot be made, or holds something else.
    """
    if (
        folder.is_dir()
        and not (folder / "CURRENT").exists()
        and not all(BEGUN.fullmatch(p.name) for p in folder.iterdir())
    ):
        raise StoreError(f"{folder} is not a newskg store but holds other files: name another folder with -s")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        store = ox.Store(str(folder))
        for left in folder.glob(LEFT):
            left.unlink()
        return store
    except (OSError, RuntimeError) as error:
        if "LOCK" in str(error) and "No space" not in str(error):
            who = writer_of(folder)
            writer = "process " + str(who) if who else "another process"
            raise StoreError(f"{folder} is being written by {writer}: wait until it is done, or stop it") from error
        raise StoreError(f"{folder} cannot be opened: {error}") from error


@contextmanager
def _plain_errors(engine: object) -> Iterator[None]:
    """Turn what Oxigraph raises while writing into one line."""
    try:
        yield
    except OSError as error:
        if error.errno == errno.ENOSPC or os.strerror(errno.ENOSPC) in str(error):
            reason = "the disk is full: make room and run the same command again, what is written stays"
        else:
            reason = str(error)
        raise StoreError(f"{engine} cannot be written: {reason}") from error
