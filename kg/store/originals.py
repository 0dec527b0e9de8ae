"""Quads packed into one literal: how the store keeps what an article said before merging, or in an older version."""

from __future__ import annotations

import base64
import gzip
from collections.abc import Iterable, Mapping

import pyoxigraph as ox

from kg.store.engine import text_of


def pack(quads: Iterable[ox.Quad], merged: Mapping[str, str] | None = None) -> ox.Literal:
    """Pack quads, and which IRIs were replaced by which, into a literal; the same input gives the same bytes."""
    lines = [f"# {old} {new}" for old, new in sorted((merged or {}).items())]
    lines += sorted(f"{quad} ." for quad in quads)
    return ox.Literal(base64.b64encode(gzip.compress("\n".join(lines).encode(), mtime=0)).decode())


def unpack(packed: object) -> tuple[dict[str, str], list[str]]:
    """What was packed: the replaced IRIs, and the N-Quads lines."""
    lines = gzip.decompress(base64.b64decode(text_of(packed))).decode().split("\n")
    merged = dict(line[2:].split(" ") for line in lines if line.startswith("# "))
    return merged, [line for line in lines if line.startswith("<")]


def parse(lines: Iterable[str]) -> list[ox.Quad]:
    """N-Quads lines as quads."""
    return list(ox.parse("\n".join(lines), format=ox.RdfFormat.N_QUADS))
