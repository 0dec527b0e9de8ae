"""Find and load the spaCy pipeline."""

from __future__ import annotations

import os
from importlib import resources
from pathlib import Path

import spacy
from spacy.language import Language


def load(name: str = "de") -> Language:
    """Load newskg's own pipeline of a language, or any pipeline with UD labels by name or path."""
    return spacy.load(_place(name))


def describe(name: str = "de") -> bytes:
    """What tells a pipeline from another, without loading it: its meta.json."""
    place = Path(_place(name))
    folder = place if place.is_dir() else spacy.util.get_package_path(str(place))
    metas = sorted(folder.rglob("meta.json"))
    return metas[0].read_bytes() if metas else b""


def _place(name: str) -> str:
    if name != "de":
        return name
    own = resources.files("kg.language").joinpath("de", "pipeline")
    return os.environ.get("KG_PIPELINE") or str(own)
