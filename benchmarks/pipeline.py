"""Words a second of de_newskg beside an untrained pipeline of spaCy's small size and the German tokenizer alone.

    python benchmarks/pipeline.py TEXTS [--words 100000]

Each is measured in a process of its own, on one core, on the folder's .txt files repeated to the number of words; loading and
ten warm-up articles are not counted. Memory is the process's peak.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language

NAMES = ("de_newskg", "small, untrained", "tokenizer alone")


def texts(folder: Path, words: int) -> list[str]:
    """Articles in the order of their names, again and again until there are so many words."""
    articles = [path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.txt"))]
    if not articles:
        sys.exit(f"{folder}: no .txt files")
    found, count = [], 0
    while count < words:
        found.append(articles[len(found) % len(articles)])
        count += len(found[-1].split())
    return found


def pipeline(name: str) -> Language:
    """The pipeline of a row; the small one has the same components with de_newskg's labels."""
    import spacy

    import kg.language

    if name == "tokenizer alone":
        return spacy.blank("de")
    own = kg.language.load("de")
    return own if name == "de_newskg" else small(own)


def small(own: Language) -> Language:
    """spaCy's default small size: one tok2vec of width 96 and depth 4, no vectors; weights at random."""
    import spacy
    import srsly
    from spacy.training import Example

    nlp = spacy.blank("de")
    nlp.add_pipe("tok2vec")
    listener = {"@architectures": "spacy.Tok2VecListener.v1", "width": 96, "upstream": "tok2vec"}
    tagger = {"@architectures": "spacy.Tagger.v2", "nO": None, "normalize": False, "tok2vec": listener}
    for component in ("morphologizer", "trainable_lemmatizer"):
        nlp.add_pipe(component, config={"model": tagger})
    for component, width in (("parser", 128), ("ner", 64)):
        model = {
            "@architectures": "spacy.TransitionBasedParser.v2",
            "state_type": component,
            "extra_state_tokens": False,
            "hidden_width": width,
            "maxout_pieces": 2,
            "use_upper": True,
            "nO": None,
            "tok2vec": listener,
        }
        nlp.add_pipe(component, config={"model": model, "moves": None})
    sample = [own(text) for text in ("Der Kanzler sprach am Montag in Berlin mit Angela Merkel.", "Das Haus brennt.")]
    with tempfile.TemporaryDirectory() as folder:
        for component in nlp.pipe_names[1:]:
            path = Path(folder) / f"{component}.json"
            srsly.write_json(path, own.get_pipe(component).label_data)
            reader = {"@readers": "spacy.read_labels.v1", "path": str(path)}
            nlp.config["initialize"]["components"][component] = {"labels": reader}
        nlp.initialize(lambda: [Example(nlp.make_doc(doc.text), doc) for doc in sample])
    return nlp


def measure(name: str, folder: Path, words: int) -> dict[str, float]:
    """Words a second and peak memory of one row."""
    nlp = pipeline(name)
    articles = texts(folder, words)
    list(nlp.pipe(articles[:10]))
    count, started = 0, time.perf_counter()
    with nlp.memory_zone():
        for doc in nlp.pipe(articles, batch_size=16):
            count += len(doc.text.split())
    seconds = time.perf_counter() - started
    return {"words": count, "seconds": seconds, "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--words", type=int, default=100_000)
    parser.add_argument("--row", choices=NAMES, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.row:
        print(json.dumps(measure(options.row, options.folder, options.words)))
        return
    one_core = {**os.environ, "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
    found = {}
    for name in NAMES:
        command = [sys.executable, __file__, str(options.folder), "--words", str(options.words), "--row", name]
        found[name] = json.loads(subprocess.run(command, env=one_core, check=True, capture_output=True).stdout)
    print(f"{int(found['de_newskg']['words'])} words, one core")
    base = found["small, untrained"]["words"] / found["small, untrained"]["seconds"]
    for name, row in found.items():
        speed = row["words"] / row["seconds"]
        print(f"{name:18}{speed:10.0f} words/s{speed / base:8.2f} of small{row['megabytes']:8.0f} MB")


if __name__ == "__main__":
    main()
