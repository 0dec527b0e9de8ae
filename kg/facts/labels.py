"""What somebody calls a thing in quotation marks: "kritisierte den Plan als „Schnellschuss“", "tat das als „Gerücht“ ab"."""

from __future__ import annotations

from itertools import takewhile

from spacy.tokens import Doc, Token

from kg.facts.sayings import Sayings
from kg.facts.speakers import speaker_of
from kg.facts.speech import Found, verb_lemma

BEFORE_NOUN = frozenset({"ADJ", "ADV", "DET"})
AS = "als"
NEAR = 4  # words between "als" and the quotation mark
FEWEST = 2  # words in marks that say something by themselves
ENDS = frozenset({",", ".", ":", ";"})


def label(doc: Doc, known: Sayings, segment: range, inside: frozenset[int]) -> Found | None:
    """The quotation that a verb of calling ascribes to its subject, if the segment in marks is one.

    Args:
        doc: the parse.
        known: the language's words of saying.
        segment: the tokens from one mark to the other.
        inside: indexes of tokens in quotation marks, which do not name the speaker.
    """
    if not is_label(doc, segment[0]) or sum(doc[i].is_alpha for i in segment) < FEWEST:
        return None
    if _in_aside(doc, segment, known):
        return None
    near = sorted(doc[segment[0]].sent, key=lambda t: abs(t.i - segment[0]))
    verb = next((t for t in near if t.i not in inside and _calls(t, known)), None)
    speaker = speaker_of(verb, inside) if verb is not None else None
    return Found(frozenset(segment), "direct", verb, speaker) if speaker is not None else None


def _in_aside(doc: Doc, segment: range, known: Sayings) -> bool:
    """Whether the marks stand in a relative clause that calls nobody anything: "X, der als „Retter der Bank“ gilt, nannte …"."""
    sentence = doc[segment[0]].sent
    low = next((i for i in range(segment[0] - 1, sentence.start, -1) if doc[i].text in ENDS), None)
    if low is None or doc[low + 1].lower_ not in known.relative:
        return False
    behind = takewhile(lambda t: t.text not in ENDS, doc[segment[-1] + 1 : sentence.end])
    return not any(_calls(t, known) for t in (*doc[low : segment[0]], *behind))


def is_label(doc: Doc, mark: int) -> bool:
    """Whether "als" stands before what a quotation mark opens, with at most an article or adjectives between."""
    for token in reversed(list(doc[max(0, mark - NEAR) : mark])):
        if token.lower_ == AS:
            return True
        if token.pos_ not in BEFORE_NOUN:
            return False
    return False


def _calls(token: Token, known: Sayings) -> bool:
    return token.pos_ in {"VERB", "AUX"} and verb_lemma(token) in known.labelling


def judges(found: Found, known: Sayings) -> bool:
    """Whether a verb says what its subject holds its object to be: "verurteilte den Anschlag als barbarische Tat"."""
    cue, noun = found.cue, found.content
    if cue is None or noun is None or not _calls(cue, known) or verb_lemma(cue) in known.praising:
        return False
    behind = takewhile(lambda t: t.text not in ENDS, cue.doc[noun.i + 1 : cue.sent.end])
    return any(t.lower_ == AS for t in behind)
