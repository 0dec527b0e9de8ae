"""A process that builds synthetic articles into a store: what the reliability tests kill, fill up and compete with.

Usage: store_writer.py FOLDER ARTICLES [BYTES]; says each article on standard output before it writes it.
"""

from __future__ import annotations

import resource
import sys
from collections.abc import Sequence

from synthetic import graphs

from kg.errors import KgError
from kg.model import Decision, EntityRow, Merge
from kg.store import open_store

FLUSHED_EVERY = 40


def link(rows: Sequence[EntityRow], decisions: Sequence[Decision]) -> list[Merge]:
    """Every Berta is the Anna of the same name."""
    names = {row.iri for row in rows}
    pairs = ((iri, iri.replace("berta-", "anna-")) for iri in sorted(names) if "/person/berta-" in iri)
    return [Merge(berta, anna, "sample", 0.5) for berta, anna in pairs if anna in names]


def build(folder: str, count: int) -> None:
    """Build what is not there yet, then link."""
    with open_store(folder) as store:
        store.begin()
        known = store.articles()
        for number, (article, lines) in enumerate(graphs(count)):
            sys.stdout.write(f"{number}\n")
            sys.stdout.flush()
            if article not in known:
                store.replace(article, lines)
            if number % FLUSHED_EVERY == 0:
                store.flush()
        store.apply_merges(link)


if __name__ == "__main__":
    if len(sys.argv) > 3:
        resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[3]), int(sys.argv[3])))
    try:
        build(sys.argv[1], int(sys.argv[2]))
    except KgError as error:
        sys.exit(f"kg: {error}")
