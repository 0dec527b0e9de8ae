"""Events: repetitions become one claim, and claims of one occasion share one event.

Claims come with the head token of their clause as a provisional event. Two events are one if they are of one class,
share their participants (or one has a part of the other's), and neither time nor place contradicts.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from kg.dates import edtf_bounds
from kg.entities.gazetteer import gazetteer
from kg.facts.clauses import Clause
from kg.facts.confidence import confidence
from kg.facts.context import Context
from kg.facts.decision import HAPPENED
from kg.facts.scenes import EARLIER, settle
from kg.facts.situate import STANDING, SYMMETRIC, TIMELESS
from kg.model import Claim, Entity, EntityType, Event, Factuality, Time

TALKS = frozenset({"Meeting", "Contact", "Negotiation"})
UNREAL = frozenset({Factuality.NEGATED, Factuality.PLANNED, Factuality.POSSIBLE})
NAMING = frozenset({"seats/in", "seats/name"})
SERVING = frozenset({"heads", "represents", "worksFor"})


@dataclass(frozen=True, slots=True)
class _Occasion:
    """An event in the making: indexes of its claims, who takes part, when and where."""

    type: str
    claims: tuple[int, ...]
    participants: frozenset[str]
    time: Time | None
    place: str | None
    earlier: bool


def gather(context: Context, claims: list[Claim]) -> tuple[tuple[Claim, ...], tuple[Event, ...]]:
    """Merge repeated claims, group them into events, and share an event's time and place among its claims.

    Returns:
        Claims in text order, those of events with ``event`` set, and the events in the order of their first claim.
    """
    claims = _at_events(context, [*_surest(claims), *_journeys(context, claims)])
    kept = _distinct(settle(context, sorted(claims, key=_position)))
    occasions = _corefer(_by_clause(kept, context.frames.events))
    final = list(kept)
    events = []
    for number, occasion in enumerate(sorted(occasions, key=lambda o: min(o.claims)), 1):
        name = f"{occasion.type.lower()}-{number}"
        for index in occasion.claims:
            claim = final[index]
            place = claim.place or (occasion.place if occasion.place not in {claim.subject, claim.object} else None)
            final[index] = replace(claim, event=name, time=claim.time or occasion.time, place=place)
        everyone = dict.fromkeys(p for i in sorted(occasion.claims) for p in _participants(final[i]))
        events.append(
            Event(name, occasion.type, tuple(everyone), tuple(sorted(occasion.claims)), occasion.time, occasion.place)
        )
    grouped = {index for occasion in occasions for index in occasion.claims}
    final = [
        replace(
            claim, event=claim.event if i in grouped else None, confidence=confidence(claim.extractor, context.lexicon)
        )
        for i, claim in enumerate(final)
    ]
    return tuple(final), tuple(events)


def _surest(claims: list[Claim]) -> list[Claim]:
    """The claims but those of being at an event that a frame of the same clause tells as planned or denied."""
    open_ones = {
        (c.event, c.subject, c.object) for c in claims
        if c.extractor.startswith("frames/") and c.predicate == "participatedIn" and c.factuality not in HAPPENED
    }  # fmt: skip
    return [
        c for c in claims
        if not c.extractor.startswith("attendance/") or (c.event, c.subject, c.object) not in open_ones
    ]  # fmt: skip


def _at_events(context: Context, claims: list[Claim]) -> list[Claim]:
    """Who takes part in a named event does so where that lies, and in the year that it has in its name."""
    places: dict[str, set[str]] = {}
    for claim in claims:
        if claim.predicate == "locatedIn" and claim.factuality is not Factuality.NEGATED:
            places.setdefault(claim.subject, set()).add(claim.object)
    years = {
        mention.entity: time
        for token, found in context.mentions.items()
        for mention in found
        if context.entities[mention.entity].type is EntityType.NAMED_EVENT
        for time in (context.times.get(after) for after in range(token, token + 3))
        if time is not None and mention.start <= time.start and time.end <= mention.end
    }
    return [
        replace(
            claim,
            place=claim.place or _only(places.get(claim.object, set())),
            time=claim.time or years.get(claim.object),
        )
        if claim.predicate == "participatedIn"
        else claim
        for claim in claims
    ]


def _only(found: set[str]) -> str | None:
    return next(iter(found)) if len(found) == 1 else None


def _journeys(context: Context, claims: list[Claim]) -> list[Claim]:
    """Who meets somebody or speaks in a city of another country than his own has travelled there."""
    found = []
    serves = {claim.subject: claim.object for claim in claims if claim.predicate in SERVING}
    for claim in claims:
        city = context.entities.get(claim.place or "")
        if city is None or city.type is not EntityType.PLACE or claim.factuality is Factuality.NEGATED:
            continue
        for person in _present(context, claim):
            home = person.country or serves.get(person.id, "")
            home = home if home in context.entities and context.entities[home].type is EntityType.COUNTRY else ""
            if home and _is_abroad(context, city, home):
                found.append(
                    replace(
                        claim,
                        subject=person.id,
                        predicate="travelledTo",
                        object=city.id,
                        literal=False,
                        place=None,
                        extractor="journey",
                    )
                )
    return found


def _is_abroad(context: Context, city: Entity, home: str) -> bool:
    """Whether a city lies in another country than one of the article's; the gazetteer knows of those that it does not name."""
    if city.country:
        return home != city.country
    names = gazetteer(context.lexicon).names
    town, land = names.get(city.name), names.get(context.entities[home].name)
    return (
        town is not None
        and land is not None
        and None not in {town.country, land.country}
        and town.country != land.country
    )


def _present(context: Context, claim: Claim) -> list[Entity]:
    """The persons who are where a claim says it happened."""
    roles = {
        "said": (claim.subject,),
        **dict.fromkeys(("met", "talkedWith", "negotiatedWith"), (claim.subject, claim.object)),
    }
    people = (context.entities[person] for person in roles.get(claim.predicate, ()))
    return [person for person in people if person.type is EntityType.PERSON]


def _participants(claim: Claim) -> tuple[str, ...]:
    return (claim.subject,) if claim.literal else (claim.subject, claim.object)


def _distinct(claims: list[Claim]) -> list[Claim]:
    """One claim for each thing said: the repetition that tells most of time and place, with its own quotation."""
    kept: dict[tuple[object, ...], list[Claim]] = {}
    for claim in claims:
        pair = sorted((claim.subject, claim.object)) if claim.predicate in SYMMETRIC else [claim.subject, claim.object]
        group = kept.setdefault((claim.predicate, *pair, claim.factuality), [])
        for i, other in enumerate(group):
            if claim.predicate in STANDING or (_compatible(claim, other) and _earlier(claim) == _earlier(other)):
                best = max(other, claim, key=lambda c: bool(c.time) + bool(c.place))
                group[i] = replace(best, source=other.source or claim.source, former=other.former or claim.former)
                break
        else:
            group.append(claim)
    return sorted((c for group in kept.values() for c in group if not _known(c, kept)), key=_position)


def _known(claim: Claim, kept: Mapping[tuple[object, ...], list[Claim]]) -> bool:
    """Whether a claim of what somebody is says less than another: than what the article itself says, or of a plan.

    In a quotation "sein Bruder" is what the article calls him too; "die in Rom geplante Messe" has no place yet.
    """
    if claim.predicate not in STANDING:
        return False
    pair = sorted((claim.subject, claim.object)) if claim.predicate in SYMMETRIC else [claim.subject, claim.object]
    if claim.factuality is Factuality.ASSERTED:
        return claim.extractor in NAMING and any((claim.predicate, *pair, other) in kept for other in UNREAL)
    sure = kept.get((claim.predicate, *pair, Factuality.ASSERTED), ())
    weak = claim.factuality is Factuality.REPORTED or claim.predicate in TIMELESS
    return weak and claim.factuality is not Factuality.NEGATED and any(not other.former for other in sure)


def unrepeated(told: list[tuple[Clause, Claim]]) -> Iterator[Claim]:
    """The claims but those of a noun that say again, and less surely, what its verb says: "einigten sich auf einen Vergleich"."""
    of_verb = {
        (clause.head, claim.predicate, frozenset({claim.subject, claim.object}))
        for clause, claim in told
        if clause.kind == "verb"
    }
    for clause, claim in told:
        said = (clause.parent, claim.predicate, frozenset({claim.subject, claim.object})) in of_verb
        if clause.kind != "noun" or not said:
            yield claim


def _position(claim: Claim) -> tuple[int, int, str, str, str]:
    return claim.start, claim.end, claim.predicate, claim.subject, claim.object


def _compatible(one: Claim | _Occasion, other: Claim | _Occasion) -> bool:
    if one.place and other.place and one.place != other.place:
        return False
    return _same_time(one.time, other.time)


def _same_time(one: Time | None, other: Time | None) -> bool:
    """Times agree if one is unknown or lies within the other."""
    if one is None or other is None or not one.edtf or not other.edtf:
        return True
    (a, b), (c, d) = edtf_bounds(one.edtf), edtf_bounds(other.edtf)
    return (a <= c and d <= b) or (c <= a and b <= d)


def _by_clause(claims: list[Claim], classes: Mapping[str, str]) -> list[_Occasion]:
    """Claims of one clause and one class are one event."""
    groups: dict[tuple[str, str], list[int]] = {}
    for i, claim in enumerate(claims):
        kind = classes.get(claim.predicate)
        if kind is not None:
            groups.setdefault((kind, claim.event or f"#{i}"), []).append(i)
    return [_occasion(kind, members, claims) for (kind, _), members in groups.items()]


def _occasion(kind: str, members: list[int], claims: list[Claim]) -> _Occasion:
    time = next((claims[i].time for i in members if claims[i].time), None)
    place = next((claims[i].place for i in members if claims[i].place), None)
    people = frozenset(p for i in members for p in _participants(claims[i]))
    return _Occasion(kind, tuple(members), people, time, place, _earlier(claims[members[0]]))


def _earlier(claim: Claim) -> bool:
    return (claim.event or "").endswith(EARLIER)


def _corefer(occasions: list[_Occasion]) -> list[_Occasion]:
    """Merge each event into the first one before it that it can be."""
    merged: list[_Occasion] = []
    for one in occasions:
        for i, other in enumerate(merged):
            if _same(one, other):
                merged[i] = replace(
                    other,
                    claims=other.claims + one.claims,
                    participants=other.participants | one.participants,
                    time=other.time or one.time,
                    place=other.place or one.place,
                )
                break
        else:
            merged.append(one)
    return merged


def _same(one: _Occasion, other: _Occasion) -> bool:
    if one.type != other.type and not {one.type, other.type} <= TALKS:
        return False
    if one.type == "Statement" or one.earlier != other.earlier or not _compatible(one, other):
        return False
    return len(one.participants & other.participants) >= 2 and (
        one.participants <= other.participants or other.participants <= one.participants
    )
