"""What writes to a store in a process of its own: the reliability tests kill it, fill its disk and compete with it."""

from __future__ import annotations

import pickle
from collections.abc import Sequence
from pathlib import Path

from synthetic import graphs

from kg import building
from kg.model import Decision, EntityRow, Merge
from kg.store import open_store
from kg.store.files import import_file


def link(rows: Sequence[EntityRow], decisions: Sequence[Decision]) -> list[Merge]:
    """Every Berta is the Anna of the same name."""
    names = {row.iri for row in rows}
    pairs = ((iri, iri.replace("berta-", "anna-")) for iri in sorted(names) if "/person/berta-" in iri)
    return [Merge(berta, anna, "sample", 0.5) for berta, anna in pairs if anna in names]


def synthetic(folder: str, count: int) -> None:
    """Write what is not there yet, then link."""
    with open_store(folder) as store:
        store.begin()
        known = store.articles()
        for article, lines in graphs(count):
            if article not in known:
                store.replace(article, lines)
        store.apply_merges(link)


def build(folder: str, source: str) -> None:
    """What `kg build` does, but what was read in each article lies beside the source already."""
    outcomes = pickle.loads(Path(source).with_suffix(".pickle").read_bytes())
    building._read_batch = lambda tasks, setup: [outcomes[article.id] for article, _ in tasks]
    with open_store(folder) as store:
        building.build([source], store)


def load(folder: str, file: str) -> None:
    """What `kg import` does."""
    with open_store(folder) as store:
        import_file(store, Path(file))
