"""Articles to spaCy Docs, with the article's own breaks as sentence starts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, cast

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from kg.language.aged import stand_alone
from kg.language.arcs import Arcs, circles, words_of
from kg.language.concord import concord
from kg.language.mending import mend
from kg.language.surnames import call
from kg.model import Article

if TYPE_CHECKING:
    from thinc.types import Ints2d

SKIPPED = frozenset({"metadata", "agency", "note"})


def parse(nlp: Language, articles: Iterable[Article], *, batch_size: int = 16) -> Iterator[tuple[Article, Doc]]:
    """Parse articles in order, lazily.

    A sentence starts wherever a part of the article starts (title, subheading, dateline, paragraph).
    ``doc.user_data["skipped"]`` is the frozenset of indexes of tokens that are not language (metadata, agency
    marks, notes): extractors pass them over.

    Use it inside ``with nlp.memory_zone():`` for long runs, and keep only plain records of what comes out.
    """
    docs = ((_without_gaps(doc), (article, doc)) for article in articles for doc in [_make_doc(nlp, article)])
    for parsed, (article, doc) in nlp.pipe(docs, as_tuples=True, batch_size=batch_size):
        whole = _with_gaps(parsed, doc)
        _mend(whole)
        yield article, whole


def _is_gap(token: Token) -> bool:
    """Whether a token is a second space or a line break in running text, which no tagger has learnt to read."""
    return token.is_space and token.text.count("\n") < 2


def _without_gaps(doc: Doc) -> Doc:
    """The same words without the gaps between them, as the pipeline reads them best; the doc itself if it has none."""
    words = [token for token in doc if not _is_gap(token)]
    if len(words) == len(doc) or not words:
        return doc
    spaces = [_spaced(token) for token in words]
    starts: list[bool | int | None] = [token.is_sent_start or None for token in words]
    return Doc(doc.vocab, words=[token.text for token in words], spaces=spaces, sent_starts=starts)


def _spaced(token: Token) -> bool:
    following = token.i + 1
    return bool(token.whitespace_) or (following < len(token.doc) and _is_gap(token.doc[following]))


def _with_gaps(parsed: Doc, doc: Doc) -> Doc:
    """A parse over all tokens of the article: each gap hangs on the word before it."""
    if parsed is doc:
        return doc
    at: list[int] = []  # of each token of ``doc``, its word in ``parsed``, or the one before it
    for token in doc:
        at.append((at[-1] if at else -1) + (not _is_gap(token)))
    place = {word: i for i, word in reversed(list(enumerate(at)))}
    gaps = [_is_gap(token) for token in doc]
    words = [parsed[max(word, 0)] for word in at]
    heads = [place[max(w, 0)] if gap else place[word.head.i] for w, gap, word in zip(at, gaps, words, strict=True)]
    filled = Doc(
        doc.vocab,
        words=[token.text for token in doc],
        spaces=[bool(token.whitespace_) for token in doc],
        pos=["SPACE" if gap else word.pos_ for gap, word in zip(gaps, words, strict=True)],
        morphs=["" if gap else str(word.morph) for gap, word in zip(gaps, words, strict=True)],
        lemmas=[token.text if gap else word.lemma_ for token, gap, word in zip(doc, gaps, words, strict=True)],
        heads=heads,
        deps=["dep" if gap else word.dep_ for gap, word in zip(gaps, words, strict=True)],
    )
    filled.user_data.update(doc.user_data)
    filled.ents = tuple(
        Span(filled, place[entity.start], place[entity.end - 1] + 1, entity.label) for entity in parsed.ents
    )
    return filled


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


def column(doc: Doc, attribute: str) -> list[str]:
    """The labels of all tokens in one attribute ("DEP", "POS"), each looked up once."""
    values: list[int] = doc.to_array(attribute).tolist()
    names = {value: doc.vocab.strings[value] for value in set(values)}
    return [names[value] for value in values]


def _numbers(doc: Doc) -> list[str]:
    """The grammatical number of each token: "Sing", "Plur" or ""."""
    morphs = column(doc, "MORPH")
    return ["Plur" if "Number=Plur" in morph else "Sing" if "Number=Sing" in morph else "" for morph in morphs]


def _mend(doc: Doc) -> None:
    """Repair in the Doc what `kg.language.mending` knows to be misread; sentences stay as they are."""
    array = doc.to_array(["HEAD", "DEP", "POS"])
    heads = [i + offset for i, offset in enumerate(array[:, 0].astype("int64").tolist())]
    deps, pos = column(doc, "DEP"), column(doc, "POS")
    before = (list(heads), list(deps), list(pos))
    starts = [sentence.start for sentence in doc.sents for _ in range(len(sentence))]
    lower = [token.lower_ for token in doc]
    words, arcs = [token.text for token in doc], Arcs(lower, pos, deps, heads, words_of(doc.lang_))
    stand_alone(words, arcs)
    call(words, column(doc, "ENT_TYPE"), starts, arcs)
    mend(lower, pos, deps, heads, doc.lang_)
    concord(arcs, _numbers(doc))
    for i, head in enumerate(heads):
        if starts[i] != starts[head]:
            heads[i] = before[0][i]
    for knot in {starts[token] for token in circles(heads)}:  # a sentence that repairs have tied in a knot
        for i in (i for i, start in enumerate(starts) if start == knot):
            heads[i], deps[i], pos[i] = before[0][i], before[1][i], before[2][i]
    if (heads, deps, pos) == before:
        return
    array[:, 0] = [(head - i) % 2**64 for i, head in enumerate(heads)]
    array[:, 1] = [doc.vocab.strings.add(label) for label in deps]
    array[:, 2] = [doc.vocab.strings.add(tag) for tag in pos]
    doc.from_array(["HEAD", "DEP", "POS"], cast("Ints2d", array))
