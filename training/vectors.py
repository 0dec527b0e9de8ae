"""Turns the word vectors (``words``, ``vectors`` of an .npz file) into a spaCy vocabulary: vectors.py VECTORS.npz OUTPUT."""

import sys
from pathlib import Path

import numpy
import spacy
from spacy.vectors import Vectors


def main(source: Path, output: Path) -> None:
    arrays = numpy.load(source)
    nlp = spacy.blank("de")
    keys = [nlp.vocab.strings.add(str(word)) for word in arrays["words"]]
    nlp.vocab.vectors = Vectors(
        strings=nlp.vocab.strings, data=arrays["vectors"].astype("float32"), keys=keys, attr="LOWER"
    )
    nlp.to_disk(output)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
