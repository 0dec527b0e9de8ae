"""Which way a clause looks in time, from its Universal Dependencies tree; the texts must be parsed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from spacy.tokens import Doc, Token

from kg.language.timex.calendar import FUTURE, PAST, PRESENT
from kg.language.timex.grammar import Found

_AUXILIARIES = frozenset({"aux", "aux:pass", "cop"})


def tense(doc: Doc, found: Found, words: Mapping[str, Sequence[str]]) -> str:
    """Say whether the clause around what was found is "past", "present" or "future"; "" if unknown.

    The perfect is past; modals, "werden" with an infinitive and infinitives with "zu" are future.
    ``words`` has the lemmas of the auxiliaries and the beginnings of participles that look ahead.
    """
    span = doc.char_span(found.start, found.end, alignment_mode="expand")
    if span is None:
        return ""
    ahead = tuple(words["ahead"])
    token = span.root
    while token.head.i != token.i and token.pos_ not in ("VERB", "AUX"):
        token = token.head
        if token.text.startswith(ahead):
            return FUTURE
    return _of_verb(token, words)


def counts_noun(doc: Doc, found: Found) -> bool:
    """Say whether a number counts the noun that follows it ("2009 Menschen")."""
    span = doc.char_span(found.start, found.end, alignment_mode="expand")
    if span is None:
        return False
    token = span.root
    return token.dep_ == "nummod" and 0 < token.head.i - token.i <= 3 and token.head.pos_ == "NOUN"


def _of_verb(verb: Token, words: Mapping[str, Sequence[str]]) -> str:
    chain = _auxiliaries(verb)
    finite = [token for token in chain if "Fin" in token.morph.get("VerbForm") or token.morph.get("Tense")]
    if not finite:
        if verb.pos_ == "VERB" and verb.dep_ in ("xcomp", "ccomp", "advcl", "csubj", "acl"):
            return PAST if any(token.lemma_ in words["perfect"] for token in chain[1:]) else FUTURE
        return ""
    token = finite[0]
    past = "Past" in token.morph.get("Tense")
    unreal = "Sub" in token.morph.get("Mood")
    participle = "Part" in verb.morph.get("VerbForm") and token.i != verb.i
    if token.lemma_ in words["perfect"] and participle and token.dep_ == "aux":
        return PAST
    if token.lemma_ in words["modal"]:
        return PAST if (past and not unreal) or participle else FUTURE
    if token.lemma_ in words["future"] and token.i != verb.i and (not participle or unreal):
        return FUTURE
    return PAST if past and not unreal else PRESENT


def _auxiliaries(verb: Token) -> list[Token]:
    """Give the verb and its auxiliaries; a conjunct without its own takes those of the first conjunct."""
    own = [child for child in verb.children if child.dep_ in _AUXILIARIES]
    bare = not own and "Fin" not in verb.morph.get("VerbForm")
    if bare and verb.dep_ == "conj" and verb.head.i != verb.i:
        own = [child for child in verb.head.children if child.dep_ in _AUXILIARIES]
    return [verb, *own]
