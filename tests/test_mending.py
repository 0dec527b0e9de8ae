"""Repairs leave a tree: every token leads to a root."""

from __future__ import annotations

import pytest
from spacy.language import Language

from kg.facts.tree import plant

ROWS = [  # sentence, a token and what it depends on after the repair
    ("Das gilt vor allem.", "vor", "gilt"),
    ("Washington übt vor allem Druck auf Kiew aus.", "Druck", "übt"),
    ("Er sprach nach dem Treffen laut Kreml in Moskau mit Putin.", "Moskau", "sprach"),
]


@pytest.mark.parametrize(("sentence", "word", "governor"), ROWS)
def test_repairs_leave_a_tree(nlp: Language, sentence: str, word: str, governor: str) -> None:
    tree = plant(nlp(sentence))
    for token in range(len(tree.words)):
        for _ in tree.words:
            token = tree.heads[token]
        assert tree.heads[token] == token
    assert tree.words[tree.heads[tree.words.index(word)]] == governor
