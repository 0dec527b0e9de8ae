"""Which way a clause looks in time, from its Universal Dependencies tree; the texts must be parsed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from spacy.tokens import Doc, Span, Token

from kg.language.timex.calendar import FUTURE, PAST, PRESENT
from kg.language.timex.grammar import Found

Words = Mapping[str, Sequence[str]]

_AUXILIARIES = frozenset({"aux", "aux:pass", "cop"})
_CLAUSES = frozenset({"xcomp", "ccomp", "advcl", "csubj", "acl"})


def tense(doc: Doc, found: Found, words: Words) -> str:
    """Say whether the clause around what was found is "past", "present" or "future"; "" if unknown.

    The perfect is past; modals, "werden" with an infinitive and infinitives with "zu" are future; "seit" looks back,
    and what is planned looks ahead in every tense. ``words`` is the part ``tense`` of the language's table: the forms
    of the auxiliaries, since lemmas of irregular verbs are not to be relied on.
    """
    span = doc.char_span(found.start, found.end, alignment_mode="expand")
    if span is None:
        return ""
    if _before(span, words["seit"]):
        return PAST
    ahead = tuple(words["ahead"])
    for token in _up_to_verb(span):
        if token.dep_ == "amod" and token.i >= span.end:
            return FUTURE if token.text.startswith(ahead) else PRESENT if "end" in token.text[-5:] else PAST
    chain = _auxiliaries(token)
    if token.text.startswith(tuple(words["moved"])) and _before(span, words["onto"]):
        return FUTURE
    if token.text.startswith(ahead) and not any(one.lower_ in words["have"] for one in chain):
        return FUTURE
    return _of_verb(token, chain, words)


def is_lasting(doc: Doc, found: Found, words: Words) -> bool:
    """Say whether the clause tells how things are in the present, not what happens on a day ("Heute lebt sie in …")."""
    span = doc.char_span(found.start, found.end, alignment_mode="expand")
    if span is None:
        return False
    verb = list(_up_to_verb(span))[-1]
    copula = any(child.dep_ == "cop" for child in verb.children)
    return (copula or verb.lower_ in words["states"]) and tense(doc, found, words) == PRESENT


def counts_noun(doc: Doc, found: Found) -> bool:
    """Say whether a number counts the noun that follows it ("2009 Menschen")."""
    span = doc.char_span(found.start, found.end, alignment_mode="expand")
    if span is None:
        return False
    token = span.root
    noun = token.head
    near = noun.pos_ == "NOUN" and 0 < noun.i - token.i <= 3
    return near and token.dep_ == "nummod" and "Plur" in noun.morph.get("Number", [])


def _up_to_verb(span: Span) -> Iterator[Token]:
    token = span.root
    yield token
    while token.head.i != token.i and token.pos_ not in ("VERB", "AUX"):
        token = token.head
        yield token


def _before(span: Span, prepositions: Sequence[str]) -> bool:
    return any(token.text in prepositions for token in span.doc[max(0, span.start - 2) : span.start])


def _of_verb(verb: Token, chain: list[Token], words: Words) -> str:
    finite = next((token for token in chain if _is_finite(token, words)), None)
    if finite is None and any(token.lower_ in words["done"] for token in chain):
        return PAST
    if finite is None:
        if verb.pos_ == "VERB" and verb.dep_ in _CLAUSES:
            return PAST if any(token.lower_ in words["perfect"] for token in chain[1:]) else FUTURE
        return ""
    helps = finite.i != verb.i
    form = finite.lower_
    if form in words["perfect"] and helps and finite.dep_ == "aux" and verb.pos_ == "VERB":
        return PAST
    if form in words["modal_past"]:
        return PAST
    if form in words["modal"] and helps:
        return PAST if any(token.lower_ in ("haben", "sein") for token in chain[1:]) else FUTURE
    if form in words["future"] and helps and ("Inf" in verb.morph.get("VerbForm", []) or finite.dep_ == "aux"):
        return FUTURE
    return PAST if "Past" in finite.morph.get("Tense", []) and "Sub" not in finite.morph.get("Mood", []) else PRESENT


def _is_finite(token: Token, words: Words) -> bool:
    return "Fin" in token.morph.get("VerbForm", []) or bool(token.morph.get("Tense", []))


def _auxiliaries(verb: Token) -> list[Token]:
    """Give the verb and its auxiliaries; a conjunct without its own takes those of the first conjunct."""
    own = [child for child in verb.children if child.dep_ in _AUXILIARIES]
    bare = not own and "Fin" not in verb.morph.get("VerbForm", [])
    if bare and verb.dep_ == "conj" and verb.head.i != verb.i:
        own = [child for child in verb.head.children if child.dep_ in _AUXILIARIES]
    return [verb, *own]
