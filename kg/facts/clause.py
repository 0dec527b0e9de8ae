"""The record of a clause: one predicate with its arguments, whatever syntax it came in."""

from __future__ import annotations

from dataclasses import dataclass, field

Slots = dict[str, tuple[int, ...]]
COMPLEMENTS = frozenset({"ccomp", "xcomp", "csubj", "csubj:pass", "acl", "advcl", "acl:relcl", "parataxis", "conj"})
CLAUSAL = COMPLEMENTS - {"conj"}
NOUN_POS = frozenset({"NOUN", "PROPN"})


@dataclass(frozen=True, slots=True)
class Clause:
    """One predicate and its arguments.

    ``kind`` is verb, participle, noun or adjective. ``slots`` maps a slot to the head tokens of its fillers, conjuncts
    included: subj, obj, dat, gen, poss, self (the noun a participle modifies), ``mit`` and every other preposition
    (with ``in+A`` or ``in+D`` beside ``in`` where the case shows), part and adj (names inside a compound or adjective).
    ``parent`` is the head of the clause it depends on and ``relation`` how: a UD label, or the slot of a noun.
    ``auxiliaries``, ``marks`` (conjunctions) and ``modifiers`` (adverbs, negation, attributive adjectives) are tokens.
    """

    head: int
    lemma: str
    kind: str
    slots: Slots = field(default_factory=dict)
    passive: bool = False
    reflexive: bool = False
    infinitive: bool = False
    auxiliaries: tuple[int, ...] = ()
    marks: tuple[int, ...] = ()
    modifiers: tuple[int, ...] = ()
    parent: int | None = None
    relation: str = ""
    modifier: str = ""
    form: str = ""
