"""Find and load the spaCy pipeline."""

from __future__ import annotations

import os
from importlib import resources
from pathlib import Path

import spacy
from spacy.language import Language
from thinc.api import Model, NumpyOps

import kg.language.clusters
import kg.language.lemmas  # noqa: F401  (they register what the pipeline is made of)
from kg.errors import PipelineError
from kg.language.tokenizer import adapt

NEEDED_RELATIONS = frozenset({"nsubj", "obj", "obl"})
BLAS = NumpyOps(use_blis=False)
TIGER_RELATIONS = frozenset({"sb", "oa", "oc", "nk"})


def load(name: str = "de") -> Language:
    """Load newskg's own pipeline of a language, or any pipeline with UD labels by name or path; no network.

    Args:
        name: "de", the name of an installed spaCy package, or the path of a saved pipeline.

    Raises:
        PipelineError: if there is no such pipeline, or its parser does not speak Universal Dependencies.
    """
    place = _place(name)
    try:
        nlp = spacy.load(place)
    except (OSError, ValueError, TypeError, AttributeError) as error:  # the last two: a package of another kind
        reason = str(error).splitlines()[0]
        raise PipelineError(
            f"pipeline {name!r} cannot be loaded: {reason} Use 'de' or a folder with config.cfg."
        ) from error
    _check(name, nlp)
    if "paragraphs" in nlp.pipe_names:
        adapt(nlp)  # the rules of today, whatever the pipeline was saved with
    _use_blas(nlp)
    return nlp


def _use_blas(nlp: Language) -> None:
    """Multiply matrices with NumPy's BLAS: for these sizes about three times as fast as thinc's own, with equal parses."""
    for _, component in nlp.pipeline:
        model = getattr(component, "model", None)
        if isinstance(model, Model):
            for layer in model.walk():
                layer.ops = BLAS


def describe(name: str = "de") -> bytes:
    """What tells a pipeline from another, without loading it: its meta.json; nothing if there is no such pipeline."""
    place = Path(_place(name))
    if not place.is_dir() and not spacy.util.is_package(str(place)):
        return b""
    folder = place if place.is_dir() else spacy.util.get_package_path(str(place))
    metas = sorted(folder.rglob("meta.json"))
    return metas[0].read_bytes() if metas else b""


def _place(name: str) -> str:
    if name != "de":
        return name
    own = resources.files("kg.language").joinpath("de", "pipeline")
    return os.environ.get("KG_PIPELINE") or str(own)


def _check(name: str, nlp: Language) -> None:
    labels = set(nlp.get_pipe("parser").labels) if "parser" in nlp.pipe_names else set()  # type: ignore[attr-defined]
    if not labels:
        raise PipelineError(f"pipeline {name!r} has no parser: newskg needs one with Universal Dependencies labels.")
    missing = NEEDED_RELATIONS - labels
    if missing:
        scheme = "TIGER labels" if labels & TIGER_RELATIONS else "other labels"
        raise PipelineError(
            f"pipeline {name!r} has {scheme} (no {', '.join(sorted(missing))}): "
            "newskg needs Universal Dependencies; use 'de' or a pipeline trained on a UD treebank."
        )
