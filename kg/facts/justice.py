"""What the law may do to those a text speaks of: "Ihm drohen zehn Jahre Haft", "Moser wird Betrug vorgeworfen. Die Polizei ermittelt"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.facts.clauses import Clause
from kg.facts.context import Context
from kg.facts.decision import Decision, cues
from kg.facts.factuality import decide
from kg.facts.fillers import direct, slot_entities
from kg.facts.occasions import authority
from kg.facts.setting import clause_tokens
from kg.facts.situate import make_claim
from kg.model import Claim, EntityType, Factuality

BODIES = frozenset({EntityType.ORGANIZATION})
SUSPECTS = frozenset({EntityType.PERSON, EntityType.ORGANIZATION})
BACK = 2  # sentences back in which somebody is accused


def claims(context: Context) -> Iterator[Claim]:
    """Yield ``convicted`` that may come and ``investigated`` of whom was accused just before, in text order."""
    table = context.lexicon.table("support")["prosecuting"]
    for clause in context.clauses.values():
        if clause.kind != "verb":
            continue
        if clause.lemma in table["looming"] and "mit" not in clause.slots:
            yield from _facing(context, clause, tuple(table["penalties"]))
        elif clause.lemma in table["inquiring"] and not clause.passive:
            yield from _inquired(context, clause, table)


def _facing(context: Context, clause: Clause, penalties: tuple[str, ...]) -> Iterator[Claim]:
    """Whom a court may sentence: "drohen ihm bei einer Verurteilung zehn Jahre Haft"."""
    tree = context.tree
    tokens, none = clause_tokens(context, clause), cues(context.lexicon).table["negative_determiners"]
    feared = [t for t in tokens if tree.is_noun(t) and tree.lower[t].endswith(penalties)]
    spared = any(tree.lower[k] in none for t in feared for k in tree.kids[t]) or _is_denied(context, clause)
    if not feared or spared or _is_past_wish(context, clause):
        return
    for slot in ("dat", "obj", "subj"):
        people = slot_entities(context, clause, slot, frozenset({EntityType.PERSON}))
        courts = authority(context, clause, "convicted") if people else []
        for person, token in people:
            for court, at in courts:
                decision = Decision(Factuality.POSSIBLE)
                yield make_claim(context, clause, "convicted", court, person, "justice/facing", decision, (token, at))
        if people:
            return


def _inquired(context: Context, clause: Clause, table: dict[str, list[str]]) -> Iterator[Claim]:
    """Whom an inquiry is about that a clause does not name: the one accused in the sentences before."""
    tree = context.tree
    objects = [t for slot in ("obj", "dat") for t in clause.slots.get(slot, ())]
    inquiry = not objects or all(tree.lower[t].endswith(tuple(table["inquiries"])) for t in objects)
    aimed = any(k in clause.slots for k in ("gegen", "nach", "zu")) or any(
        tree.case_mark(k) is not None for t in objects for k in tree.kids[t]
    )
    if not inquiry or aimed or clause.lemma not in table["inquiring_alone"] and not objects:
        return
    offices = [
        (e, t) for e, t in slot_entities(context, clause, "subj", BODIES)
        if any(word in context.entities[e].name.lower() for word in context.lexicon.table("support")["authorities"]["investigated"])
    ]  # fmt: skip
    suspects = _suspects(context, clause, table) if offices else {}
    if len(suspects) != 1:
        return
    ((suspect, at),) = suspects.items()
    for office, token in offices:
        if office != suspect:
            decision, tokens = decide(context, clause), (token, at)
            yield make_claim(context, clause, "investigated", office, suspect, "justice/inquired", decision, tokens)


def _suspects(context: Context, clause: Clause, table: dict[str, list[str]]) -> dict[str, int]:
    """Who is accused in the nearest sentence before that accuses anybody."""
    tree, here = context.tree, context.tree.sentence_of[clause.head]
    found: dict[int, dict[str, int]] = {}
    for other in context.clauses.values():
        back = here - tree.sentence_of[other.head]
        near = 0 <= back <= BACK and other.head < clause.head and other.kind == "verb"
        if near and not _is_denied(context, other):
            found.setdefault(back, {}).update(dict(_accused_in(context, other, table)))
    return next((found[back] for back in sorted(found) if found[back]), {})


def _is_denied(context: Context, clause: Clause) -> bool:
    """Whether a clause denies what it says: "wurde nicht angezeigt"."""
    return decide(context, clause).factuality is Factuality.NEGATED


def _is_past_wish(context: Context, clause: Clause) -> bool:
    """Whether what a clause tells was possible and is over: "hätten ihm zehn Jahre gedroht"."""
    wishes = context.lexicon.table("grammar")["subjunctive2"]
    return any(context.tree.lower[token] in wishes for token in clause.auxiliaries)


def _accused_in(context: Context, clause: Clause, table: dict[str, list[str]]) -> Iterator[tuple[str, int]]:
    """Whom a clause accuses: "wird X vorgeworfen", "X wurde angezeigt", "X steht unter Verdacht"."""
    suspected = any(
        context.tree.lower[t].endswith(tuple(table["suspicions"]))
        for s in ("unter", "in")
        for t in clause.slots.get(s, ())
    )
    if clause.lemma in table["verbs"]:
        objects = clause.slots.get("obj", ()) + clause.slots.get("subj", ())
        crime = any(context.tree.lower[t].endswith(tuple(table["offences"])) for t in objects)
        if not clause.passive and not crime:
            return  # "Die SPÖ wirft der ÖVP vor, die Pensionen zu kürzen"
        slots: tuple[str, ...] = ("dat", "obj")
    elif clause.lemma in table["reporting"]:
        slots = ("obj",)
    else:
        slots = ("subj",) if suspected and clause.lemma in table["suspected"] else ()
    for slot in slots:
        for token in clause.slots.get(slot, ()):
            yield from ((e, token) for e in direct(context, token) if context.entities[e].type in SUSPECTS)
