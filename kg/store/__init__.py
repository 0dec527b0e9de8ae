"""Where the graph is kept: on disk (the default), in memory, or at any SPARQL 1.1 endpoint.

Nothing but this package knows the engine.
"""

from __future__ import annotations

import os
from pathlib import Path

from kg.errors import StoreError
from kg.rdf.vocabulary import BASE
from kg.store.graphs import Store
from kg.store.local import Memory, OnDisk
from kg.store.remote import Remote
from kg.store.results import Result

__all__ = ["Result", "Store", "location_of", "open_store"]


def open_store(location: str | Path | None = None, *, base: str = BASE) -> Store:
    """Open a store.

    Args:
        location: a folder, ":memory:", or the URL of a SPARQL endpoint; by default $KG_STORE, else ./kg-data.
        base: what the IRIs of instances begin with.

    Opening neither locks nor makes anything: the first write does, and the first read of a missing store raises
    StoreError.
    """
    place = _place(location)
    if place == ":memory:":
        return Store(Memory(), base)
    if place.startswith(("http://", "https://")):
        return Store(Remote(place), base)
    return Store(OnDisk(Path(place)), base)


def location_of(location: str | Path | None = None) -> Path:
    """The folder of a store on disk.

    Raises:
        StoreError: the location is no folder.
    """
    place = _place(location)
    if place == ":memory:" or place.startswith(("http://", "https://")):
        raise StoreError(f"{place} is no folder: this works on a store on disk only")
    return Path(place)


def _place(location: str | Path | None) -> str:
    return str(location or os.environ.get("KG_STORE") or "kg-data")
