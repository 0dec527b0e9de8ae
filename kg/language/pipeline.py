"""Find and load the spaCy pipeline."""

from __future__ import annotations

import os
from importlib import resources

import spacy
from spacy.language import Language


def load(name: str = "de") -> Language:
    """Load newskg's own pipeline of a language, or any pipeline with UD labels by name or path."""
    if name == "de":
        own = resources.files("kg.language").joinpath("de", "pipeline")
        name = os.environ.get("KG_PIPELINE") or str(own)
    return spacy.load(name)
