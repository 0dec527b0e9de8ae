"""Turns the CoNLL-U corpora into spaCy training data: documents of one to eight sentences."""

import argparse
import random
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import spacy
from spacy.tokens import Doc, DocBin, Span
from spacy.vocab import Vocab
from treebank import Sentence, Word, features, lemma_table, mended, read, relative_clauses

GOLD_TREEBANKS = ("gold-gsd-dev", "gold-gsd-test", "gold-pud-train")
SILVER = (
    "silver-wikinews-train",
    "silver-wikinews-dev",
    "silver-gsd-train",
    "silver-pcc",
    "silver-wikineural",
)
GERMEVAL = ("gold-germeval-dev", "gold-germeval-test-part")
NER_HELD_OUT = 630
DOCUMENT_SIZES = (1, 1, 2, 2, 3, 3, 4, 6)
ORDERED = {"gold-pud-train", "silver-wikinews-train", "silver-wikinews-dev", "silver-pcc"}
QUOTES = (("„", "“"), ("»", "«"), ('"', '"'), ("“", "”"), ("«", "»"))
UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ß": "ss"})


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("corpora", type=Path)
    arguments.add_argument("output", type=Path)
    arguments.add_argument("--gold", type=int, default=4, help="how often the hand-made treebanks are repeated")
    arguments.add_argument("--germeval", type=int, default=4, help="how often GermEval is repeated for NER")
    arguments.add_argument("--everything", action="store_true", help="train on the development split, too")
    options = arguments.parse_args()
    convert(options.corpora, options.output, options.gold, options.germeval, options.everything)


def convert(corpora: Path, output: Path, gold: int, germeval: int, everything: bool) -> None:
    """Writes parse-train, parse-dev-*, ner-train and ner-dev as .spacy files to `output`."""
    output.mkdir(parents=True, exist_ok=True)
    rng = random.Random(0)
    vocab = spacy.blank("de").vocab
    trees = {name: list(read(corpora / f"{name}.conllu.gz")) for name in GOLD_TREEBANKS}
    held_out = {name: _last_fifth(trees[name]) for name in ("gold-gsd-test", "gold-pud-train")}
    if not everything:
        for name, part in held_out.items():
            trees[name] = trees[name][: -len(part)]
    table = lemma_table(sentence for part in trees.values() for sentence in part)
    literary = [[replace(w, feats=None) for w in s] for s in read(corpora / "gold-lit.conllu.gz")]
    for name, part in held_out.items():
        write(output / f"parse-dev-{name}.spacy", vocab, list(grouped(name, _gold(part), rng)))

    parse: list[list[Sentence]] = []
    for _ in range(gold):
        for name, part in trees.items():
            parse += augmented(grouped(name, _gold(part), rng), rng)
    parse += grouped("gold-lit", literary, rng)
    named: list[list[Sentence]] = []
    for name in (*SILVER, *GERMEVAL):
        sentences = [mended(s, table) for s in read(corpora / f"{name}.conllu.gz")]
        parse += augmented(grouped(name, sentences, rng), rng)
        if name == GERMEVAL[-1]:
            held = sentences[len(sentences) - NER_HELD_OUT :]
            write(output / "ner-dev.spacy", vocab, [[s] for s in held])
            sentences = sentences if everything else sentences[:-NER_HELD_OUT]
        for _ in range(germeval if name in GERMEVAL else 1):
            named += augmented(grouped(name, sentences, rng), rng)
    for name, part in trees.items():
        named += augmented(grouped(name, _gold(part), rng), rng)
    for name, groups in (("parse-train", parse), ("ner-train", named)):
        rng.shuffle(groups)
        write(output / f"{name}.spacy", vocab, groups)


def _last_fifth(sentences: list[Sentence]) -> list[Sentence]:
    return sentences[len(sentences) - len(sentences) // 5 :]


def _gold(sentences: list[Sentence]) -> list[Sentence]:
    return [relative_clauses([replace(w, feats=features(w.upos, w.feats or "_")) for w in s]) for s in sentences]


def grouped(name: str, sentences: list[Sentence], rng: random.Random) -> Iterator[list[Sentence]]:
    """Yields documents: neighbours from ordered sources, random sentences from shuffled ones."""
    order = list(sentences)
    if name not in ORDERED:
        rng.shuffle(order)
    start = 0
    while start < len(order):
        size = rng.choice(DOCUMENT_SIZES)
        yield order[start : start + size]
        start += size


def augmented(groups: Iterator[list[Sentence]], rng: random.Random) -> list[list[Sentence]]:
    """Returns the documents, a few of them lower-cased, transliterated, with a headline or other quotes."""
    return [[_variant(s, rng) for s in group] for group in groups]


def _variant(sentence: Sentence, rng: random.Random) -> Sentence:
    if any(w.form in {'"', "„", "“", "»", "«"} for w in sentence) and rng.random() < 0.6:
        sentence = _quoted(sentence, rng.choice(QUOTES))
    chance = rng.random()
    if chance < 0.01:
        return [replace(w, form=w.form.lower()) for w in sentence]
    if chance < 0.02:
        return [replace(w, form=w.form.translate(UMLAUTS)) for w in sentence]
    if chance < 0.03 and len(sentence) < 12:
        return [replace(w, form=w.form.upper()) for w in sentence]
    headline = 2 < len(sentence) < 14 and sentence[-1].form == "." and not _has_dependents(sentence, len(sentence))
    if chance < 0.08 and headline:
        return [*sentence[:-2], replace(sentence[-2], space=True)]
    return sentence


def _has_dependents(sentence: Sentence, number: int) -> bool:
    return sentence[number - 1].head == 0 or any(w.head == number for w in sentence)


def _quoted(sentence: Sentence, marks: tuple[str, str]) -> Sentence:
    opening = True
    result: list[Word] = []
    for word in sentence:
        if word.form in {'"', "„", "“", "»", "«"}:
            word = replace(word, form=marks[0] if opening else marks[1])
            opening = not opening
        result.append(word)
    return result


def write(path: Path, vocab: Vocab, groups: Iterator[list[Sentence]] | list[list[Sentence]]) -> None:
    """Writes documents to a .spacy file; a blank line stands after a sentence without a final mark, and at random."""
    rng = random.Random(1)
    docs = DocBin(store_user_data=False)
    for group in groups:
        docs.add(to_doc(group, vocab, rng))
    docs.to_disk(path)
    print(path, len(docs))


def to_doc(group: list[Sentence], vocab: Vocab, rng: random.Random) -> Doc:
    """Returns one spaCy document; sentence breaks are spaces or whitespace tokens as spaCy's tokenizer makes them."""
    rows: list[tuple[Word, int]] = []
    starts: list[int] = []
    for index, sentence in enumerate(group):
        offset = len(rows)
        starts.append(offset)
        rows += [(w, offset + (w.head - 1 if w.head else i)) for i, w in enumerate(sentence)]
        open_end = sentence[-1].form[-1].isalnum()
        if index + 1 < len(group) and rng.random() < (0.9 if open_end else 0.12):
            last = len(rows) - 1
            rows[last] = (replace(rows[last][0], space=False), rows[last][1])
            blank = Word(rng.choice(("\n\n", "\n\n", "\n")), None, "SPACE", "_", 0, "dep", "O", False)
            rows.append((blank, last))
    words = [w for w, _ in rows]
    doc = Doc(
        vocab,
        words=[w.form for w in words],
        spaces=[w.space for w in words],
        pos=[w.upos for w in words],
        heads=[head for _, head in rows],
        deps=["ROOT" if head == i else w.relation for i, (w, head) in enumerate(rows)],
        lemmas=[w.lemma if w.lemma is not None else w.form for w in words],
        sent_starts=[i in starts for i in range(len(words))],
    )
    for token, word in zip(doc, words, strict=True):
        if word.feats is not None:
            token.set_morph(word.feats if word.feats != "_" else "")
        if word.lemma is None:
            token.lemma = 0
    _set_entities(doc, words)
    return doc


def _set_entities(doc: Doc, words: list[Word]) -> None:
    spans: list[Span] = []
    missing: list[Span] = []
    for i, word in enumerate(words):
        if word.ner == "-":
            missing.append(doc[i : i + 1])
        elif word.ner.startswith("B-"):
            end = i + 1
            while end < len(words) and words[end].ner == "I-" + word.ner[2:]:
                end += 1
            spans.append(Span(doc, i, end, label=word.ner[2:]))
    doc.set_ents(spans, missing=missing)


if __name__ == "__main__":
    main()
