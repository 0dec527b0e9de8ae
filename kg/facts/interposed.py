"""Who says it amid what is said: "Die Lage, so betonte X, sei ernst", "Die Firma hat, wie X sagte, keine Schulden"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from spacy.tokens import Doc, Token

from kg.facts.sayings import Sayings
from kg.facts.speakers import NOMINAL, after, speaker_of
from kg.facts.speech import Found, finite, reports

LIKE, SO = "wie", "so"


def interposed(doc: Doc, known: Sayings, inside: frozenset[int]) -> Iterator[Found]:
    """Find clauses that a verb of saying between two commas breaks in two.

    Args:
        doc: the parse.
        known: the language's words of saying.
        inside: indexes of tokens in quotation marks; words of saying there are passed over.
    """
    for verb in doc:
        if verb.i in inside or not finite(verb) or not reports(verb, known.verbs):
            continue
        low, high = _aside(verb)
        if not low:
            continue
        first = [t for t in doc[verb.sent.start : low - 1] if not t.is_space]
        second = [t for t in doc[high + 1 : verb.sent.end] if not t.is_space]
        if first and first[0].lower_ in known.subordinators:
            continue  # "Während X zögert, plädierte Y für Abgaben, die sinken"
        words = frozenset(t.i for t in (*first, *second))
        if not _is_broken(first, second) or _is_of(second, low, high) or len(words & inside) > len(words) / 2:
            continue
        speaker = after(verb, inside) if verb.i <= low + 1 else speaker_of(verb, inside)
        if speaker is not None and low <= speaker.i < high:
            yield Found(words, "indirect", verb, speaker)


def _aside(verb: Token) -> tuple[int, int]:
    """The tokens between the commas around a verb of saying, if they are all that a clause in between can be; else (0, 0)."""
    doc, low = verb.doc, verb.i
    while low > verb.sent.start and doc[low - 1].text != ",":
        low -= 1
    commas = [t.i for t in doc[verb.i + 1 : verb.sent.end] if t.text == ","]
    first, high = doc[low].lower_, next(iter(commas), verb.sent.end)
    if verb.i <= low + 1 and first != LIKE:  # "…, so sagte der Präsident, X, am Montag, [komme] zu spät"
        high = next((k for k in commas if k + 1 < len(doc) and finite(doc[k + 1])), high)
    likened = first == LIKE and high == verb.i + 1
    opens = verb.i == low or (first == SO and verb.i == low + 1)
    amid = verb.sent.start < low - 1 and high < verb.sent.end - 2
    return (low, high) if amid and (likened or opens) else (0, 0)


def _is_of(after: list[Token], low: int, high: int) -> bool:
    """Whether what stands behind the aside hangs on a word in it: "…, sagte X, [der Chef der Firma]"."""
    token, end = after[0], after[-1].i
    while token.head.i != token.i and high <= token.head.i <= end:
        token = token.head
    return low <= token.head.i < high and token.dep_ in {"appos", "flat", "nmod"}


def _is_broken(before: list[Token], after: list[Token]) -> bool:
    """Whether two stretches make one clause: one verb, which stands at the end of the first or opens the second."""
    beside = list(takewhile(lambda t: t.text not in {",", ":"}, after))
    if not before or not beside or not any(t.pos_ in {*NOMINAL, "PRON"} for t in before):
        return False
    if any(t.text in {",", ":"} for t in before):
        return False
    verbs = [t for t in before if finite(t)]
    if finite(beside[0]):
        return not verbs
    return len(verbs) == 1 and not any(finite(t) for t in beside) and beside[0].pos_ not in {"CCONJ", "SCONJ"}
