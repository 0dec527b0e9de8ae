"""Joins the trained parse and name pipelines into de_newskg and writes it to a folder."""

import argparse
import json
from pathlib import Path

import spacy

import kg.language.clusters
import kg.language.lemmas
import kg.language.tokenizer

VERSION = "1.0.0"
DESCRIPTION = "German for news: Universal Dependencies, morphology, lemmas, sentences and names in twelve classes."
LICENSE = "CC BY-NC-SA 4.0"


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("parse", type=Path)
    arguments.add_argument("names", type=Path)
    arguments.add_argument("output", type=Path)
    options = arguments.parse_args()
    package(options.parse, options.names, options.output)


def package(parse: Path, names: Path, output: Path) -> None:
    """Saves one pipeline: paragraphs, parse components, German verb forms, names with their own tok2vec."""
    nlp = spacy.load(parse)
    kg.language.tokenizer.adapt(nlp)
    source = spacy.load(names, vocab=nlp.vocab)
    nlp.add_pipe("paragraphs", first=True)
    nlp.add_pipe("german_verbs", last=True)
    for component in source.pipe_names:
        nlp.add_pipe(component, source=source)
    nlp.meta.update(
        name="newskg", version=VERSION, description=DESCRIPTION, license=LICENSE, author="newskg", performance={}
    )
    nlp.to_disk(output, exclude=["vocab_data"])
    shorten_meta(output / "meta.json")


def shorten_meta(path: Path) -> None:
    """Drops the thousands of lemmatizer rule numbers from meta.json; the component has them itself."""
    meta = json.loads(path.read_text(encoding="utf-8"))
    meta["labels"].pop("trainable_lemmatizer", None)
    path.write_text(json.dumps(meta, ensure_ascii=False, indent=2, sort_keys=True) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
