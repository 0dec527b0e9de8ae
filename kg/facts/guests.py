"""Who is at the event that the text is about, in a sentence that need not name it.

"Mit dabei war X", "Die Laudatio hielt X", "Unter den Opfern ist X", "X kam dabei ums Leben", "der Sieger des Rennens, X".
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from kg.facts.clauses import Clause
from kg.facts.context import Context
from kg.facts.decision import cues
from kg.facts.factuality import decide
from kg.facts.fillers import APPOSED, direct, fillers, slot_entities
from kg.facts.frames import ACTOR
from kg.facts.occasions import counted_among
from kg.facts.parties import Named, last, of_kind
from kg.facts.situate import make_claim
from kg.model import Claim, EntityType

REACH = 5  # sentences for which a text speaks of the event named last
NAMED_EVENT = frozenset({EntityType.NAMED_EVENT})
PEOPLE = frozenset({EntityType.PERSON, EntityType.GROUP})
PLACES = frozenset({EntityType.COUNTRY, EntityType.ORGANIZATION, EntityType.PLACE})
Found = Iterator[tuple[str, str, int]]  # who, at which event, by which token


def claims(context: Context) -> Iterator[Claim]:
    """Yield ``participatedIn`` for guests, speakers, winners and victims, in text order."""
    table = context.lexicon.table("support")["attending"]
    gatherings, incidents = (tuple(of_kind(context, (kind,))) for kind in ("gatherings", "incidents"))
    for clause in context.clauses.values():
        for entity, event, token in _found(context, clause, table, gatherings, incidents):
            decision = decide(context, _with_denial(context, clause, table))
            yield make_claim(context, clause, "participatedIn", entity, event, "guests", decision, (token,))
    yield from _holders(context, table, tuple(of_kind(context, ("contests", "gatherings"))))


def _found(
    context: Context,
    clause: Clause,
    table: Mapping[str, Any],
    gatherings: tuple[Named, ...],
    incidents: tuple[Named, ...],
) -> Found:
    if gatherings and (_is_there(context, clause) or _does(context, clause, table["performing"])):
        yield from _at(context, clause, gatherings, ACTOR)
    elif incidents and _suffers(context, clause, table):
        yield from _at(context, clause, incidents, PEOPLE)
    elif incidents and _does(context, clause, table["helping"]):
        yield from _at(context, clause, incidents, ACTOR)
    elif counted := counted_among(context, clause):
        words = [context.tree.lower[t] for t in counted]
        victims = any(word.endswith(tuple(table["victims"])) for word in words)
        if incidents and victims:
            yield from _at(context, clause, incidents, ACTOR)
        elif gatherings and any(word.endswith(tuple(table["guests"])) for word in words):
            yield from _at(context, clause, gatherings, ACTOR)


def _at(context: Context, clause: Clause, events: tuple[Named, ...], types: frozenset[EntityType]) -> Found:
    """The subject of a clause, or the name that is its predicate, at the event named last."""
    here = context.tree.sentence_of[clause.head]
    near = [event for token, event in events if token < clause.head and here - context.tree.sentence_of[token] <= REACH]
    everyone = slot_entities(context, clause, "obj" if clause.passive else "subj", types)
    if clause.kind == "noun" and not everyone:
        heads = context.tree.conjuncts(clause.head)
        everyone = [(e, t) for t in heads for e in fillers(context, t, types)]
    for entity, token in everyone if near and not _is_elsewhere(context, clause, near[-1]) else ():
        yield entity, near[-1], token


def _is_elsewhere(context: Context, clause: Clause, event: str) -> bool:
    """Whether a clause tells of another place than the event's: "Der Gipfel in Wien beginnt. X hielt in Washington eine Rede"."""
    name = context.entities[event].name
    places = {e for slot in ("in", "in+D") for e, _ in slot_entities(context, clause, slot, PLACES)}
    return bool(places) and not any(context.entities[place].name in name for place in places)


def _is_there(context: Context, clause: Clause) -> bool:
    """Whether a clause says no more than that somebody is there: "Mit dabei ist X"; but "ist dabei, es zu tun"."""
    tree = context.tree
    adverbs = context.lexicon.table("support")["attending"]["there"]
    if clause.kind != "verb" or not any(tree.lower[k] in adverbs for k in tree.kids[clause.head]):
        return False
    busy = any(tree.deps[k] in {"xcomp", "advcl", "ccomp", "obl", "obj"} for k in tree.kids[clause.head])
    return clause.lemma == "sein" and not busy


def _with_denial(context: Context, clause: Clause, table: Mapping[str, Any]) -> Clause:
    """A clause with what denies its adverb: "Nicht dabei war X"."""
    tree, adverbs = context.tree, {*table["there"], *table["thereby"]}
    low = (k for kid in tree.kids[clause.head] if tree.lower[kid] in adverbs for k in tree.kids[kid])
    return replace(clause, modifiers=tuple(sorted({*clause.modifiers, *low})))


def _does(context: Context, clause: Clause, deeds: Mapping[str, Any]) -> bool:
    """Whether somebody has a part in the programme or helps: "Die Laudatio hielt X", "Die Feuerwehr war im Einsatz"."""
    lower = context.tree.lower
    filled = (
        (lower[t], nouns) for slot, nouns in deeds.get(clause.lemma, {}).items() for t in clause.slots.get(slot, ())
    )
    return any(word.endswith(tuple(nouns)) for word, nouns in filled)


def _suffers(context: Context, clause: Clause, table: Mapping[str, Any]) -> bool:
    """Whether somebody is killed or hurt "dabei", or lives through it."""
    if clause.kind != "verb" or clause.lemma not in table["suffering"]:
        return False
    return any(context.tree.lower[k] in table["thereby"] for k in context.tree.kids[clause.head])


def _holders(context: Context, table: Mapping[str, Any], told: tuple[Named, ...]) -> Iterator[Claim]:
    """Who is named with a noun for a part in an event: "der Sieger des Rennens, X"; "Vorjahressieger X" of the one told of."""
    for token, word in enumerate(context.tree.lower):
        if not context.tree.is_noun(token) or not word.endswith(tuple(table["holders"])):
            continue
        slots = context.grammar.noun_arguments(context.tree, token)
        clause = Clause(token, word, "noun", slots)
        events = [
            e for s in ("gen", "von", "bei", "an", "in") for e, _ in slot_entities(context, clause, s, NAMED_EVENT)
        ]
        if not events and _is_title(context, clause, table) and (event := last(told, context, token)) is not None:
            events = [event]
        bearers = [(e, at) for e, at in _bearers(context, token) if not _is_none(context, token, at)]
        for entity, at in bearers if events else ():
            decision = decide(context, context.clauses.get(token, clause))
            yield make_claim(context, clause, "participatedIn", entity, events[0], "guests/role", decision, (at,))


def _is_none(context: Context, noun: int, bearer: int) -> bool:
    """Whether a noun is denied of whom it stands with: "Organisator des Marsches ist nicht X"."""
    tree, negators = context.tree, cues(context.lexicon).table["negators"]
    beside = [kid for kid in tree.kids[noun] if tree.deps[kid] in {*APPOSED, "nsubj"}]
    around = {t for t in (noun, bearer, tree.heads[noun], *beside) if t == bearer or tree.pos[t] != "VERB"}
    return any(tree.lower[kid] in negators for token in around for kid in tree.kids[token])


def _is_title(context: Context, noun: Clause, table: Mapping[str, Any]) -> bool:
    """Whether a noun tells a part in the event told of last: "Vorjahressieger", "Träger des Gelben Trikots"; not "… des Preises"."""
    of = [context.tree.lower[t] for slot in ("gen", "von") for t in noun.slots.get(slot, ())]
    if noun.lemma in table["wearers"]:
        return any(word.endswith(tuple(table["worn"])) for word in of)
    return not of and noun.lemma.endswith(tuple(table["titles"]))


def _bearers(context: Context, token: int) -> list[tuple[str, int]]:
    """Who is named in apposition to a noun, or as whose predicate it stands."""
    tree, head = context.tree, context.tree.heads[token]
    around = [k for k in tree.kids[token] if tree.deps[k] in {*APPOSED, "nsubj"}]
    if tree.deps[token] in {*APPOSED, "nsubj", "dep"}:
        around.append(head)
    around = [t for t in around if tree.pos[t] == "PROPN" or direct(context, t)]
    own = [(entity, token) for entity in direct(context, token)]
    return own or [(entity, t) for k in around for t in tree.conjuncts(k) for entity in fillers(context, t, ACTOR)]
