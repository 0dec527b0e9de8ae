"""Plots for print with matplotlib: actors, roles, timeline, activity. The same store gives the same bytes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, Unpack

import matplotlib as mpl
from matplotlib.figure import Figure

from kg.errors import QueryError
from kg.pictures.network import actors, roles
from kg.pictures.time_plots import activity, timeline
from kg.views.filters import Filters
from kg.views.rows import Store

PLOTS: dict[str, Callable[..., Figure]] = {"actors": actors, "roles": roles, "timeline": timeline, "activity": activity}
SUFFIXES = (".svg", ".png", ".pdf")
STYLE: dict[str, Any] = {
    "font.family": "DejaVu Sans",
    "font.size": 9,
    "svg.fonttype": "path",
    "svg.hashsalt": "newskg",
    "pdf.fonttype": 42,
    "axes.spines.top": False,
    "axes.spines.right": False,
}


def plot(kind: str, store: Store, path: Path, **filters: Unpack[Filters]) -> None:
    """Draw a store and write the picture as SVG, PNG (200 dots per inch) or PDF, by the suffix of ``path``.

    Args:
        kind: ``actors``, ``roles``, ``timeline`` or ``activity``.
        store: any store that keeps the RDF contract.
        path: where to write; missing folders are made.
        filters: what to show.

    Raises:
        QueryError: an unknown kind or suffix, or nothing to show.
    """
    if kind not in PLOTS:
        raise QueryError(f"unknown plot {kind!r}; known: {', '.join(PLOTS)}")
    if path.suffix.lower() not in SUFFIXES:
        raise QueryError(f"{path} is no picture that can be written; name it {' or '.join(SUFFIXES)}")
    with mpl.rc_context(STYLE):
        figure = PLOTS[kind](store, **filters)
        path.parent.mkdir(parents=True, exist_ok=True)
        stamp = {".svg": {"Date": None}, ".pdf": {"CreationDate": None}, ".png": {"Software": None}}
        figure.savefig(path, dpi=200, bbox_inches="tight", metadata=stamp[path.suffix.lower()])
