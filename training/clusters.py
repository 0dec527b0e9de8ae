"""Writes kg/language/de/clusters.npz from the Brown clusters in spacy-lookups-data."""

import gzip
import json
import sys
from pathlib import Path

import numpy
import spacy_lookups_data
from spacy.strings import hash_string

WORDS = 600_000  # in the order of their frequency


def main(output: Path) -> None:
    path = Path(spacy_lookups_data.__file__).parent / "data" / "de_lexeme_cluster.json.gz"
    with gzip.open(path, "rt", encoding="utf-8") as file:
        entries = [(word, cluster) for word, cluster in json.load(file).items() if cluster][:WORDS]
    pairs = {hash_string(word) & 0xFFFFFFFF: cluster for word, cluster in reversed(entries)}
    words = numpy.array(sorted(pairs), dtype="uint32")
    numpy.savez_compressed(output, words=words, clusters=numpy.array([pairs[w] for w in words], dtype="uint16"))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
