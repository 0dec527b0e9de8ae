"""What a clause leaves to the article: events told before, parties of named events, the authority behind a passive."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.facts.clauses import Clause
from kg.facts.context import Context
from kg.facts.factuality import decide
from kg.facts.fillers import direct, slot_entities
from kg.facts.frames import ACTOR
from kg.facts.setting import place_of
from kg.facts.situate import make_claim
from kg.model import Claim, EntityType, Factuality

COMMON = frozenset({"Meeting", "Contact", "Negotiation", "Attack", "Charge"})
PARTIES = ("zwischen", "gen", "poss", "von", "mit", "gegen", "adj", "part", "sup", "attending")
TALKS = frozenset({"met", "talkedWith", "negotiatedWith"})

Told = Sequence[tuple[Clause, Claim]]


def taken_up(context: Context, clause: Clause, told: Told) -> Iterator[Claim]:
    """Claims of a clause that takes up an event told before with one participant named.

    "sagte seine Teilnahme ab": the participation told before. "Anwesend war auch Y": at the talks told before.
    """
    if clause.kind == "noun" and (clause.slots.get("poss") or clause.slots.get("gen")):
        yield from _same_noun(context, clause, told)
    elif clause.lemma in context.lexicon.table("support")["present"]:
        yield from _attendance(context, clause, told)


def _same_noun(context: Context, clause: Clause, told: Told) -> Iterator[Claim]:
    named = {e for slot in ("poss", "gen") for e, _ in slot_entities(context, clause, slot, ACTOR)}
    for earlier, claim in told:
        if earlier.kind != "noun" or earlier.lemma != clause.lemma or named != {claim.subject}:
            continue
        decision, tokens = decide(context, clause), (clause.head, clause.head)
        rule = "frames/anaphora"
        yield make_claim(context, clause, claim.predicate, claim.subject, claim.object, rule, decision, tokens)
        above = context.clauses.get(clause.parent) if clause.parent is not None else None
        if above and claim.predicate == "participatedIn" and decision.factuality is Factuality.NEGATED:
            refusal = decide(context, above)
            yield make_claim(context, above, "rejected", claim.subject, claim.object, rule, refusal, tokens)
        return


def _attendance(context: Context, clause: Clause, told: Told) -> Iterator[Claim]:
    """Who is present meets those who were said to talk, and takes part in the talks if they have a name."""
    events = [claim.event for _, claim in told if claim.predicate in TALKS]
    group = [claim for _, claim in told if events and claim.event == events[-1]]
    people = dict.fromkeys(p for c in group if c.predicate in TALKS for p in (c.subject, c.object))
    occasions = dict.fromkeys(c.object for c in group if c.predicate == "participatedIn")
    for subject, token in slot_entities(context, clause, "subj", ACTOR):
        decision = decide(context, clause)
        for other in (p for p in people if p != subject):
            yield make_claim(context, clause, "met", subject, other, "frames/attendance", decision, (token,))
        for occasion in occasions:
            yield make_claim(
                context, clause, "participatedIn", subject, occasion, "frames/attendance", decision, (token,)
            )


def named_event(context: Context, clause: Clause) -> Iterator[Claim]:
    """Who is named with an event that the article treats as an entity takes part in it, and it lies where it is said to.

    "der Krieg zwischen X und Y", "führt mit Y in Rom ein Gespräch".
    """
    frames = context.frames.index.get(("noun", clause.lemma), ()) if clause.kind == "noun" else ()
    events = [e for e in direct(context, clause.head) if context.entities[e].type is EntityType.NAMED_EVENT]
    if not events or not frames or frames[0].event not in COMMON:
        return
    people = dict(pair for slot in PARTIES for pair in slot_entities(context, clause, slot, ACTOR))
    decision = decide(context, clause)
    for entity, token in people.items():
        yield make_claim(
            context, clause, "participatedIn", entity, events[0], "frames/named-event", decision, (token, clause.head)
        )
    place = place_of(context, clause, (events[0], events[0]))
    if place is not None:
        yield make_claim(context, clause, "locatedIn", events[0], place, "frames/named-event", decision, (clause.head,))


def authority(context: Context, clause: Clause, predicate: str) -> list[tuple[str, int]]:
    """The police, prosecution or court that an agentless passive leaves out: the nearest one the text names before."""
    words = tuple(context.lexicon.table("support")["authorities"].get(predicate, ()))
    if not words:
        return []
    end = context.tree.sentences[context.tree.sentence_of[clause.head]][1]
    for token in range(end - 1, -1, -1):
        for entity in direct(context, token):
            found = context.entities[entity]
            if found.type is EntityType.ORGANIZATION and any(w in found.name.lower() for w in words):
                return [(entity, token)]
    return []
