"""Feelings as stances: "zeigte sich enttäuscht von X" is criticism, "ist mit der Arbeit von X zufrieden" support."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.facts.clauses import Clause
from kg.facts.context import Context
from kg.facts.decision import cues
from kg.facts.factuality import decide
from kg.facts.fillers import slot_entities
from kg.facts.frames import ACTOR
from kg.facts.owners import is_nobodys, owners
from kg.facts.senses import is_open
from kg.facts.situate import make_claim
from kg.model import Claim, EntityType

FELT_FOR = ACTOR | {EntityType.WORK}
BESIDE = frozenset({"advmod", "ccomp", "obj", "obl", "xcomp"})
REACH = 16


def claims(context: Context) -> Iterator[Claim]:
    """Yield what a clause says that somebody feels about somebody, or about what is his."""
    table = context.lexicon.table("stances")["feeling"]
    for clause in context.clauses.values():
        for word in _words(context, clause, frozenset(table["showing"])):
            for predicate in ("criticised", "supported"):
                prepositions = table[predicate].get(context.tree.lower[word])
                if prepositions:
                    yield from _felt(context, _with_phrases(context, clause, word), word, predicate, prepositions)
    for low, high in context.tree.sentences:
        yield from _put_first(context, low, high)


def _put_first(context: Context, low: int, high: int) -> Iterator[Claim]:
    """What a sentence opens with, however it was parsed: "Empört über X ist Y", "Enttäuscht von X zeigte sich Y"."""
    tree, table = context.tree, context.lexicon.table("stances")["feeling"]
    predicate = next((p for p in ("criticised", "supported") if tree.lower[low] in table[p]), None)
    if predicate is None or low + 1 >= high:
        return
    form = tree.lower[low + 1]
    slot = context.grammar.contractions.get(form, (form, ""))[0]
    verb = next((t for t in range(low + 2, min(low + REACH, high)) if tree.lower[t] in table["put_first"]), None)
    if slot not in table[predicate][tree.lower[low]] or verb is None:
        return
    whom, who = _nominal(context, low + 2, verb), _nominal(context, verb + 1, high)
    if whom is not None and who is not None:
        behind = next((t for t in range(who, high) if tree.words[t] in {",", "."}), high)
        clause = Clause(
            verb, tree.lower[low], "verb", {"subj": (who,), slot: (whom,)}, modifiers=tuple(range(who, behind))
        )
        yield from _felt(context, clause, low, predicate, [slot])


def _nominal(context: Context, low: int, high: int) -> int | None:
    """The first nominal of a stretch, before any comma."""
    tree = context.tree
    for token in range(low, high):
        if tree.pos[token] in {"NOUN", "PROPN"} or tree.words[token] == ",":
            return token if tree.words[token] != "," else None
    return None


def _words(context: Context, clause: Clause, showing: frozenset[str]) -> list[int]:
    """The words of feeling: the predicate of "ist empört", or what stands by "zeigte sich"."""
    tree = context.tree
    if any(tree.lemmas[token] == "sein" for token in clause.auxiliaries) or clause.kind == "adjective":
        return [clause.head] if tree.deps[clause.head] != "amod" else []
    if clause.kind != "verb" or not clause.reflexive or clause.lemma not in showing:
        return []
    return [
        kid for kid in tree.kids[clause.head] if tree.deps[kid] in BESIDE and tree.pos[kid] not in {"NOUN", "PROPN"}
    ]


def _with_phrases(context: Context, clause: Clause, word: int) -> Clause:
    """The clause with the phrases that hang on its word of feeling; a state is no passive."""
    slots = dict(clause.slots)
    if clause.passive:  # "war von X enttäuscht": X does nothing
        slots = {**{s: f for s, f in slots.items() if s != "subj"}, "von": slots.get("subj", ())}
        slots["subj"] = slots.pop("obj", ())
    if word != clause.head:
        for slot, tokens in context.grammar.arguments(context.tree, word).items():
            slots.setdefault(slot, tokens)
    return replace(clause, slots=slots)


def _within(context: Context, clause: Clause) -> list[tuple[str, int]]:
    """The body in which people feel so: "In der SPÖ ist man über X verärgert"."""
    table = context.lexicon.table("stances")["feeling"]
    if not any(context.tree.lower[token] in table["anybody"] for token in clause.slots.get("subj", ())):
        return []
    found = (slot_entities(context, clause, slot, frozenset({EntityType.ORGANIZATION})) for slot in table["within"])
    return next((pairs for pairs in found if pairs), [])


def _felt(context: Context, clause: Clause, word: int, predicate: str, slots: list[str]) -> Iterator[Claim]:
    negators = {*cues(context.lexicon).table["negators"], *context.lexicon.table("stances")["dampers"]}
    denied = [token for token in (*clause.modifiers, *context.tree.kids[word]) if context.tree.lower[token] in negators]
    if denied and predicate == "supported" and not is_open(context, clause):  # "zeigte sich nicht zufrieden mit"
        predicate = "criticised"
        clause = replace(clause, modifiers=tuple(token for token in clause.modifiers if token not in denied))
    decision = decide(context, clause)
    for subject, s_token in slot_entities(context, clause, "subj", ACTOR) or _within(context, clause):
        if not any(clause.slots.get(slot) for slot in slots):
            yield from _for_a_deed(context, clause, word, predicate, subject)
        for slot in slots:
            found = slot_entities(context, clause, slot, FELT_FOR)
            if not found and not is_nobodys(context, clause, slot, predicate):  # "bestürzt über den Tod von X"
                found = owners(context, clause, slot, FELT_FOR)
            for entity, token in found:
                if entity != subject:
                    yield make_claim(
                        context, clause, predicate, subject, entity, "stances/feelings", decision, (s_token, token)
                    )


def _for_a_deed(context: Context, clause: Clause, word: int, predicate: str, subject: str) -> Iterator[Claim]:
    """Whose deed somebody feels so about: "Empört ist X, weil Y schweigt", "zeigte sich enttäuscht, dass Y schweigt"."""
    tree, reasons = context.tree, context.lexicon.table("stances")["feeling"]["reasons"]
    deeds = [context.clauses[k] for k in (*tree.kids[word], *tree.kids[clause.head]) if k in context.clauses]
    for deed in deeds:
        if not any(tree.lower[mark] in reasons for mark in deed.marks) or deed.passive or deed.kind != "verb":
            continue
        if deed.lemma in context.lexicon.table("stances")["befalling"]:
            continue  # "weil X verloren hat"
        for entity, token in slot_entities(context, deed, "subj", ACTOR):
            if entity != subject:
                decision = decide(context, clause)
                yield make_claim(
                    context, clause, predicate, subject, entity, "stances/feelings", decision, (word, token)
                )
                return
