"""What a clause takes from others: shared subjects, antecedents of relative pronouns, subjects of infinitives."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from kg.facts.clause import NOUN_POS, Clause, Slots
from kg.facts.grammar import Grammar
from kg.facts.tree import Tree

Lookup = Callable[[int], Clause | None]


def inherit(tree: Tree, grammar: Grammar, lookup: Lookup, clause: Clause, first: Clause | None) -> Clause:
    """Fill in what coordination, relative clauses and control leave out."""
    slots = dict(clause.slots)
    if first is not None and first.kind in {"verb", "adjective", "noun"}:
        if "subj" not in slots and not clause.passive and first.slots.get("obj" if first.passive else "subj"):
            slots["subj"] = first.slots["obj" if first.passive else "subj"]
        elif clause.passive and "obj" not in slots:
            shared = first.slots.get("obj" if first.passive else "subj", ())
            slots["obj"] = shared
        if clause.passive and first.passive and not {"subj", "von", "durch"} & set(slots) and first.slots.get("subj"):
            slots["subj"] = first.slots["subj"]
        marks = clause.marks or first.marks
        clause = replace(clause, slots=slots, marks=marks)
    fillers = [t for f in slots.values() for t in f]
    relative = _top_relation(tree, clause.head) == "acl:relcl" or (
        tree.deps[clause.head] in {"ccomp", "advcl", "conj", "parataxis", "dep"}
        and any(_relative_pronoun(tree, grammar, t) and t < clause.head for t in fillers)
    )
    if relative:
        slots = _antecedent(tree, grammar, clause, slots)
        clause = replace(clause, relation="acl:relcl")
    if "subj" not in slots and clause.parent is not None and _controlled(clause):
        controller = _controller(tree, grammar, lookup, clause)
        target = "obj" if clause.passive and "obj" not in slots else "subj"
        if controller and (target == "obj" or not clause.passive):
            slots[target] = controller
    return replace(clause, slots={k: v for k, v in slots.items() if v})


def _top_relation(tree: Tree, token: int) -> str:
    while tree.deps[token] == "conj" and tree.heads[token] != token:
        token = tree.heads[token]
    return tree.deps[token]


def _antecedent(tree: Tree, grammar: Grammar, clause: Clause, slots: Slots) -> Slots:
    """Put the noun that a relative clause modifies in the place of the pronoun."""
    top = clause.head
    while tree.deps[top] == "conj":
        top = tree.heads[top]
    noun = tree.heads[top]
    year = tree.words[noun].isdigit()
    if tree.deps[top] != "acl:relcl" or year or tree.pos[noun] not in {*NOUN_POS, "PRON", "DET", "NUM"}:
        noun = _noun_before(tree, grammar, clause, noun)
    antecedent = _coordinated(tree, noun) if _plural(tree, grammar, clause) else (noun,)
    filled = {}
    for slot, fillers in slots.items():
        found: tuple[int, ...] = ()
        for t in fillers:
            pronoun = tree.lower[t] in grammar.relative and tree.pos[t] in {"PRON", "DET"}
            found += antecedent if pronoun else (t,)
        filled[slot] = found
    return filled


def _plural(tree: Tree, grammar: Grammar, clause: Clause) -> bool:
    """Whether a relative clause's subject is a plural pronoun: then all of "X und Y, die … sind"."""
    if not any(tree.lower[t] in {"die", "denen", "welche"} for f in clause.slots.values() for t in f):
        return False
    finite = next((a for a in clause.auxiliaries if tree.lower[a] in grammar.auxiliaries), clause.head)
    return tree.lower[finite].endswith("n") or tree.lower[finite] == "sind"


def _coordinated(tree: Tree, noun: int) -> tuple[int, ...]:
    """A noun with all that it is coordinated with."""
    while tree.deps[noun] == "conj" and tree.pos[tree.heads[noun]] in NOUN_POS:
        noun = tree.heads[noun]
    return tuple(tree.conjuncts(noun))


def _noun_before(tree: Tree, grammar: Grammar, clause: Clause, default: int) -> int:
    """The noun phrase that ends right before a relative clause's comma."""
    pronoun = min((t for f in clause.slots.values() for t in f if _relative_pronoun(tree, grammar, t)), default=0)
    at = pronoun - 1
    start = tree.sentences[tree.sentence_of[pronoun]][0]
    while at > start and tree.pos[at] in {"PUNCT", "ADP", "VERB", "AUX", "PART"}:
        at -= 1
    if tree.pos[at] not in NOUN_POS:
        return default
    while tree.deps[at] in {"flat", "flat:name", "appos", "compound"} and tree.heads[at] < at:
        at = tree.heads[at]
    placed = tree.pos[at] == "PROPN" and tree.deps[at] == "nmod" and tree.heads[at] < at
    if placed and (grammar.preposition(tree, at) or ("",))[0] == "in" and tree.pos[tree.heads[at]] == "NOUN":
        return tree.heads[at]  # "die Demonstration in Wien, zu der X aufrief"
    return at


def _relative_pronoun(tree: Tree, grammar: Grammar, token: int) -> bool:
    if tree.pos[token] not in {"PRON", "DET"} or tree.lower[token] not in grammar.relative:
        return False
    return "," in tree.words[max(0, token - 2) : token]


def _controlled(clause: Clause) -> bool:
    return (
        clause.kind == "verb"
        and clause.relation in {"xcomp", "advcl", "acl", "ccomp", "csubj"}
        and (clause.infinitive or clause.form == "inf")
    )


def _controller(tree: Tree, grammar: Grammar, lookup: Lookup, clause: Clause) -> tuple[int, ...]:
    """The subject of an infinitive: the governor's object or dative, its subject, or a noun's possessor."""
    governor = lookup(clause.parent) if clause.parent is not None else None
    if governor is None:
        return ()
    slots = governor.slots
    purpose = any(tree.lower[m] in {"um", "ohne", "statt", "anstatt"} for m in clause.marks)
    if governor.kind == "noun":
        above = lookup(governor.parent) if governor.parent is not None else None
        own = slots.get("poss") or slots.get("gen") or slots.get("adj", ())
        if above and above.lemma in grammar.object_control and governor.head in above.slots.get("obj", ()):
            return (governor.head,)  # "verdächtigt den Mann, … zu haben"
        return own if slots.get("poss") or slots.get("gen") else (above.slots.get("subj", ()) if above else own)
    if not purpose and governor.lemma in grammar.object_control:
        return slots.get("obj") or slots.get("dat") or slots.get("subj", ())
    return _possessor(grammar, tree, lookup, slots.get("subj") or slots.get("obj", ()))


def _possessor(grammar: Grammar, tree: Tree, lookup: Lookup, found: tuple[int, ...]) -> tuple[int, ...]:
    """Whose attempt or plan it is, where the subject is one: "der Versuch von X, Y zu kaufen, scheiterte"."""
    noun = lookup(found[0]) if len(found) == 1 and tree.lower[found[0]] in grammar.control_nouns else None
    if noun is None or noun.kind != "noun":
        return found
    return noun.slots.get("poss") or noun.slots.get("gen") or noun.slots.get("von") or found
