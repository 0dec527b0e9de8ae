"""An embedding layer that also knows Brown clusters: what kind of word an unknown name is.

Clusters come from a large web corpus (Brown et al. 1992, Class-based n-gram models): 750 classes for 600,000 German
word forms, such as surnames, cities, ministers, genitives of countries. Words outside the training data and outside
the static vectors still have one.
"""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import Any, cast

import numpy
from spacy.attrs import ORTH  # type: ignore[import-not-found]
from spacy.ml.featureextractor import FeatureExtractor
from spacy.ml.staticvectors import StaticVectors
from spacy.tokens import Doc
from spacy.util import registry
from thinc.api import HashEmbed, Maxout, Model, chain, concatenate, list2ragged, ragged2list, with_array
from thinc.types import Floats2d

COARSE = 63  # the first six decisions of the cluster tree: spaCy stores a cluster's path with the root as lowest bit


@cache
def table() -> tuple[Any, Any]:
    """Return the lower 32 bits of the words' spaCy hashes, sorted, and the words' clusters."""
    with resources.files("kg.language").joinpath("de", "clusters.npz").open("rb") as file:
        arrays = numpy.load(file)
        return arrays["words"], arrays["clusters"]


def clusters(doc: Doc) -> Any:
    """Return two columns, coarse and full cluster of each token; 0 where the word has none."""
    words, numbers = table()
    hashes = doc.to_array(ORTH).astype("uint64").astype("uint32")
    places = numpy.minimum(numpy.searchsorted(words, hashes), len(words) - 1)
    found = numpy.where(words[places] == hashes, numbers[places], 0).astype("uint64")
    return numpy.stack((found & numpy.uint64(COARSE), found), axis=1)


@registry.architectures("newskg.ClusterHashEmbed.v1")  # type: ignore[untyped-decorator]
def cluster_hash_embed(width: int, attrs: list[str], rows: list[int]) -> Model[list[Doc], list[Floats2d]]:
    """Build spaCy's MultiHashEmbed with static vectors and two more columns, the clusters.

    Args:
        width: Of the output and of every embedding.
        attrs: Lexical attributes, as for MultiHashEmbed.
        rows: Sizes of the tables: one for each attribute, then for coarse and for full clusters.
    """
    embeddings: list[Any] = [HashEmbed(width, size, column=i, seed=8 + i, dropout=0.0) for i, size in enumerate(rows)]
    features: Any = chain(
        Model("extract_features_and_clusters", _forward, layers=[FeatureExtractor(cast(Any, attrs))]),
        cast(Any, list2ragged()),
        with_array(cast(Any, concatenate(*embeddings))),
    )
    mix: Any = with_array(Maxout(width, width * (len(rows) + 1), nP=3, dropout=0.0, normalize=True))
    return chain(concatenate(features, StaticVectors(width, dropout=0.0)), mix, cast(Any, ragged2list()))


def _forward(model: Any, docs: list[Doc], is_train: bool) -> tuple[Any, Any]:
    lexical, backprop = model.layers[0](docs, is_train)
    columns = [
        model.ops.asarray2i(numpy.concatenate((array, clusters(doc)), axis=1), dtype="uint64")
        for doc, array in zip(docs, lexical, strict=True)
    ]
    return columns, backprop
