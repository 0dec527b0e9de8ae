"""Reads the CoNLL-U corpora and mends what the teacher is known to get wrong."""

import gzip
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import simplemma

OPEN_CLASSES = {"VERB", "NOUN", "ADJ"}
# Preterites and subjunctives that only ever are subjunctive, whatever the subject.
ALWAYS_SUBJUNCTIVE = {
    stem + ending
    for stem in ("wäre", "hätte", "würde", "könnte", "müsste", "dürfte", "käme", "ginge", "gäbe")
    for ending in ("", "n")
}
RELATIVES = {"der", "die", "das", "dem", "den", "dessen", "deren", "denen"}
DROPPED_FEATURES = {"Definite", "NumType", "Poss", "Polarity"}


@dataclass(frozen=True, slots=True)
class Word:
    """One line of CoNLL-U; `lemma` and `feats` are None, `ner` is "-" where the value is doubtful."""

    form: str
    lemma: str | None
    upos: str
    feats: str | None
    head: int
    relation: str
    ner: str
    space: bool


Sentence = list[Word]
LemmaTable = dict[tuple[str, str], str]


def read(path: Path) -> Iterator[Sentence]:
    """Yields the sentences of a gzipped CoNLL-U file; heads count from 1, 0 is the root."""
    words: Sentence = []
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            columns = line.rstrip("\n").split("\t")
            if len(columns) == 10:
                misc = dict(part.split("=", 1) for part in columns[9].split("|") if "=" in part)
                words.append(
                    Word(
                        form=columns[1],
                        lemma=columns[2],
                        upos=columns[3],
                        feats=columns[5],
                        head=int(columns[6]),
                        relation=columns[7],
                        ner=misc.get("NER", "O"),
                        space=misc.get("SpaceAfter") != "No",
                    )
                )
            elif words and not line.strip():
                yield words
                words = []
    if words:
        yield words


def lemma_table(sentences: Iterable[Sentence]) -> LemmaTable:
    """Returns the lemmas that hand-made data gives without contradiction, by form and part of speech."""
    seen: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for sentence in sentences:
        for word in sentence:
            seen[word.form, word.upos][word.lemma or ""] += 1
    return {key: lemmas.most_common(1)[0][0] for key, lemmas in seen.items() if len(lemmas) == 1}


def mended(sentence: Sentence, table: LemmaTable) -> Sentence:
    """Returns a teacher-labelled sentence with lemmas looked up, Konjunktiv marked, doubtful values unset."""
    subjects = {w.head: w.form.lower() for w in sentence if w.relation.startswith("nsubj")}
    doubtful = _entangled_names(sentence)
    result = []
    for number, word in enumerate(sentence, start=1):
        result.append(
            replace(
                word,
                lemma=_lemma(word, table),
                feats=features(word.upos, _mood(word, subjects.get(number) or subjects.get(word.head, ""))),
                ner="-" if number in doubtful else word.ner,
            )
        )
    return relative_clauses(result)


def relative_clauses(sentence: Sentence) -> Sentence:
    """Returns the sentence with acl:relcl wherever a relative pronoun opens an acl (GSD does not mark it)."""
    opened = set()
    for number, word in enumerate(sentence, start=1):
        pronoun = word.form.lower()
        if word.upos == "PRON" and (pronoun in RELATIVES or pronoun.startswith("welche")):
            head = word.head
            for _ in range(2):
                if head > number and sentence[head - 1].relation == "acl" and sentence[head - 1].head < number:
                    opened.add(head)
                head = sentence[head - 1].head if head else 0
    return [replace(w, relation="acl:relcl") if n in opened else w for n, w in enumerate(sentence, start=1)]


def features(upos: str, feats: str) -> str:
    """Returns a feature string in the one scheme that both treebanks and the teacher can share."""
    values = dict(part.split("=", 1) for part in feats.split("|") if "=" in part)
    values = {name: value for name, value in values.items() if name not in DROPPED_FEATURES}
    if values.get("Degree") == "Pos":
        del values["Degree"]
    if values.get("Number") == "Plur" and upos not in {"PRON", "VERB", "AUX"}:
        values.pop("Gender", None)
    if values.get("PronType") == "Prs" and upos == "DET":
        values.pop("Person", None)
        values.pop("PronType")
    if upos in {"VERB", "AUX"}:
        if "Mood" in values:
            values["VerbForm"] = "Fin"
        elif values.get("Tense") == "Past":
            values = {"VerbForm": "Part"}
        elif "VerbForm" not in values:
            values = {"VerbForm": "Inf"}
        if values["VerbForm"] != "Fin":
            values = {"VerbForm": values["VerbForm"]}
    elif upos not in {"PRON", "DET", "NOUN", "PROPN", "ADJ", "ADP", "NUM"}:
        values = {}
    if upos in {"ADP", "NUM"}:
        values = {}
    return "|".join(f"{name}={value}" for name, value in sorted(values.items())) or "_"


def _mood(word: Word, subject: str) -> str:
    """Marks Konjunktiv by form: a third person singular present in -e cannot be indicative."""
    feats = word.feats or "_"
    if word.upos not in {"VERB", "AUX"} or "Mood=Ind" not in feats:
        return feats
    form = word.form.lower()
    if form in ALWAYS_SUBJUNCTIVE:
        return feats.replace("Mood=Ind", "Mood=Sub")
    present = "Number=Sing" in feats and "Tense=Pres" in feats
    if present and (form.endswith("e") or form == "sei") and subject and subject not in {"ich", "wer", "du"}:
        return feats.replace("Mood=Ind", "Mood=Sub").replace("Person=1", "Person=3")
    return feats


def _lemma(word: Word, table: LemmaTable) -> str | None:
    known = table.get((word.form, word.upos))
    if known is not None:
        return known
    lemma = word.lemma or ""
    if word.upos == "PROPN":
        return lemma if word.form.startswith(lemma) else word.form
    if word.upos not in OPEN_CLASSES:
        closed = word.upos in {"PUNCT", "NUM", "X", "ADV"}
        return lemma if closed and lemma.lower() == word.form.lower() else None
    return _dictionary_lemma(word)


def _dictionary_lemma(word: Word) -> str | None:
    form = word.form if word.upos == "NOUN" else word.form.lower()
    if simplemma.is_known(form, "de"):
        found = simplemma.lemmatize(form, "de")
        if found[0].isupper() == (word.upos == "NOUN") and (word.upos != "VERB" or found.endswith("n")):
            return found
    if word.upos == "NOUN":
        for start in range(2, len(form) - 2):
            tail = form[start:].lstrip("-").capitalize()
            if len(tail) > 3 and simplemma.is_known(tail, "de"):
                found = simplemma.lemmatize(tail, "de")
                if found[0].isupper():
                    head = form[: len(form) - len(tail)]
                    return head + (found if head.endswith("-") else found.lower())
    lemma = word.lemma or ""
    if word.upos == "VERB":
        return lemma if simplemma.is_known(lemma, "de") and simplemma.lemmatize(lemma, "de") == lemma else None
    return lemma if form.startswith(lemma) else None


def _entangled_names(sentence: Sentence) -> set[int]:
    """Numbers of the words of person names with two heads: "dass Präsident Putin Witkoff empfange"."""
    doubtful: set[int] = set()
    span: list[int] = []
    for number, word in enumerate([*sentence, None], start=1):
        if word is not None and word.ner == "I-PER":
            span.append(number)
            continue
        if len(span) > 1 and sum(sentence[n - 1].head not in span for n in span) > 1:
            doubtful.update(span)
        span = [number] if word is not None and word.ner == "B-PER" else []
    return doubtful
