"""Indirect speech that a noun of saying takes: "vertrat die Ansicht, dass …", "Seine Aussage ist, dass …"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from kg.facts.children import children
from kg.facts.sayings import Sayings
from kg.facts.speakers import speaker_of
from kg.facts.speech import Found, is_clause, is_one_of, reports, subjunctive, subtree, tells_another, verb_lemma
from kg.language.arcs import VERBAL


def of_noun(noun: Token, known: Sayings, inside: frozenset[int]) -> Iterator[Found]:
    """The clause that a noun of saying takes: "vertrat die Ansicht, dass …", "die Forderung, … zu …"."""
    if not is_one_of(noun.lower_, noun.doc.lang_, "clause_nouns"):
        return
    for child in children(noun):
        marks = {c.lower_ for c in children(child) if c.dep_ == "mark"}
        after_colon = any(t.text == ":" for t in noun.doc[noun.i + 1 : child.left_edge.i + 2])
        if (
            child.dep_ in {"acl", "ccomp", "xcomp", "advcl", "parataxis", "appos"}
            and is_clause(child)
            and (marks & {"dass", "zu", "ob"} or subjunctive(child) or after_colon)
        ):
            if after_colon and tells_another(sorted(child.subtree, key=lambda t: t.i), known):
                continue
            if noun.head.pos_ == "VERB" and verb_lemma(noun.head) in known.rebuttals:
                continue  # "widersprach der Ansicht, dass …"
            speaker = _owner(noun, child) or (speaker_of(noun.head, inside) if noun.head.pos_ in VERBAL else None)
            if speaker is None and any(c.dep_ == "cop" for c in children(noun)):
                speaker = next((c for c in children(noun) if c.dep_ == "nsubj"), None)  # "X ist der Ansicht, dass …"
            if speaker is not None:
                yield Found(subtree(child), "indirect", noun, speaker)
    beside = _clause_beside(noun, known)
    speaker = speaker_of(noun.head, inside) if beside is not None else None
    if beside is None and (beside := _predicated(noun)) is not None:
        speaker = _owner(noun, beside)
    if beside is not None and speaker is not None:
        yield Found(subtree(beside), "indirect", noun, speaker)


def _predicated(noun: Token) -> Token | None:
    """The clause that a noun of saying is said to be: "Seine Aussage ist, dass …"."""
    if noun.dep_ != "nsubj" or noun.head.pos_ != "AUX" or noun.head.i < noun.i:
        return None
    clauses = (c for c in children(noun.head) if c.dep_ in {"ccomp", "csubj"} and c.i > noun.head.i)
    return next((c for c in clauses if any(g.lower_ == "dass" for g in children(c))), None)


def _owner(noun: Token, clause: Token) -> Token | None:
    """Whose a noun is by a possessive or a genitive before the clause that it takes."""
    owners = (c for c in children(noun) if c.dep_ in {"det:poss", "nmod", "nmod:poss"})
    return next((c for c in owners if c.i < clause.i), None)


def _clause_beside(noun: Token, known: Sayings) -> Token | None:
    """The clause in Konjunktiv right behind a noun of saying that a parser hung on its verb: "hegt den Verdacht, X habe …"."""
    verb = noun.head
    if noun.dep_ != "obj" or verb.pos_ != "VERB" or reports(verb, known.verbs) or verb_lemma(verb) in known.rebuttals:
        return None
    clauses = (c for c in children(verb) if c.dep_ == "ccomp" and noun.i < c.left_edge.i <= noun.i + 2)
    return next((c for c in clauses if subjunctive(c)), None)
