"""What repairs leave is a tree, whatever they are given, and no knot makes them go round and round."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

from kg.articles import article_from_text
from kg.facts.tree import plant
from kg.language import parse
from kg.language.arcs import Arcs, circles, words_of
from kg.language.mending import mend

SENTENCES = [  # sentence, a token and what it depends on after the repair
    ("Das gilt vor allem.", "vor", "gilt"),
    ("Sowohl Jan Moser von der SPD als auch Eva Kern kritisierten die FDP.", "Eva", "Jan"),
    ("Washington übt vor allem Druck auf Kiew aus.", "Druck", "übt"),
    ("Er sprach nach dem Treffen laut Kreml in Moskau mit Putin.", "Moskau", "sprach"),
]


@pytest.mark.parametrize(("sentence", "word", "governor"), SENTENCES)
def test_repairs_leave_a_tree(nlp: Language, sentence: str, word: str, governor: str) -> None:
    ((_, doc),) = parse(nlp, [article_from_text(sentence)])
    tree = plant(doc)
    for token in range(len(tree.words)):
        for _ in tree.words:
            token = tree.heads[token]
        assert tree.heads[token] == token
    assert tree.words[tree.heads[tree.words.index(word)]] == governor


@pytest.mark.parametrize(
    ("heads", "found"), [([0, 0, 1], 0), ([1, 2, 1, 3], 1), ([1, 0, 3, 2], 2), ([1, 2, 0], 1), ([], 0)]
)
def test_circles(heads: list[int], found: int) -> None:
    assert len(circles(heads)) == found


@pytest.mark.parametrize(
    ("heads", "pos", "verb"),
    [([1, 2, 2], "NOUN NOUN VERB", 2), ([1, 2, 1], "NOUN NOUN NOUN", None), ([1, 1], "NOUN NOUN", None)],
)
def test_a_knot_ends_the_way_up(heads: list[int], pos: str, verb: int | None) -> None:
    parse = Arcs(["wort"] * len(heads), pos.split(), ["nmod"] * len(heads), heads, words_of("de"))
    assert parse.verb_above(0) == verb


def test_a_knot_is_untied(nlp: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Der Hund schläft. Die Katze fängt eine Maus."
    plain = [token.head.i for token in next(parse(nlp, [article_from_text(text)]))[1]]

    def tie(lower: list[str], pos: list[str], deps: list[str], heads: list[int], language: str) -> None:
        heads[4:6] = [5, 4]

    monkeypatch.setattr("kg.language.parsing.mend", tie)
    assert [token.head.i for token in next(parse(nlp, [article_from_text(text)]))[1]] == plain


TREES = st.lists(st.tuples(st.integers(0, 9), *map(st.sampled_from, (
    ("statt", "seitens", "die", "dem", ",", "von", "Anna", "Berg", "Polizei", "ließ", "sagte", "bekam", "verhängten"),
    ("NOUN", "PROPN", "VERB", "ADJ", "DET", "ADP", "ADV", "PRON", "AUX", "PUNCT"),
    ("nsubj", "obj", "obl", "nmod", "amod", "det", "case", "xcomp", "advmod", "conj", "appos", "flat", "acl:relcl", "mark"),
))), min_size=2, max_size=10)  # fmt: skip


@settings(max_examples=300, deadline=None, derandomize=True)
@given(TREES)
def test_repairs_end_and_tie_no_knot(rows: list[tuple[int, str, str, str]]) -> None:
    """Whatever the tree: heads point at an earlier word, so that it is one."""
    heads = [head % (i or 1) for i, (head, *_) in enumerate(rows)]
    mend([row[1].lower() for row in rows], [row[2] for row in rows], [row[3] for row in rows], heads)
    assert not circles(heads)
