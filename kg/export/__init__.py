"""Exports: a store as a file in one of the formats of ``EXPORTERS``."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TextIO

from kg.export.jsonld import write_jsonld
from kg.export.lines import triple_terms, write_nquads
from kg.export.networks import VIEWS, write_gexf_view, write_graphml_view
from kg.export.table import write_csv
from kg.export.turtle import write_trig, write_turtle
from kg.store import Store

__all__ = ["EXPORTERS", "RDF12_EXPORTERS", "VIEWS", "VIEW_EXPORTERS", "Exporter"]

Exporter = Callable[[Store, TextIO], None]

VIEW_EXPORTERS = {"graphml": write_graphml_view, "gexf": write_gexf_view}
"""Formats for graphs of a view; the keyword ``view`` names one of ``VIEWS``."""

EXPORTERS: dict[str, Exporter] = {
    "ttl": write_turtle,
    "trig": write_trig,
    "nq": write_nquads,
    "jsonld": write_jsonld,
    "csv": write_csv,
    **VIEW_EXPORTERS,
}
"""The formats by the suffix of their files."""

RDF12_EXPORTERS: dict[str, Exporter] = {
    "ttl": partial(write_turtle, rewrite=triple_terms),
    "trig": partial(write_trig, rewrite=triple_terms),
    "nq": partial(write_nquads, rewrite=triple_terms),
}
"""The formats that RDF 1.2 triple terms can be written in."""
