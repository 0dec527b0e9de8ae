"""Articles to spaCy Docs, with the article's own breaks as sentence starts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.language import Language
from spacy.tokens import Doc

from kg.model import Article

SKIPPED = frozenset({"metadata", "agency", "note"})


def parse(nlp: Language, articles: Iterable[Article], *, batch_size: int = 16) -> Iterator[tuple[Article, Doc]]:
    """Parse articles in order, lazily.

    A sentence starts wherever a part of the article starts (title, subheading, dateline, paragraph).
    ``doc.user_data["skipped"]`` is the frozenset of indexes of tokens that are not language (metadata, agency
    marks, notes): extractors pass them over.

    Use it inside ``with nlp.memory_zone():`` for long runs, and keep only plain records of what comes out.
    """
    docs = ((_make_doc(nlp, article), article) for article in articles)
    for doc, article in nlp.pipe(docs, as_tuples=True, batch_size=batch_size):
        yield article, doc


def _make_doc(nlp: Language, article: Article) -> Doc:
    doc = nlp.make_doc(article.text)
    words = iter([token for token in doc if not token.is_space])
    token = next(words, None)
    skipped: set[int] = set()
    for part in article.parts:
        first = True
        while token is not None and token.idx < part.end:
            if first and token.idx >= part.start:
                token.is_sent_start, first = True, False
            if part.kind in SKIPPED:
                skipped.add(token.i)
            token = next(words, None)
    doc.user_data["skipped"] = frozenset(skipped)
    return doc
