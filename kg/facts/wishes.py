"""What should be so if somebody had his way: "Geht es nach X, wird die Steuer gesenkt", "Wenn es nach X ginge, …"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from kg.facts.sayings import Sayings
from kg.facts.speech import Found, head_of
from kg.language.arcs import NOMINAL

NEAR = 12  # words from "es nach" to the verb behind it
SHORT = 3  # words of a wish
SPEAKING = frozenset({"PER", "ORG"})


def wishes(doc: Doc, known: Sayings, inside: frozenset[int]) -> Iterator[Found]:
    """Find what a sentence says that somebody would have.

    Args:
        doc: the parse.
        known: the language's words of saying.
        inside: indexes of tokens in quotation marks, which are passed over.
    """
    first, last = known.wishing
    for mark in doc[1:]:
        if mark.lower_ != last or mark.nbor(-1).lower_ != first or mark.i in inside or mark.is_sent_start:
            continue
        frame = _frame(mark)
        named = any(t.ent_type_ in SPEAKING for t in frame)
        speaker = head_of(next((t for t in frame if t.pos_ in NOMINAL), None))
        around = {t.lower_ for t in (*frame, *doc[max(mark.sent.start, mark.i - 2) : mark.i])}
        words = [t for t in doc[frame[-1].i + 1 : mark.sent.end] if not t.is_space] if frame else []
        while words and (words[0].is_punct or words[0].lower_ == "so"):
            words = words[1:]
        if named and speaker is not None and around & known.going and sum(t.is_alpha for t in words) >= SHORT:
            yield Found(frozenset(t.i for t in words), "indirect", mark, speaker)


def _frame(mark: Token) -> list[Token]:
    """The words behind "es nach" up to the next comma."""
    out: list[Token] = []
    for token in mark.doc[mark.i + 1 : min(mark.i + NEAR, mark.sent.end)]:
        if token.text in {",", ":", "–"}:
            return out
        out.append(token)
    return []
