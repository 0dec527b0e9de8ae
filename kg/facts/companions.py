"""Who goes along on a journey: "begleitet von X", "in Begleitung von X", "reiste mit X nach Y", "mit ihm reiste X"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.facts.clauses import Clause
from kg.facts.context import Context
from kg.facts.decision import HAPPENED
from kg.facts.factuality import decide
from kg.facts.fillers import slot_entities
from kg.facts.situate import make_claim
from kg.model import Claim, EntityType

TRAVELLERS = frozenset({EntityType.PERSON})
NEAR = 2  # sentences within which a journey is told
STILL = 6  # sentences for which the only journey that the article tells of somebody is what it is about
Pair = tuple[str, str, int]  # who travels, who goes along, the token that names the latter


def companions(context: Context, found: list[Claim]) -> Iterator[Claim]:
    """Yield ``travelledTo`` for those who go along with somebody of whom a journey is told.

    Args:
        context: the article.
        found: the claims that the extractors made.
    """
    journeys = [claim for claim in found if claim.predicate == "travelledTo" and claim.event]
    if not journeys:
        return
    words = context.lexicon.table("support")
    for clause in context.clauses.values():
        pairs: Iterator[Pair] = iter(())
        if clause.kind == "verb" and clause.lemma in words["accompanying"]:
            pairs = _accompanying(context, clause)
        elif clause.kind == "noun" and context.tree.lower[clause.head] in words["company"]:
            pairs = _company(context, clause)
        elif clause.kind == "verb":
            pairs = _joined(context, clause, journeys)
        for traveller, companion, token in pairs:
            journey = _journey(context, clause, traveller, journeys)
            decision = decide(context, clause)
            if journey is not None and companion not in {traveller, journey.object} and decision.factuality in HAPPENED:
                yield make_claim(
                    context, clause, "travelledTo", companion, journey.object, "companions", decision, (token,)
                )


def _accompanying(context: Context, clause: Clause) -> Iterator[Pair]:
    """Of a verb of going along the subject, or whom "von" names where the participle stands alone."""
    if clause.slots.get("obj"):
        travellers, others = (slot_entities(context, clause, slot, TRAVELLERS) for slot in ("obj", "subj"))
    else:
        travellers, others = (slot_entities(context, clause, slot, TRAVELLERS) for slot in ("subj", "von"))
    yield from ((traveller, other, token) for traveller, _ in travellers for other, token in others)


def _company(context: Context, clause: Clause) -> Iterator[Pair]:
    """Who is in whose company: "in Begleitung von X traf Y ein"."""
    above = context.clauses.get(clause.parent) if clause.parent is not None else None
    if above is None or above.kind != "verb" or clause.relation.partition("+")[0] != "in":
        return
    others = [pair for slot in ("von", "gen") for pair in slot_entities(context, clause, slot, TRAVELLERS)]
    for traveller, _ in slot_entities(context, above, "subj", TRAVELLERS):
        yield from ((traveller, other, token) for other, token in others)


def _joined(context: Context, clause: Clause, journeys: list[Claim]) -> Iterator[Pair]:
    """With whom the subject of a verb of travel travels: "reiste mit X nach Y"; "mit ihm reiste X"."""
    own = any(journey.event == str(clause.head) for journey in journeys)
    subjects = slot_entities(context, clause, "subj", TRAVELLERS)
    others = slot_entities(context, clause, "mit", TRAVELLERS)
    if own:
        yield from ((traveller, other, token) for traveller, _ in subjects for other, token in others)
    elif clause.lemma in {told.lemma for j in journeys if (told := _clause_of(context, j)) is not None}:
        yield from ((traveller, other, token) for traveller, _ in others for other, token in subjects)


def _clause_of(context: Context, journey: Claim) -> Clause | None:
    """The clause that tells a journey."""
    return context.clauses.get(int(journey.event)) if journey.event and journey.event.isdigit() else None


def _journey(context: Context, clause: Clause, traveller: str, journeys: list[Claim]) -> Claim | None:
    """The journey told last of somebody, in the clause's sentence or shortly before."""
    tree, here = context.tree, context.tree.sentence_of[clause.head]
    told = [j for j in journeys if j.subject == traveller and j.event and j.event.isdigit()]
    only = len({j.object for j in told}) == 1
    near = [j for j in told if 0 <= here - tree.sentence_of[int(j.event or "")] <= (STILL if only else NEAR)]
    return near[-1] if near and near[-1].factuality in HAPPENED else None
