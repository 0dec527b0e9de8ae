"""Open extraction: what every clause says, in its own words.

Clause-based in the manner of ClausIE (Del Corro and Gemulla 2013), over Universal Dependencies: each clause gives its
subject, its verb complex and each of its arguments; coordination is split, relative pronouns give way to what they stand
for, appositions and predicate nouns become "ist".
"""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from kg.facts.children import children
from kg.language.arcs import SUBJECTS

IS = "ist"
VERBAL = frozenset({"aux", "aux:pass", "cop", "compound:prt", "expl:pv", "expl"})
PREDICATES = frozenset({"VERB", "AUX"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "SYM", "X"})
LEFT_OUT = frozenset(
    {"acl:relcl", "acl", "appos", "parataxis", "advcl", "cc", "conj", "cop", "aux", "nsubj", "mark", "ccomp", "case"}
)
RELATIVE = frozenset({"der", "die", "das", "den", "dem", "denen", "welcher", "welche", "welches", "welchen", "welchem"})
NEGATIONS = frozenset({"nicht", "nie", "niemals", "nicht mehr"})
FOCUS = frozenset({"auch", "nur", "sogar", "selbst", "vor", "allem", "zudem", "ebenso", "ebenfalls", "sowohl", "weder"})
SAME = frozenset({"xcomp"})


@dataclass(frozen=True, slots=True)
class Triple:
    """One open extraction: tokens of argument 1, relation and argument 2, each in text order.

    ``relation`` is empty for what an apposition says ("ist" is understood). ``subject`` and ``object`` are head tokens.
    """

    subject: Token
    relation: tuple[Token, ...]
    object: Token
    argument1: tuple[Token, ...]
    argument2: tuple[Token, ...]
    predicate: Token

    def texts(self) -> tuple[str, str, str]:
        """Argument 1, relation and argument 2 as the sentence's own words."""
        relation = " ".join(t.text for t in self.relation) or IS
        return " ".join(t.text for t in self.argument1), relation, " ".join(t.text for t in self.argument2)


def triples(doc: Doc, subjects: Container[int] | None = None) -> Iterator[Triple]:
    """Yield the open extractions of a parsed text, in text order of their predicates, without repeats.

    Args:
        doc: a parsed text.
        subjects: the head tokens that a subject may have, all if None.
    """
    seen: set[tuple[tuple[Token, ...], ...]] = set()
    skipped = doc.user_data.get("skipped", frozenset())
    tokens = list(doc)
    copulas = {token.head.i: token for token in tokens if token.dep_ == "cop"}
    for token in tokens:
        apposed = token.dep_ == "appos"
        verbal = token.i in copulas or (token.pos_ in PREDICATES and token.dep_ not in VERBAL)
        if not (apposed or verbal) or token.i in skipped:
            continue
        found = [*_of_clause(token, copulas.get(token.i), subjects)] if verbal else []
        for triple in (*found, *_of_apposition(token)) if apposed else found:
            key = triple.argument1, triple.relation, triple.argument2
            if key not in seen and triple.argument1 and triple.argument2:
                seen.add(key)
                yield triple


def _of_clause(head: Token, copula: Token | None, among: Container[int] | None) -> Iterator[Triple]:
    subjects = [subject for subject in _subjects(head) if among is None or subject.i in among]
    relation = _complex(head) if subjects else ()
    for subject in subjects:
        argument1 = _phrase(subject)
        if copula is not None:
            yield from _of_predicate(head, subject, relation, argument1)
        for argument, mark in _arguments(head):
            words = (*relation, mark) if mark is not None else relation
            yield Triple(subject, words, argument, argument1, _phrase(argument), head)


def _of_predicate(
    head: Token, subject: Token, relation: tuple[Token, ...], argument1: tuple[Token, ...]
) -> Iterator[Triple]:
    """Copula and predicate: "ist | lang"; an adjective with an argument goes to the relation: "ist bekannt für | Wein"."""
    bound = [(c, m) for c in children(head) for m in children(c) if m.dep_ == "case" and m.i > head.i]
    bound = [(c, m) for c, m in bound if c.dep_ in {"nmod", "obl", "obl:arg"} and c.pos_ in NOMINAL]
    if head.pos_ == "ADJ" and bound:
        for child, preposition in bound:
            for part in _split(child):
                yield Triple(subject, (*relation, head, preposition), part, argument1, _phrase(part), head)
        return
    mark = next((c for c in children(head) if c.dep_ == "case"), None)
    verb = (*relation, mark) if mark is not None else relation
    yield Triple(subject, verb, head, argument1, _phrase(head, predicate=True), head)


def _of_apposition(token: Token) -> Iterator[Triple]:
    """The name is what the noun says: "Wien, die Hauptstadt Österreichs", "Kanzlerin Angela Merkel"."""
    if token.head.pos_ not in {"NOUN", "PROPN"} or token.pos_ not in {"NOUN", "PROPN"}:
        return
    name, noun = (token.head, token) if token.head.pos_ == "PROPN" else (token, token.head)
    if noun.pos_ == "NOUN" and name.pos_ == "PROPN":
        close = {t.i for t in name.subtree} if name is token else set()
        yield Triple(name, (), noun, _phrase(name), tuple(t for t in _phrase(noun) if t.i not in close), token)


def _complex(head: Token) -> tuple[Token, ...]:
    """The verb with auxiliaries, particle, reflexive and negation; without the predicate noun of a copula."""
    verbal = [c for c in children(head) if c.dep_ in VERBAL or c.lower_ in NEGATIONS or _is_reflexive(c)]
    if head.dep_ == "conj" and not any(c.dep_ in {"aux", "aux:pass"} for c in verbal) and not _is_finite(head):
        verbal += [c for c in children(head.head) if c.dep_ in {"aux", "aux:pass"}]
    if head.dep_ in SAME and head.head.pos_ in {"VERB", "AUX"}:
        verbal += [*_complex(head.head), *(c for c in children(head) if c.lower_ == "zu")]
    own = [] if any(c.dep_ == "cop" for c in children(head)) else [head]
    return tuple(sorted({*own, *verbal}, key=lambda t: t.i))


def _is_reflexive(token: Token) -> bool:
    return token.lower_ == "sich" and token.dep_ in {"obj", "iobj", "obl", "expl", "expl:pv"}


def _is_finite(token: Token) -> bool:
    return bool(token.morph.get("Mood", []))


def _subjects(head: Token) -> list[Token]:
    """Subjects of a clause, coordinated ones one by one, a relative pronoun replaced by its antecedent."""
    own = [c for c in children(head) if c.dep_ in SUBJECTS]
    if not own and head.dep_ == "conj" and head.head.pos_ in {"VERB", "AUX", "NOUN", "ADJ", "PROPN"}:
        return _subjects(head.head)
    if not own and head.dep_ in SAME:
        return _subjects(head.head)
    if not own and head.dep_ == "acl" and head.pos_ == "VERB" and "Part" in head.morph.get("VerbForm", []):
        return []
    found = []
    for subject in own:
        if subject.lower_ in RELATIVE and subject.pos_ in {"PRON", "DET"} and head.dep_ in {"acl:relcl", "acl"}:
            found.append(head.head)
        elif subject.pos_ in NOMINAL or subject.pos_ in {"ADJ", "DET"}:
            found += _split(subject)
    return [s for s in found if s.lower_ not in {"es", "man"}]


def _split(token: Token) -> list[Token]:
    found = [token]
    for child in children(token):
        if child.dep_ == "conj" and child.pos_ in NOMINAL:
            found += _split(child)
    return found


def _arguments(head: Token) -> Iterator[tuple[Token, Token | None]]:
    """Objects and prepositional arguments with their preposition, also of the verb that a control verb governs."""
    for child in children(head):
        if child.pos_ not in NOMINAL or _is_reflexive(child):
            continue
        if child.dep_ in {"obj", "iobj", "obl", "obl:agent", "obl:arg", "xcomp"}:
            mark = next((c for c in children(child) if c.dep_ == "case"), None)
            if child.lower_ in RELATIVE and head.dep_ in {"acl:relcl", "acl"}:
                yield head.head, mark
                continue
            for part in _split(child):
                own = next((c for c in children(part) if c.dep_ == "case"), mark)
                yield part, own


def _is_close(token: Token) -> bool:
    """An apposition that belongs to the name: "Kanzlerin Angela Merkel", not "Angela Merkel, die Kanzlerin"."""
    return token.dep_ == "appos" and not any(t.is_punct for t in token.doc[token.head.i + 1 : token.i])


def _phrase(head: Token, *, predicate: bool = False) -> tuple[Token, ...]:
    """A noun phrase in text order: the head with what narrows it down, without clauses, appositions and coordination."""
    kept, stack = [], [head]
    while stack:
        token = stack.pop()
        kept.append(token)
        for child in children(token):
            if _is_close(child):
                stack.append(child)
                continue
            if token is head and (
                child.dep_ in LEFT_OUT or (predicate and child.dep_ in {"advmod", "obl", *SUBJECTS, *VERBAL})
            ):
                continue
            if (
                child.dep_ in {"acl:relcl", "parataxis", "appos"}
                or (child.is_punct and token is head)
                or child.is_space
            ):
                continue
            if child.lower_ in NEGATIONS or (token is head and child.pos_ == "ADV" and child.lower_ in FOCUS):
                continue
            stack.append(child)
    return tuple(
        sorted((t for t in kept if not (t.is_punct and t.text in {",", ".", ";", ":", "(", ")"})), key=lambda t: t.i)
    )
