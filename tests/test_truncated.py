"""A text may end anywhere: no rule looks beyond its last word or before its first."""

from pathlib import Path

import pytest
from spacy.language import Language

from kg.articles import article_from_text
from kg.language import Lexicon, parse
from kg.reading import read

TEXTS = sorted((Path(__file__).parent / "gold" / "texts").glob("*.txt"))


@pytest.mark.parametrize("file", TEXTS, ids=lambda path: path.stem)
def test_any_end_of_a_text_is_read(nlp: Language, file: Path) -> None:
    words = file.read_text(encoding="utf-8").split()
    cuts = [
        words[start : start + length] for start, length in zip(range(0, len(words) - 9, 9), range(3, 99), strict=False)
    ]
    articles = [article_from_text(" ".join(cut)) for cut in cuts]
    for article, doc in parse(nlp, articles):
        for claim in read(article, doc, Lexicon("de")).claims:
            assert 0 <= claim.start < claim.end <= len(article.text)
