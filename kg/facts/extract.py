"""All extractors over one article, and what they find put together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace

from spacy.tokens import Doc

from kg.facts import (
    alliances,
    attendance,
    authors,
    coalitions,
    feelings,
    framing,
    guests,
    holdings,
    joint,
    justice,
    leanings,
    offices,
    parties,
    seats,
    stakes,
    stances,
    statements,
    telling,
    trials,
)
from kg.facts.children import forget
from kg.facts.companions import companions
from kg.facts.context import Context, make_context
from kg.facts.events import gather
from kg.facts.mandates import mandates
from kg.facts.open import claims as open_claims
from kg.facts.reports import find_media, find_speakers, find_voices
from kg.facts.succession import heirs
from kg.language import Lexicon
from kg.model import Article, Claim, Entity, EntityType, Mention, Reading, Time
from kg.rdf.ontology import signature

EXTRACTORS: list[Callable[[Context], Iterator[Claim]]] = [
    offices.claims,
    seats.claims,
    alliances.claims,
    coalitions.claims,
    holdings.claims,
    stakes.claims,
    authors.claims,
    framing.claims,
    joint.claims,
    attendance.claims,
    parties.claims,
    parties.crowds,
    guests.claims,
    trials.claims,
    trials.officers,
    justice.claims,
    stances.claims,
    feelings.claims,
    leanings.claims,
    statements.claims,
    telling.claims,
]


def extract(
    doc: Doc,
    article: Article,
    entities: tuple[Entity, ...],
    mentions: tuple[Mention, ...],
    times: tuple[Time, ...],
    lexicon: Lexicon,
) -> Reading:
    """Find what the article says about its entities.

    Args:
        doc: the parsed article; its text is ``article.text``.
        article: the article as read.
        entities: who and what is talked about.
        mentions: where.
        times: temporal expressions, normalised.
        lexicon: the language's data.
    """
    context = make_context(doc, article, entities, mentions, times, lexicon)
    context = replace(context, voices=find_voices(context))
    speakers, earlier = find_speakers(context)
    context = replace(context, speakers=speakers, earlier=earlier)
    context = replace(context, media=find_media(context))
    found = [claim for extractor in EXTRACTORS for claim in extractor(context) if _is_allowed(context, claim)]
    found += [claim for claim in companions(context, found) if _is_allowed(context, claim)]
    found += [claim for claim in parties.rivals(context, found) if _is_allowed(context, claim)]
    found += [claim for claim in heirs(context, found) if _is_allowed(context, claim)]
    found += [claim for claim in mandates(context, found) if _is_allowed(context, claim)]
    found += open_claims(context, found)
    claims, events = gather(context, found)
    quotations = statements.quotations(context)
    forget(doc)
    return Reading(
        article=article, entities=heard(entities, found, mentions), mentions=mentions, times=times,
        quotations=quotations, events=events, claims=claims,
    )  # fmt: skip


def heard(entities: tuple[Entity, ...], claims: list[Claim], mentions: tuple[Mention, ...]) -> tuple[Entity, ...]:
    """Who has no name but is quoted counts as one the article talks about: "Ein Anrainer sagte, …"; so does a body it keeps to."""
    speaking = {claim.subject for claim in claims if claim.predicate == "said"}
    often = {e for e, times in Counter(m.entity for m in mentions).items() if times > 1}
    return tuple(
        replace(e, named=True)
        if e.id in speaking
        and not e.named
        and (e.type is EntityType.PERSON or e.type is EntityType.ORGANIZATION and e.id in often)
        else e
        for e in entities
    )


def _is_allowed(context: Context, claim: Claim) -> bool:
    """Whether subject and object are what the ontology allows for the predicate: no town supports, no work speaks."""
    subjects, objects = signature(claim.predicate)
    fits = context.entities[claim.subject].type in subjects and not _is_inside(context, claim)
    return fits and (claim.literal or context.entities[claim.object].type in objects)


def _is_inside(context: Context, claim: Claim) -> bool:
    """Whether somebody only is in the house of a body: "Er ist im AKH", "Er sitzt in der Botschaft Ecuadors"."""
    if claim.predicate != "memberOf" or claim.extractor not in {"frames/sein", "frames/sitzen"}:
        return False
    houses = tuple(context.lexicon.table("alliances")["houses"])
    return any(word.endswith(houses) for word in context.entities[claim.object].name.lower().split())
