"""Joins the trained parse and name pipelines into de_newskg and writes it to a folder."""

import argparse
import json
from pathlib import Path

import spacy
from spacy.language import Language

import kg.language.clusters
import kg.language.lemmas
import kg.language.tokenizer

VERSION = "1.1.0"
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
    forget_places(nlp)
    nlp.to_disk(output, exclude=["vocab_data"])
    shorten_meta(output / "meta.json")
    shorten_strings(nlp, output / "vocab" / "strings.json")


def forget_places(nlp: Language) -> None:
    """Takes the training machine's paths out of the config."""
    nlp.config["paths"] = dict.fromkeys(nlp.config["paths"])
    nlp.config["corpora"] = {}
    nlp.config["initialize"]["vectors"] = None


def shorten_strings(nlp: Language, path: Path) -> None:
    """Keeps the strings that labels and lemma rules need; all others, 4 MB, come with the texts that are read."""
    trees = nlp.get_pipe("trainable_lemmatizer").trees
    nodes = [trees[i] for i in range(len(trees))]
    kept = {nlp.vocab.strings[node[end]] for node in nodes for end in ("orig", "subst") if end in node}
    for _, component in nlp.pipeline:
        kept.update(str(label) for label in getattr(component, "labels", ()))
    for label in nlp.get_pipe("morphologizer").labels:
        kept.update(part for feature in label.split("|") for part in (feature, *feature.split("=")))
    strings = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps([s for s in strings if s in kept], ensure_ascii=False), encoding="utf-8")


def shorten_meta(path: Path) -> None:
    """Drops the thousands of lemmatizer rule numbers from meta.json; the component has them itself."""
    meta = json.loads(path.read_text(encoding="utf-8"))
    meta["labels"].pop("trainable_lemmatizer", None)
    path.write_text(json.dumps(meta, ensure_ascii=False, indent=2, sort_keys=True) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
