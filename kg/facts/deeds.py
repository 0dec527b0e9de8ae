"""Deeds and words told before, taken up by a noun: whose is "die Äußerung", "der Angriff", "das Urteil"?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.facts.clauses import Clause
from kg.facts.context import Context
from kg.facts.factuality import decide
from kg.facts.fillers import direct, slot_entities
from kg.facts.frames import ACTOR, Frame
from kg.facts.situate import make_claim
from kg.model import Claim

Told = Sequence[tuple[Clause, Claim]]
REACTIONS = frozenset({"criticised", "supported", "rejected"})
OWNED = frozenset({"nmod", "nmod:poss", "det:poss", "acl", "acl:relcl"})
REACH = 3
SPOKEN = frozenset({"criticised", "said"})  # deeds that are done by words


def reaction(context: Context, clause: Clause, told: Told) -> Iterator[Claim]:
    """Whom somebody criticises, supports or rejects for what was told before: "begrüßte das Urteil"."""
    defended = clause.lemma in context.lexicon.table("deeds")["defending"]  # who does so does it for what he did
    for frame in () if defended else context.frames.index.get(("verb", clause.lemma), ()):
        if frame.predicate not in REACTIONS or frame.light or frame.reflexive != clause.reflexive:
            continue
        for token in _objects(clause, frame):
            for subject, s_token in slot_entities(context, clause, "subj", ACTOR):
                for doer in doers(context, token, told, subject):
                    decision, tokens = decide(context, clause), (s_token, token)
                    yield make_claim(
                        context, clause, frame.predicate, subject, doer, "frames/reaction", decision, tokens
                    )
        return


def _objects(clause: Clause, frame: Frame) -> tuple[int, ...]:
    slots = (slot.rstrip("~") for slot in frame.object)
    return next((clause.slots[slot] for slot in slots if clause.slots.get(slot)), ())


def doers(context: Context, token: int, told: Told, but: str) -> list[str]:
    """Who did or said what a definite noun without an owner takes up, by the events and speakers last told.

    Args:
        context: the article.
        token: the noun.
        told: claims of events so far, with their clauses, in text order.
        but: the entity that reacts, who is not meant.
    """
    tree, here = context.tree, context.tree.sentence_of[token]
    if tree.pos[token] != "NOUN" or direct(context, token) or not _taken_up(context, token):
        return []
    table = context.lexicon.table("deeds")["of"]
    word, whatever = tree.lower[token], tuple(context.lexicon.table("deeds")["any"])
    predicates = {name for name, nouns in table.items() if word.endswith((*nouns, *whatever))}
    for clause, claim in reversed(told):
        near = 0 <= here - tree.sentence_of[clause.head] <= REACH and clause.head < token
        if near and claim.predicate in predicates and claim.subject != but:
            return [claim.subject]
    teller = _teller(context, token)
    if teller and teller != [but]:
        return teller
    speaker = context.earlier.get(here) if predicates & SPOKEN and _spoke_near(context, token) else None
    return [speaker] if speaker is not None and speaker != but else []


def _teller(context: Context, token: int) -> list[str]:
    """Whose plan, proposal or demand a noun takes up: of who plans, proposes or demands in the sentence before, or speaks there."""
    tree, table = context.tree, context.lexicon.table("deeds")
    here, word = tree.sentence_of[token], tree.lower[token]
    nouns = [noun for noun in table["told"] if word.endswith(noun)]
    if not here or not nouns:
        return []
    low, high = tree.sentences[here - 1]
    owners = _planners(context, low, high)
    if owners:
        return owners
    root = context.clauses.get(next((t for t in range(low, high) if tree.heads[t] == t), low))
    if root is None or root.passive:
        return []
    wants = word.endswith(tuple(table["wanted"])) and any(tree.lower[t] in table["wanting"] for t in root.auxiliaries)
    if wants or any(root.lemma in table["told"][noun] for noun in nouns):
        found = list(dict(slot_entities(context, root, "subj", ACTOR)))
        return found if len(found) == 1 else []
    return []


def _planners(context: Context, low: int, high: int) -> list[str]:
    """Whose plan or demand a stretch names: "die Pläne [von X] stoßen auf Widerstand"."""
    tree, nouns = context.tree, tuple(context.lexicon.table("deeds")["told"])
    for token in range(low, high):
        if tree.pos[token] == "NOUN" and tree.lower[token].endswith(nouns):
            noun = Clause(token, "", "noun", context.grammar.noun_arguments(tree, token))
            found = (slot_entities(context, noun, slot, ACTOR) for slot in ("gen", "von"))
            pairs = next((pairs for pairs in found if pairs), [])
            if pairs:
                return [entity for entity, _ in pairs] if len(pairs) == 1 else []
    return []


def _spoke_near(context: Context, token: int) -> bool:
    """Whether somebody is said to speak in one of the few sentences before."""
    here = context.tree.sentence_of[token]
    return any(sentence in context.speakers for sentence in range(max(0, here - REACH), here))


def _taken_up(context: Context, token: int) -> bool:
    """Whether a noun points back: it has a definite determiner, and nobody's name with it."""
    tree, definite = context.tree, context.lexicon.table("deeds")["definite"]
    kids, verb = tree.kids[token], context.clauses.get(tree.heads[token])
    naming = context.lexicon.table("stances")["naming"].get(verb.lemma, ()) if verb is not None else ()
    marks = {kid: tree.case_mark(kid) for kid in kids if tree.deps[kid] in OWNED}
    owned = [kid for kid, mark in marks.items() if mark is None or tree.lower[mark] not in naming]  # "hält X für Y"
    return any(tree.lower[kid] in definite for kid in kids) and not owned
