"""Indirect speech that a noun of saying takes: "vertrat die Ansicht, dass …", "Seine Aussage ist, dass …"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from kg.facts.children import children
from kg.facts.sayings import Sayings
from kg.facts.speakers import giver_of, speaker_of
from kg.facts.speech import Found, is_clause, is_one_of, reports, subjunctive, subtree, tells_another, verb_lemma
from kg.language.arcs import VERBAL

MEANS = frozenset({"an", "bei", "mit", "unter", "zu", "zum", "zur"})
TAKEN = frozenset({"acl", "advcl", "appos", "ccomp", "parataxis", "xcomp"})
ARGUMENTS = frozenset({"iobj", "obj", "obl"})
BESIDE = frozenset({"acl", "advcl", "ccomp", "conj", "parataxis", "xcomp"})
FINITE = frozenset({"acl", "advcl", "ccomp"})
CONJUNCTIONS = frozenset({"dass", "ob"})


def of_noun(noun: Token, known: Sayings, inside: frozenset[int]) -> Iterator[Found]:
    """The clause that a noun of saying takes: "vertrat die Ansicht, dass …", "die Forderung, … zu …"."""
    if not is_one_of(noun.lower_, noun.doc.lang_, "clause_nouns"):
        return
    for child in children(noun):
        marks = {c.lower_ for c in children(child) if c.dep_ == "mark"}
        after_colon = any(t.text == ":" for t in noun.doc[noun.i + 1 : child.left_edge.i + 2])
        if (
            (child.dep_ in TAKEN or child.dep_ == "acl:relcl" and _is_bare(child, known))
            and is_clause(child)
            and (marks & {"dass", "zu", "ob"} or subjunctive(child) or after_colon)
        ):
            if after_colon and tells_another(sorted(child.subtree, key=lambda t: t.i), known):
                continue
            if noun.head.pos_ == "VERB" and verb_lemma(noun.head) in known.rebuttals and not _is_means(noun):
                continue  # "widersprach der Ansicht, dass …"
            speaker = _owner(noun, child) or (speaker_of(noun.head, inside) if noun.head.pos_ in VERBAL else None)
            if speaker is None and any(c.dep_ == "cop" for c in children(noun)):
                speaker = next((c for c in children(noun) if c.dep_ == "nsubj"), None)  # "X ist der Ansicht, dass …"
            if speaker is not None:
                yield Found(subtree(child), "indirect", noun, speaker)
    beside = _clause_beside(noun, known)
    speaker = _who_brings(noun, known, inside) if beside is not None else None
    if beside is None and (beside := _predicated(noun)) is not None:
        speaker = _owner(noun, beside)
    if beside is not None and speaker is not None:
        yield Found(subtree(beside), "indirect", noun, speaker)


def _is_bare(clause: Token, known: Sayings) -> bool:
    """Whether a clause that a parser takes for a relative one has no pronoun for it: "mit der Begründung, [es gebe kein Geld]"."""
    words = [t for t in clause.subtree if not t.is_punct and not t.is_space][:2]
    return not any(t.lower_ in known.relative and t.pos_ == "PRON" for t in words)


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
    """The clause behind a noun of saying that a parser hung on its verb: "hegt den Verdacht, X habe …".

    So are "lehnte das mit der Begründung ab, X sei …", "kam zu dem Schluss, dass …", "Von X kam der Vorwurf, …".
    """
    verb = _verb_of(noun, known)
    if verb is None:
        return None
    for clause in children(verb):
        first = next((t for t in clause.subtree if not t.is_punct and not t.is_space), clause)
        if clause.dep_ not in BESIDE or first.i <= noun.i + 1 or not _joins(noun, verb, first):
            continue
        marked = first.lower_ in CONJUNCTIONS and clause.dep_ in FINITE
        return clause if marked or subjunctive(clause) else None
    return None


def _mark(noun: Token) -> str:
    """The preposition of a noun, empty without one."""
    return next((c.lower_ for c in children(noun) if c.dep_ == "case"), "")


def _is_means(noun: Token) -> bool:
    """Whether a noun of saying tells how somebody does what a verb says: "lehnte das mit der Begründung ab, …"."""
    return _mark(noun) in MEANS


def _verb_of(noun: Token, known: Sayings) -> Token | None:
    """The verb that a noun of saying is the object or the means of, or that tells from whom it comes."""
    mark = _mark(noun)
    verb = noun.head.head if _is_means(noun) and noun.dep_ == "nmod" and noun.head.dep_ in ARGUMENTS else noun.head
    if verb.pos_ != "VERB" or verb_lemma(verb) in known.facing:
        return None
    if noun.dep_ == "nsubj":
        return verb if verb_lemma(verb) in known.arising else None
    rebuts = verb_lemma(verb) in known.rebuttals
    if mark:
        return verb if _is_means(noun) and (rebuts or not reports(verb, known.verbs)) else None
    return verb if noun.dep_ == "obj" and not rebuts and not reports(verb, known.verbs) else None


def _joins(noun: Token, verb: Token, first: Token) -> bool:
    """Whether a comma stands before a clause, and between that and a noun nothing but the verb: "mit der Begründung ab, …"."""
    between = [t for t in noun.doc[noun.i + 1 : first.i] if not t.is_space]
    own = {verb.i, *(c.i for c in children(verb) if c.dep_ in {"aux", "aux:pass", "compound:prt"})}
    comma = bool(between) and between[-1].text == ","
    return comma and all(t.i in own or t.head.i == noun.i or t.pos_ in {"ADV", "VERB", "AUX"} for t in between[:-1])


def _who_brings(noun: Token, known: Sayings, inside: frozenset[int]) -> Token | None:
    """Who says what a noun of saying takes: its owner, the subject of its verb, or whom "Von X kam …" names."""
    verb = _verb_of(noun, known)
    if verb is None or noun.dep_ != "nsubj":
        return speaker_of(verb, inside) if verb is not None else None
    return giver_of(verb)
