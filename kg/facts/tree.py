"""A parsed article as plain lists: fast to walk, easy to build by hand in a test."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc

from kg.language.parsing import column


@dataclass(frozen=True, slots=True)
class Tree:
    """Universal Dependencies of a document; every list is indexed by token, offsets are those of the text."""

    text: str
    words: list[str]
    lower: list[str]
    lemmas: list[str]
    pos: list[str]
    deps: list[str]
    heads: list[int]
    kids: list[list[int]]
    cases: dict[int, int]
    starts: list[int]
    ends: list[int]
    sentences: list[tuple[int, int]]
    sentence_of: list[int]
    skipped: frozenset[int]

    def subtree(self, token: int) -> list[int]:
        """All tokens under ``token``, itself included, in text order."""
        found, stack = [], [token]
        while stack:
            at = stack.pop()
            found.append(at)
            stack.extend(self.kids[at])
        return sorted(found)

    def conjuncts(self, token: int) -> list[int]:
        """``token`` and everything coordinated with it further right."""
        found = [token]
        for kid in self.kids[token]:
            if self.deps[kid] == "conj":
                found.extend(self.conjuncts(kid))
        return found

    def is_noun(self, token: int) -> bool:
        """Whether a word is read and written as a noun; "2:0-Erfolg" is, whatever a tagger says."""
        word = self.words[token]
        if word[:1].isdigit():
            return word.rpartition("-")[2][:1].isupper()
        return self.pos[token] in {"NOUN", "PROPN"} and word[:1].isupper()

    def case_mark(self, token: int) -> int | None:
        """The adposition of a nominal: its ``case`` child, "zufolge" and "gegenüber" behind it included."""
        return self.cases.get(token)


def plant(doc: Doc) -> Tree:
    """Read a spaCy Doc with UD labels into a Tree."""
    words, lower, starts = column(doc, "ORTH"), column(doc, "LOWER"), doc.to_array("IDX").tolist()
    pos, deps = column(doc, "POS"), column(doc, "DEP")
    heads = [i + offset for i, offset in enumerate(doc.to_array("HEAD").astype("int64").tolist())]
    kids: list[list[int]] = [[] for _ in heads]
    for i, head in enumerate(heads):
        if head != i and not words[i].isspace():
            kids[head].append(i)
    cases = {heads[i]: i for i in reversed(range(len(deps))) if deps[i] == "case" and heads[i] != i}
    sentences = [(sentence.start, sentence.end) for sentence in doc.sents]
    sentence_of = [0] * len(words)
    for number, (start, end) in enumerate(sentences):
        sentence_of[start:end] = [number] * (end - start)
    return Tree(
        text=doc.text,
        words=words,
        lower=lower,
        lemmas=column(doc, "LEMMA"),
        pos=pos,
        deps=deps,
        heads=heads,
        kids=kids,
        cases=cases,
        starts=starts,
        ends=[start + len(word) for start, word in zip(starts, words, strict=True)],
        sentences=sentences,
        sentence_of=sentence_of,
        skipped=doc.user_data.get("skipped", frozenset()),
    )
