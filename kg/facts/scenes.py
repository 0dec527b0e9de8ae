"""Scenes: what a text tells next about the same people happens where, and when, they were just told to be.

Claims come in text order, with the head token of their clause as a provisional event. What looks back ("hatte zuvor",
"schon mehrfach") is no part of the scene, and neither is what has a time or a place of its own.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from kg.facts.clauses import Clause
from kg.facts.context import Context
from kg.facts.decision import HAPPENED
from kg.facts.fillers import fillers
from kg.facts.setting import plain, time_of
from kg.model import LANDS, Claim, EntityType, Mention, Time

TALKS = frozenset({"met", "talkedWith", "negotiatedWith"})
FACING = frozenset({"met", "negotiatedWith", "agreedWith", "participatedIn"})
EPISODES = FACING | {
    "talkedWith", "travelledTo", "informed", "demandedFrom", "criticised", "rejected", "threatened", "supported", "pressured",
}  # fmt: skip
LYING = {  # predicates whose object lies where they happen
    "participatedIn": frozenset({EntityType.NAMED_EVENT}),
    "rejected": frozenset({EntityType.NAMED_EVENT}),
    "travelledTo": frozenset({EntityType.PLACE}),
    "attacked": frozenset({EntityType.PLACE}),
    "closed": frozenset({EntityType.PLACE, EntityType.ORGANIZATION}),
}
EARLIER = "<"  # marks the provisional event of what was another time
OF_CONTEST = 1200  # characters for which a text speaks of the contest named last
NEAR = 30  # characters between the name of an event and its date
STILL = 3  # sentences for which a scene lasts
_MONTH = re.compile(r"\d{4}(-\d\d)?")


@dataclass(slots=True)
class _Scene:
    """Where and when somebody was told to be last, and in which sentence."""

    place: str | None
    time: Time | None
    sentence: int
    paragraph: int


def settle(context: Context, claims: Iterable[Claim]) -> list[Claim]:
    """Give claims the place and time that the scene they belong to has.

    Args:
        context: the article.
        claims: in text order.
    """
    known = list(claims)
    lies = _lies(known)
    scenes: dict[str, _Scene] = {}
    dates = _dates(context)
    contests = _contests(context)
    settled = (_settled(context, claim, lies, scenes) for claim in known)
    return [_contested(_dated(claim, dates), contests, lies, dates) for claim in settled]


def _contests(context: Context) -> list[tuple[int, str]]:
    """Where named events are mentioned, in text order."""
    every = (mention for mentions in context.mentions.values() for mention in mentions)
    kinds = ((mention.start, mention.entity) for mention in every if mention.kind == "name")
    return sorted(pair for pair in kinds if context.entities[pair[1]].type is EntityType.NAMED_EVENT)


def _contested(claim: Claim, contests: list[tuple[int, str]], lies: dict[str, str], dates: dict[str, Time]) -> Claim:
    """Who wins, wins in the contest that the text speaks of."""
    number = bisect_left(contests, (claim.end, ""))
    if claim.predicate != "defeated" or not number or claim.start - contests[number - 1][0] > OF_CONTEST:
        return claim
    contest = contests[number - 1][1]
    time = claim.time or dates.get(contest)
    return replace(claim, place=claim.place or lies.get(contest), time=time)


def _dates(context: Context) -> dict[str, Time]:
    """When named events are: by their name ("die Wahl in Hessen 2013"), else by what happens at them ("beim Gipfel am Montag").

    What lasts, a war or an affair, is not of the day on which something happens in it.
    """
    words = context.lexicon.table("setting")
    short, long = re.compile(words["date_of_event"]), re.compile(words["date_of_period"])
    times = sorted({time.start: time for time in context.times.values() if time.edtf and time.type == "DATE"}.items())
    dates: dict[str, Time] = {}
    held: dict[str, Time] = {}
    for token, mentions in context.mentions.items():
        for mention in mentions:
            if mention.kind != "name" or context.entities[mention.entity].type is not EntityType.NAMED_EVENT:
                continue
            lasts = any(word in context.entities[mention.entity].name.lower() for word in words["lasting"])
            for time in _beside(context.article.text, mention, times, long if lasts else short):
                dates.setdefault(mention.entity, plain(time))
            if not lasts and (time_there := _held(context, token)):
                held.setdefault(mention.entity, time_there)
    return held | dates


def _beside(text: str, mention: Mention, times: list[tuple[int, Time]], gap: re.Pattern[str]) -> Iterator[Time]:
    for start, time in times:
        after = mention.end <= start <= mention.end + NEAR and gap.fullmatch(text, mention.end, start)
        if after or mention.start <= start < mention.end:
            yield time


def _held(context: Context, token: int) -> Time | None:
    """The time of what happens at an event: "sagte am Montag beim Gipfel in Rom"."""
    clause = context.clauses.get(context.tree.heads[token])
    slots = clause.slots if clause is not None and clause.kind == "verb" else {}
    there = any(token in slots.get(slot, ()) for slot in ("bei", "auf+D", "an+D", "in+D"))
    return time_of(context, clause) if clause is not None and there else None


def _dated(claim: Claim, dates: dict[str, Time]) -> Claim:
    """What is said of a dated event, or of who takes part in it, is of that date."""
    if claim.time or claim.predicate not in {"participatedIn", "locatedIn"}:
        return claim
    return replace(claim, time=dates.get(claim.subject if claim.predicate == "locatedIn" else claim.object))


def _settled(context: Context, claim: Claim, lies: dict[str, str], scenes: dict[str, _Scene]) -> Claim:
    clause = context.clauses.get(int(claim.event.partition("/")[0])) if claim.event else None
    if clause is None or not (claim.predicate in EPISODES | LYING.keys() or _on_site(context, clause, claim)):
        return claim
    claim = _present(context, clause, claim)
    there = _object_lies(context, clause, claim, lies)
    if there is not None and (claim.place is None or claim.predicate == "participatedIn"):
        claim = replace(claim, place=there)
    if claim.factuality not in HAPPENED:
        return claim
    sentence = context.tree.sentence_of[clause.head]
    paragraph = context.article.text.count("\n\n", 0, claim.start)
    if _is_earlier(context, clause):
        return replace(claim, event=f"{claim.event}{EARLIER}")
    if claim.predicate not in LYING.keys() - EPISODES and not _looks_back(context, clause):
        claim = _inherited(context, claim, scenes, sentence, paragraph)
        _enter(context, claim, scenes, sentence, paragraph)
    return claim


def _on_site(context: Context, clause: Clause, claim: Claim) -> bool:
    """Whether something is said at the scene: "sagte sie zur Begrüßung"."""
    words = context.lexicon.table("setting")["on_site"]
    heard = claim.predicate == "said" and clause.kind == "verb"
    return heard and any(context.tree.lower[t] in words for slot in ("zu", "bei") for t in clause.slots.get(slot, ()))


def _inherited(context: Context, claim: Claim, scenes: dict[str, _Scene], sentence: int, paragraph: int) -> Claim:
    arrival = _is_terminal(context, claim)
    for person in (claim.subject, claim.object):
        scene = scenes.get(person)
        if scene is None or sentence - scene.sentence > STILL:
            continue
        if claim.time and scene.time and claim.time.edtf != scene.time.edtf:
            continue
        near = paragraph == scene.paragraph or sentence - scene.sentence <= 1
        time = claim.time or (scene.time if near else None)
        place = claim.place
        if (
            place is None
            and (claim.predicate in FACING | {"said"} or arrival)
            and scene.place not in {claim.subject, claim.object}
        ):
            place = scene.place if context.entities[person].type is EntityType.PERSON else None
        return replace(claim, time=time, place=place)
    return claim


def _enter(context: Context, claim: Claim, scenes: dict[str, _Scene], sentence: int, paragraph: int) -> None:
    """Remember where the claim leaves the people in it."""
    place = claim.place
    if claim.predicate == "travelledTo" and context.entities[claim.object].type is EntityType.PLACE:
        place = claim.place if _is_terminal(context, claim) else claim.object
    people = [claim.subject, claim.object] if claim.predicate in TALKS else [claim.subject]
    for person in people:
        before = scenes.get(person)
        if place or claim.time:
            stays = before.place if before and not place and before.paragraph == paragraph else None
            scenes[person] = _Scene(place or stays, claim.time, sentence, paragraph)


def _is_terminal(context: Context, claim: Claim) -> bool:
    """Whether somebody arrives at an airport or a station, which is not where he stays."""
    if claim.predicate != "travelledTo":
        return False
    words = context.lexicon.table("setting")["terminals"]
    return any(word in context.entities[claim.object].name.lower() for word in words)


def _present(context: Context, clause: Clause, claim: Claim) -> Claim:
    """What the lead tells in the present happens at the article's date; of a day only a bulletin could say so."""
    date = context.article.date
    if claim.time or claim.factuality not in HAPPENED or not date or not _MONTH.fullmatch(date):
        return claim
    verb = clause
    while verb.kind == "noun" and verb.parent is not None and verb.parent in context.clauses:
        verb = context.clauses[verb.parent]
    token = context.doc[verb.head]
    finite = verb.kind == "verb" and not verb.auxiliaries and token.dep_ == "ROOT"
    if not finite or "Pres" not in token.morph.get("Tense", []) or _looks_back(context, clause):
        return claim
    return replace(claim, time=Time(claim.start, claim.start, "DATE", date, date))


def _looks_back(context: Context, clause: Clause) -> bool:
    """Whether the clause tells of another time than the one that the text has come to."""
    tree, words = context.tree, context.lexicon.table("setting")
    at: Clause | None = clause
    while at is not None:
        kids = tree.kids[at.head]
        if any(tree.lower[k] in words["earlier"] for k in kids):
            return True
        if at.kind == "noun" and at.relation.partition("+")[0] in words["apart"]:
            return True
        at = context.clauses.get(at.parent) if at.kind == "noun" and at.parent is not None else None
    return False


def _is_earlier(context: Context, clause: Clause) -> bool:
    """Whether it was another time than the occasion in hand: "zuletzt sprach er", "seit dem letzten Treffen"."""
    tree, words = context.tree, context.lexicon.table("setting")
    return any(tree.lower[k] in words["last"] for k in tree.kids[clause.head])


def _lies(claims: list[Claim]) -> dict[str, str]:
    """The one place that something is said to lie in."""
    places: dict[str, set[str]] = {}
    for claim in claims:
        if claim.predicate == "locatedIn":
            places.setdefault(claim.subject, set()).add(claim.object)
    return {subject: next(iter(found)) for subject, found in places.items() if len(found) == 1}


def _object_lies(context: Context, clause: Clause, claim: Claim, lies: dict[str, str]) -> str | None:
    if claim.predicate == "attacked" and any(
        claim.object in fillers(context, token, LANDS) for token in clause.slots.get("in", ())
    ):
        return claim.object
    if claim.literal or context.entities[claim.object].type not in LYING.get(claim.predicate, ()):
        return None
    if claim.predicate == "attacked":
        return claim.object
    place = lies.get(claim.object)
    return place if place != claim.subject else None
